import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Proof } from './prove.ts'
import { RFC_6962, sameHash, type TreeHasher } from './tree-hasher.ts'
import { verifyConsistency, type ConsistencyFault, type TreeHead } from './verify-consistency.ts'

export type SigningFault = ConsistencyFault | 'wrong-empty-root'

/**
 * Whether a tree may be signed after the one that was signed last (null: none was). A smaller tree is a backup that was restored in
 * silence, another root of the same size a history that was written anew: a log that signs either proves itself a
 * liar to everybody who kept the earlier checkpoint.
 * @param proof from the last to the next tree; empty when nothing was signed, when the last was empty, and when nothing changed
 * @see C2SP tlog-checkpoint v1.0.0, "Signatures"
 */
export function mayBeSigned(
  tree: { readonly last: TreeHead | null; readonly next: TreeHead; readonly proof: Proof },
  hasher: TreeHasher = RFC_6962,
): Outcome<true, SigningFault> {
  const { last, next, proof } = tree
  for (const head of [last, next])
    if (head?.size === 0n && !sameHash(head.root, hasher.empty))
      return refuse('wrong-empty-root', 'a tree without leaves has the root of the empty tree and no other')
  if (last && last.size > 0n) return verifyConsistency({ earlier: last, later: next, proof }, hasher)
  if (next.size < 0n)
    return refuse('size-out-of-range', `a tree has from 0 to 2^63 - 1 leaves, found ${next.size}`)
  return proof.length === 0
    ? ok(true)
    : refuse('proof-too-long', 'nothing was signed before: there is nothing to prove')
}
