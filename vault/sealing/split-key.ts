import { digestOf, ok, refuse, type Outcome } from '@corroborate/base'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromHex } from './hex.ts'
import { joined, split, type Share } from './shamir.ts'

/** How many of how many custodians give the key together. */
export const USUAL_SPLIT = { needed: 3, of: 5 } as const

/** What is published of a split key: enough to see that a share or a key is right, and nothing of either. */
export interface SplitCheck {
  readonly needed: number
  /** The digest of each share, in their order. */
  readonly shares: readonly string[]
  /** The digest of the key. It has 256 bits: nobody finds it by trying. */
  readonly key: string
}

export type JoinFault = 'not-a-share' | 'wrong-share' | 'same-share-twice' | 'too-few-shares' | 'wrong-key'

/** Splits an age identity into shares, each a text of its own (`share 2: 91ab…`), to be sealed or handed to one custodian each. */
export function splitKey(
  identity: string,
  { needed, of }: { readonly needed: number; readonly of: number } = USUAL_SPLIT,
): { readonly shares: readonly string[]; readonly check: SplitCheck } {
  const secret = utf8ToBytes(identity)
  const shares = split(secret, { needed, of }, randomBytes((needed - 1) * secret.length)).map(written)
  return { shares, check: { needed, shares: shares.map(checkOfShare), key: checkOfKey(identity) } }
}

/**
 * The identity that shares give together, held against what was published. Every refusal says which share it is about: `not-a-share`,
 * `wrong-share` (changed, or of another key), `same-share-twice`, `too-few-shares` (with those still missing). `wrong-key`: the published
 * check itself is that of another key.
 */
export function joinShares(texts: readonly string[], check: SplitCheck): Outcome<string, JoinFault> {
  const shares = new Map<number, Share>()
  for (const [i, text] of texts.entries()) {
    const share = read(text)
    if (!share) return refuse('not-a-share', `share number ${i + 1} of those given is no share`)
    if (checkOfShare(written(share)) !== check.shares[share.at - 1])
      return refuse(
        'wrong-share',
        `share ${share.at} is not the one that was made: it was changed, or belongs to another key`,
      )
    if (shares.has(share.at)) return refuse('same-share-twice', `share ${share.at} was given twice`)
    shares.set(share.at, share)
  }
  if (shares.size < check.needed) {
    const missing = check.shares.map((_, i) => i + 1).filter((at) => !shares.has(at))
    return refuse(
      'too-few-shares',
      `${shares.size} shares were given and ${check.needed} are needed; missing are ${missing.join(', ')}`,
    )
  }
  const identity = new TextDecoder().decode(joined([...shares.values()].slice(0, check.needed)))
  return checkOfKey(identity) === check.key
    ? ok(identity)
    : refuse('wrong-key', 'the published check is that of another key')
}

function written({ at, bytes }: Share): string {
  return `share ${at}: ${bytesToHex(bytes)}`
}

function read(text: string): Share | null {
  const [, at, bytes] = /^share ([1-9][0-9]{0,2}): ((?:[0-9a-f]{2})+)$/.exec(text.trim()) ?? []
  return at === undefined || bytes === undefined ? null : { at: Number(at), bytes: fromHex(bytes) }
}

function checkOfShare(text: string): string {
  return digestOf(`corroborate share of an identity key 1\n${text}`)
}

function checkOfKey(identity: string): string {
  return digestOf(`corroborate identity key 1\n${identity}`)
}
