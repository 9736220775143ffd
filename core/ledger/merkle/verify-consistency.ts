import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Proof } from './prove.ts'
import { HASH_BYTES, RFC_6962, sameHash, type Hash, type TreeHasher } from './tree-hasher.ts'
import { isSize } from './tree-size.ts'
import { trailingZeros } from './verify-inclusion.ts'

/** A tree as others see it: its size and its root. */
export interface TreeHead {
  readonly size: bigint
  readonly root: Hash
}

export type ConsistencyFault =
  | 'size-out-of-range'
  | 'from-nothing'
  | 'smaller'
  | 'fork'
  | 'not-a-hash'
  | 'proof-too-short'
  | 'proof-too-long'
  | 'wrong-earlier-root'
  | 'wrong-later-root'

/** Two states of a tree of which the later is said to continue the earlier. */
export interface Growth {
  readonly earlier: TreeHead
  readonly later: TreeHead
  readonly proof: Proof
}

/**
 * Whether a tree only grew: every leaf of the earlier is in the later, at its place. A proof from the empty tree would hold for
 * every tree and is refused.
 * @see RFC 9162, section 2.1.4.2
 */
export function verifyConsistency(
  growth: Growth,
  hasher: TreeHasher = RFC_6962,
): Outcome<true, ConsistencyFault> {
  const { earlier, later, proof } = growth
  if (!isSize(earlier.size) || !isSize(later.size))
    return refuse(
      'size-out-of-range',
      `a tree has from 0 to 2^63 - 1 leaves, found ${earlier.size} and ${later.size}`,
    )
  if (earlier.size === 0n)
    return refuse('from-nothing', 'every tree continues the empty tree: there is nothing to prove')
  if (earlier.size > later.size)
    return refuse(
      'smaller',
      `a tree of ${later.size} leaves does not continue one of ${earlier.size}: something was taken away`,
    )
  if (earlier.size === later.size) return sameTree(growth)
  if ([earlier.root, later.root, ...proof].some((hash) => hash.length !== HASH_BYTES))
    return refuse(
      'not-a-hash',
      `a hash of the proof from ${earlier.size} to ${later.size} has not ${HASH_BYTES} bytes`,
    )
  return verifyGrowth(growth, hasher)
}

function sameTree({ earlier, later, proof }: Growth): Outcome<true, ConsistencyFault> {
  if (proof.length > 0) return refuse('proof-too-long', `two trees of ${later.size} leaves need no proof`)
  if (!sameHash(earlier.root, later.root))
    return refuse('fork', `two trees of ${later.size} leaves have different roots: they were never one`)
  return ok(true)
}

function verifyGrowth(
  { earlier, later, proof }: Growth,
  hasher: TreeHasher,
): Outcome<true, ConsistencyFault> {
  const where = `the proof from ${earlier.size} to ${later.size} leaves`
  const skipped = trailingZeros(earlier.size)
  let [at, last] = [(earlier.size - 1n) >> skipped, (later.size - 1n) >> skipped]
  // A full earlier tree is itself the lowest node of the proof, and is not repeated in it.
  const [first, ...rest] = at === 0n ? [earlier.root, ...proof] : proof
  if (!first || proof.length === 0) return refuse('proof-too-short', `${where} is empty`)
  let [old, now] = [first, first]
  for (const hash of rest) {
    if (last === 0n) return refuse('proof-too-long', `${where} goes on above the root`)
    const isRight = at % 2n === 1n
    if (isRight || at === last) {
      old = hasher.node(hash, old)
      now = hasher.node(hash, now)
      if (!isRight) [at, last] = [at >> trailingZeros(at), last >> trailingZeros(at)]
    } else now = hasher.node(now, hash)
    at >>= 1n
    last >>= 1n
  }
  if (last !== 0n) return refuse('proof-too-short', `${where} ends below the root`)
  if (!sameHash(old, earlier.root))
    return refuse('wrong-earlier-root', `${where} does not lead to the earlier root`)
  if (!sameHash(now, later.root))
    return refuse('wrong-later-root', `${where} does not lead to the later root`)
  return ok(true)
}
