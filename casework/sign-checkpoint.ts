import { ok, refuse, type Outcome } from '@corroborate/base'
import { mayBeSigned, rootOf, signCheckpoint as signed, type Hash, type TreeHead } from '@corroborate/ledger'
import {
  checkpointOfSize,
  consistencyIn,
  insertCheckpoint,
  ledgerHead,
  rangeIn,
  signedShares,
  type Chain,
  type Db,
  type SignedHead,
} from '@corroborate/store'
import type { KeptHead } from '@corroborate/vault'
import { beginLedgerKey } from './begin-ledger-key.ts'
import type { Desk } from './desk.ts'
import type { Signing } from './signing.ts'
import { instant } from './time.ts'

/** Where heads are signed: a desk without a member, because a signature changes no investigation and is no act. */
export interface SigningDesk extends Pick<Desk, 'store' | 'clock' | 'random'> {
  readonly signing: Signing
}

/** `smaller`: an older state of the ledger stands in place of the one that was signed. `fork`: another history does. */
export type SignFault = 'smaller' | 'fork' | 'nothing-to-sign'

export interface NewlySigned {
  readonly head: SignedHead
  /** The clock stands before the time of the signature before. Told, not refused: clocks are set back by honest people. */
  readonly clockBack: string | null
}

/**
 * Signs the head of a chain as it now stands. What was signed last is read from its own file, not from the database: a database that
 * was put back to last week says nothing of this week. The file is written before the note is given to anybody.
 */
export function signCheckpoint(desk: SigningDesk, chain: Chain): Promise<Outcome<NewlySigned, SignFault>> {
  const { clock, signing } = desk
  const { db } = desk.store
  return signing.oneByOne(async () => {
    await beginLedgerKey(desk, chain)
    const size = (await ledgerHead(db, chain))?.sequence ?? 0
    if (size === 0) return refuse('nothing-to-sign', `The ledger ${chain} has no entry yet.`)
    const root = rootOf(await rangeIn(db, chain, size))
    const last = signing.heads.last(chain)
    const fault = last && (await faultAfter(db, { chain, size, root }, last))
    if (fault) return fault
    const at = instant(clock())
    const held = await checkpointOfSize(db, chain, size)
    const clockBack = last && at < last.at ? clockBackIn(last.at, at) : null
    if (held && last?.size === String(size)) return ok({ head: held, clockBack: null })
    await signing.heads.keep(chain, { size: String(size), root: hexOf(root), at })
    const head: SignedHead = held ?? {
      chain,
      size,
      root,
      signedAt: at,
      ...noteOf(signing, { chain, size, root }),
    }
    await insertCheckpoint(db, head)
    return ok({ head, clockBack })
  })
}

/** What came of looking at every chain. */
export interface SignedNow {
  readonly heads: readonly SignedHead[]
  /** Sentences for whoever keeps the machine: what was refused, and where the clock went back. */
  readonly told: readonly string[]
}

/**
 * Signs every chain that has changed since it was signed last.
 * @param looked.all also looks at those that seem unchanged: a database that was put back agrees with itself
 */
export async function signWhatChanged(
  desk: SigningDesk,
  { all }: { readonly all: boolean },
): Promise<SignedNow> {
  const heads: SignedHead[] = []
  const told: string[] = []
  for (const { chain, size, signed: before } of await signedShares(desk.store.db)) {
    const last = desk.signing.heads.last(chain)?.size ?? '0'
    if (!all && size === before && last === String(size)) continue
    const done = await signCheckpoint(desk, chain)
    if (!done.ok) {
      if (done.reason !== 'nothing-to-sign') told.push(done.detail)
      continue
    }
    if (done.value.clockBack !== null) told.push(done.value.clockBack)
    heads.push(done.value.head)
  }
  return { heads, told }
}

/** Why a chain as it now stands would not be signed; null when it would. */
export async function signFault(
  { store: { db }, signing }: Pick<SigningDesk, 'store' | 'signing'>,
  chain: Chain,
): Promise<{ readonly reason: SignFault; readonly detail: string } | null> {
  const last = signing.heads.last(chain)
  if (!last) return null
  const size = (await ledgerHead(db, chain))?.sequence ?? 0
  const fault = await faultAfter(db, { chain, size, root: rootOf(await rangeIn(db, chain, size)) }, last)
  return fault && { reason: fault.reason, detail: fault.detail }
}

interface Standing {
  readonly chain: Chain
  readonly size: number
  readonly root: Hash
}

async function faultAfter(db: Db, { chain, size, root }: Standing, last: KeptHead) {
  const signedBefore = Number(last.size)
  if (size < signedBefore)
    return refuse<SignFault>(
      'smaller',
      `The ledger ${chain} ends at entry ${size}, and ${last.size} were signed on ${last.at}: an older copy of the store was put back, or the end was cut off. It is not signed until those entries are there again.`,
    )
  const proof =
    size === signedBefore ? ok([]) : await consistencyIn(db, chain, { earlier: signedBefore, later: size })
  if (!proof.ok) throw new Error(`no proof from ${last.size} to ${size}: ${proof.detail}`)
  const next: TreeHead = { size: BigInt(size), root }
  const before: TreeHead = { size: BigInt(last.size), root: new Uint8Array(Buffer.from(last.root, 'hex')) }
  return mayBeSigned({ last: before, next, proof: proof.value }).ok
    ? null
    : refuse<SignFault>(
        'fork',
        `The first ${last.size} entries of the ledger ${chain} are not those that were signed on ${last.at}: its past was rewritten. It is not signed; hold it against a copy that somebody else has.`,
      )
}

function noteOf({ key }: Signing, { chain, size, root }: Standing): Pick<SignedHead, 'origin' | 'note'> {
  const origin = key.originOf(chain)
  const checkpoint = { origin, size: BigInt(size), root, extensions: [] }
  return { origin, note: signed(checkpoint, key.signerOf(chain)) }
}

function clockBackIn(before: string, now: string): string {
  return `The clock of this machine says ${now}, and the last signature was made at ${before}: it was set back. The order of entries does not depend on it.`
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
