import { ok, refuse, type Outcome } from '@corroborate/base'
import { joined } from './compact-range.ts'
import { hashesAt, type HashAt, type HashMissing } from './hash-at.ts'
import { perfectSubtrees, splitOf, type NodePlace } from './perfect-subtrees.ts'
import { RFC_6962, type Hash, type TreeHasher } from './tree-hasher.ts'

/** Hashes from below upwards, as RFC 6962 and RFC 9162 order them. */
export type Proof = readonly Hash[]

/**
 * Which kept nodes a proof is made of: for each of its hashes the perfect subtrees that are joined into it, from left to
 * right. One for most; several only where the right edge of the tree is met. A store that answers later than at once
 * reads `plan.flat()` in one question, and then calls `proofOf`.
 */
export type ProofPlan = readonly (readonly NodePlace[])[]

export type PlanFault = 'index-out-of-range' | 'size-out-of-range' | 'from-nothing' | 'smaller'

/**
 * What is read to prove that the leaf `index` (from 0) is in the tree of `size` leaves: PATH of RFC 6962, section 2.1.1.
 * At most 2·log2(size) nodes.
 */
export function inclusionPlan(index: number, size: number): Outcome<ProofPlan, PlanFault> {
  if (!Number.isSafeInteger(size) || size < 1)
    return refuse('size-out-of-range', `a tree of ${size} leaves proves nothing`)
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    return refuse(
      'index-out-of-range',
      `leaf ${index} is not in a tree of ${size} leaves, which counts from 0`,
    )
  const plan: (readonly NodePlace[])[] = []
  let [low, high] = [0, size]
  while (high - low > 1) {
    const split = low + splitOf(high - low)
    if (index < split) {
      plan.push(perfectSubtrees(split, high))
      high = split
    } else {
      plan.push(perfectSubtrees(low, split))
      low = split
    }
  }
  return ok(plan.reverse())
}

/**
 * What is read to prove that the tree of `later` leaves begins with the tree of `earlier` leaves: PROOF of RFC 6962, section
 * 2.1.2. From nothing there is nothing to prove, and a proof that always holds would be taken for one: refused.
 */
export function consistencyPlan(earlier: number, later: number): Outcome<ProofPlan, PlanFault> {
  if (!Number.isSafeInteger(earlier) || !Number.isSafeInteger(later) || earlier < 0 || later < 0)
    return refuse('size-out-of-range', `sizes are whole numbers from 0 on, found ${earlier} and ${later}`)
  if (earlier === 0)
    return refuse('from-nothing', 'every tree continues the empty tree: there is nothing to prove')
  if (earlier > later)
    return refuse('smaller', `a tree of ${later} leaves does not continue one of ${earlier}`)
  const plan: (readonly NodePlace[])[] = []
  let [low, high] = [0, later]
  while (high !== earlier) {
    const split = low + splitOf(high - low)
    if (earlier <= split) {
      plan.push(perfectSubtrees(split, high))
      high = split
    } else {
      plan.push(perfectSubtrees(low, split))
      low = split
    }
  }
  // The earlier tree is a subtree of the later one only when nothing was split off to its left; then its root is known.
  if (low > 0) plan.push(perfectSubtrees(low, high))
  return ok(plan.reverse())
}

/** The hashes that a plan names. */
export function proofOf(
  plan: ProofPlan,
  hashAt: HashAt,
  hasher: TreeHasher = RFC_6962,
): Outcome<Proof, HashMissing> {
  const proof: Hash[] = []
  for (const places of plan) {
    const hashes = hashesAt(places, hashAt)
    if (!hashes.ok) return hashes
    proof.push(joined(hashes.value, hasher))
  }
  return ok(proof)
}

export function inclusionProof(
  asked: { readonly index: number; readonly size: number },
  hashAt: HashAt,
  hasher: TreeHasher = RFC_6962,
): Outcome<Proof, PlanFault | HashMissing> {
  const plan = inclusionPlan(asked.index, asked.size)
  return plan.ok ? proofOf(plan.value, hashAt, hasher) : plan
}

export function consistencyProof(
  asked: { readonly earlier: number; readonly later: number },
  hashAt: HashAt,
  hasher: TreeHasher = RFC_6962,
): Outcome<Proof, PlanFault | HashMissing> {
  const plan = consistencyPlan(asked.earlier, asked.later)
  return plan.ok ? proofOf(plan.value, hashAt, hasher) : plan
}
