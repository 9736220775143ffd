import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Proof } from './prove.ts'
import { HASH_BYTES, RFC_6962, sameHash, type Hash, type TreeHasher } from './tree-hasher.ts'
import { isSize } from './tree-size.ts'

export type InclusionFault =
  | 'size-out-of-range'
  | 'index-out-of-range'
  | 'not-a-hash'
  | 'proof-too-short'
  | 'proof-too-long'
  | 'wrong-root'

/** A leaf said to be in a tree. Sizes and indices are bigint because they come from outside. */
export interface Inclusion {
  readonly leaf: Hash
  /** From 0; that of an entry is its sequence - 1. */
  readonly index: bigint
  readonly size: bigint
  readonly proof: Proof
}

/**
 * Whether a leaf is in the tree with a root.
 * @see RFC 9162, section 2.1.3.2
 */
export function verifyInclusion(
  claimed: Inclusion & { readonly root: Hash },
  hasher: TreeHasher = RFC_6962,
): Outcome<true, InclusionFault> {
  const root = rootFromInclusion(claimed, hasher)
  if (!root.ok) return root
  if (!sameHash(root.value, claimed.root))
    return refuse(
      'wrong-root',
      `the proof of leaf ${claimed.index} leads to another root than that of the tree of ${claimed.size} leaves`,
    )
  return ok(true)
}

/** The root that a proof leads to, for whoever compares it with a signed one. */
export function rootFromInclusion(
  { leaf, index, size, proof }: Inclusion,
  hasher: TreeHasher = RFC_6962,
): Outcome<Hash, Exclude<InclusionFault, 'wrong-root'>> {
  if (!isSize(size)) return refuse('size-out-of-range', `a tree has from 0 to 2^63 - 1 leaves, found ${size}`)
  if (index < 0n || index >= size)
    return refuse(
      'index-out-of-range',
      `leaf ${index} is not in a tree of ${size} leaves, which counts from 0`,
    )
  if (leaf.length !== HASH_BYTES || proof.some((hash) => hash.length !== HASH_BYTES))
    return refuse('not-a-hash', `a hash of the proof of leaf ${index} has not ${HASH_BYTES} bytes`)
  let [at, last, root] = [index, size - 1n, leaf]
  for (const hash of proof) {
    if (last === 0n) return refuse('proof-too-long', `the proof of leaf ${index} goes on above the root`)
    const isRight = at % 2n === 1n
    root = isRight || at === last ? hasher.node(hash, root) : hasher.node(root, hash)
    // At the right edge of a tree that is not full, levels without a sibling are passed over.
    if (!isRight && at === last) [at, last] = [at >> trailingZeros(at), last >> trailingZeros(at)]
    at >>= 1n
    last >>= 1n
  }
  if (last !== 0n) return refuse('proof-too-short', `the proof of leaf ${index} ends below the root`)
  return ok(root)
}

/** Zeros at the end of a number in binary; none for 0, where there is nothing left to pass over. */
export function trailingZeros(number: bigint): bigint {
  if (number === 0n) return 0n
  let zeros = 0n
  while ((number >> zeros) % 2n === 0n) zeros++
  return zeros
}
