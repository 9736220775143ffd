import { valueOf } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { appendLeaf, rangeAt, rootOf, treeHash } from './compact-range.ts'
import type { HashAt } from './hash-at.ts'
import { consistencyProof, inclusionPlan, inclusionProof, type Proof } from './prove.ts'
import { keptTree, numberedLeaves } from './testing/kept-tree.ts'
import { RFC_6962, type Hash } from './tree-hasher.ts'
import { verifyConsistency, type Growth } from './verify-consistency.ts'
import { verifyInclusion } from './verify-inclusion.ts'

const MOST = 300
const LEAVES = numberedLeaves(MOST)
const TREE = keptTree(LEAVES)
const ROOTS = LEAVES.map((_, i) => rootOf(valueOf(rangeAt(i + 1, TREE.hashAt))))
const rootAt = (size: number): Hash => ROOTS[size - 1] ?? RFC_6962.empty

const sizes = fc.integer({ min: 1, max: MOST })
const leafOfTree = sizes.chain((size) =>
  fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }),
)
const twoSizes = fc
  .tuple(sizes, sizes)
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)

const inclusionOf = ({ index, size }: { index: number; size: number }) => ({
  leaf: LEAVES[index] ?? new Uint8Array(0),
  index: BigInt(index),
  size: BigInt(size),
  proof: valueOf(inclusionProof({ index, size }, TREE.hashAt)),
  root: rootAt(size),
})
const growthOf = (earlier: number, later: number): Growth => ({
  earlier: { size: BigInt(earlier), root: rootAt(earlier) },
  later: { size: BigInt(later), root: rootAt(later) },
  proof: valueOf(consistencyProof({ earlier, later }, TREE.hashAt)),
})

/** RFC 6962, section 2.1, word for word: the definition, and no way to make a tree. */
function definedRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves
  if (!only) return RFC_6962.empty
  if (leaves.length === 1) return only
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return RFC_6962.node(definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)))
}

test('a tree that was grown has the root that RFC 6962 defines, at every size up to 300', () => {
  for (let size = 0; size <= MOST; size++) {
    const defined = definedRoot(LEAVES.slice(0, size))
    expect(rootAt(size)).toEqual(defined)
    expect(treeHash(LEAVES.slice(0, size))).toEqual(defined)
  }
})

test('the proof of every leaf in every tree of up to 70 leaves verifies, and proves no other leaf', () => {
  for (let size = 1; size <= 70; size++)
    for (let index = 0; index < size; index++) {
      const claimed = inclusionOf({ index, size })
      expect(verifyInclusion(claimed)).toEqual({ ok: true, value: true })
      const other = LEAVES[index + 1] ?? RFC_6962.empty
      expect(verifyInclusion({ ...claimed, leaf: other })).toMatchObject({ ok: false, reason: 'wrong-root' })
    }
})

test('between any two sizes of up to 70 leaves growth is proven', () => {
  for (let later = 1; later <= 70; later++)
    for (let earlier = 1; earlier <= later; earlier++)
      expect(verifyConsistency(growthOf(earlier, later))).toEqual({ ok: true, value: true })
})

prop.prop([leafOfTree])('a leaf of any tree is proven', (asked) => {
  expect(verifyInclusion(inclusionOf(asked))).toEqual({ ok: true, value: true })
})

prop.prop([twoSizes])('growth between any two sizes is proven', ([earlier, later]) => {
  expect(verifyConsistency(growthOf(earlier, later))).toEqual({ ok: true, value: true })
})

/** A bit in one of the hashes, anywhere. */
function flipped(hashes: readonly Hash[], bit: number): Hash[] {
  const at = bit % (hashes.length * 256)
  return hashes.map((hash, i) =>
    hash.map((byte, j) => (i * 256 + j * 8 === at - (at % 8) ? byte ^ (1 << (at % 8)) : byte)),
  )
}

prop.prop([leafOfTree, fc.nat()])(
  'one flipped bit anywhere in leaf, proof or root: not proven',
  (asked, bit) => {
    const claimed = inclusionOf(asked)
    const [leaf, root, ...proof] = flipped([claimed.leaf, claimed.root, ...claimed.proof], bit)
    expect(
      verifyInclusion({ ...claimed, leaf: leaf ?? claimed.leaf, root: root ?? claimed.root, proof }),
    ).toMatchObject({
      ok: false,
      reason: 'wrong-root',
    })
  },
)

prop.prop([twoSizes, fc.nat()])(
  'one flipped bit anywhere in two roots and the proof between them: not proven',
  ([earlier, later], bit) => {
    const growth = growthOf(earlier, later)
    const [one, other, ...proof] = flipped([growth.earlier.root, growth.later.root, ...growth.proof], bit)
    const broken = {
      earlier: { ...growth.earlier, root: one ?? growth.earlier.root },
      later: { ...growth.later, root: other ?? growth.later.root },
      proof,
    }
    expect(verifyConsistency(broken).ok).toBe(false)
  },
)

prop.prop([leafOfTree, fc.nat({ max: 12 }), fc.boolean()])(
  'a proof with a hash more or less is refused',
  (asked, at, more) => {
    const claimed = inclusionOf(asked)
    const proof: Proof = more
      ? claimed.proof.toSpliced(at, 0, RFC_6962.empty)
      : claimed.proof.toSpliced(at % Math.max(1, claimed.proof.length), 1)
    fc.pre(proof.length !== claimed.proof.length)
    expect(verifyInclusion({ ...claimed, proof })).toMatchObject({
      ok: false,
      reason: more ? 'proof-too-long' : 'proof-too-short',
    })
  },
)

prop.prop([twoSizes, fc.nat({ max: MOST - 1 })])(
  'a history with another leaf in it is inconsistent',
  ([earlier, later], at) => {
    fc.pre(at < earlier && earlier < later)
    const forged = keptTree(LEAVES.slice(0, later).with(at, RFC_6962.empty))
    const proof = valueOf(consistencyProof({ earlier, later }, forged.hashAt))
    const growth = growthOf(earlier, later)
    expect(
      verifyConsistency({ ...growth, later: { ...growth.later, root: rootOf(forged.range) }, proof }).ok,
    ).toBe(false)
  },
)

test.each([
  [0n, 'index-out-of-range'],
  [-1n, 'size-out-of-range'],
  [2n ** 63n, 'size-out-of-range'],
])('a tree said to have %d leaves is refused', (size, reason) => {
  expect(verifyInclusion({ ...inclusionOf({ index: 0, size: 1 }), size })).toMatchObject({
    ok: false,
    reason,
  })
})

test.each([-1n, 7n, 2n ** 64n - 1n])('leaf %d of a tree of 7 is refused', (index) => {
  expect(verifyInclusion({ ...inclusionOf({ index: 3, size: 7 }), index })).toMatchObject({
    ok: false,
    reason: 'index-out-of-range',
  })
})

test('a hash that is too short to be one is refused, not padded', () => {
  const claimed = inclusionOf({ index: 3, size: 7 })
  expect(verifyInclusion({ ...claimed, leaf: claimed.leaf.slice(1) })).toMatchObject({
    ok: false,
    reason: 'not-a-hash',
  })
  expect(verifyInclusion({ ...claimed, proof: claimed.proof.with(0, new Uint8Array(31)) })).toMatchObject({
    reason: 'not-a-hash',
  })
  const growth = growthOf(3, 7)
  expect(verifyConsistency({ ...growth, proof: growth.proof.with(0, new Uint8Array(33)) })).toMatchObject({
    reason: 'not-a-hash',
  })
  expect(() => RFC_6962.node(claimed.leaf, new Uint8Array(31))).toThrow('32 bytes')
})

test.each([
  [0, 5, 'from-nothing'],
  [0, 0, 'from-nothing'],
  [6, 5, 'smaller'],
  [-1, 5, 'size-out-of-range'],
  [1.5, 5, 'size-out-of-range'],
  [1, 2 ** 53, 'size-out-of-range'],
])('growth from %d to %d is refused as %s, by who proves and by who verifies', (earlier, later, reason) => {
  expect(consistencyProof({ earlier, later }, TREE.hashAt)).toMatchObject({ ok: false, reason })
  if (!Number.isInteger(earlier) || later > MOST) return
  const heads = {
    earlier: { size: BigInt(earlier), root: rootAt(1) },
    later: { size: BigInt(later), root: rootAt(5) },
  }
  expect(verifyConsistency({ ...heads, proof: [] })).toMatchObject({ ok: false, reason })
})

test('two trees of one size and two roots are a fork', () => {
  const head = { size: 5n, root: rootAt(5) }
  expect(verifyConsistency({ earlier: head, later: { ...head, root: rootAt(6) }, proof: [] })).toMatchObject({
    ok: false,
    reason: 'fork',
  })
})

test.each([
  [5, 5],
  [-1, 5],
  [0, 0],
  [0.5, 5],
])('asked for the proof of leaf %d of %d, refuses', (index, size) => {
  expect(inclusionProof({ index, size }, TREE.hashAt).ok).toBe(false)
})

test('a kept hash that is gone is named', () => {
  const gone: HashAt = (level, index) => (level === 2 && index === 1 ? null : TREE.hashAt(level, index))
  expect(inclusionProof({ index: 0, size: 8 }, gone)).toEqual({
    ok: false,
    reason: 'hash-missing',
    detail: 'the hash 1 of level 2 of the tree is not there',
  })
})

/** A tree so large that it cannot be here: every hash is the number of its place. Its proofs have the right shape. */
test.each([10_000_000, 2 ** 40 - 1, 2 ** 52 + 1])(
  'a proof out of %d leaves reads at most twice the logarithm of its size',
  (size) => {
    for (const index of [0, 1, 4_999_999, size - 2, size - 1]) {
      const plan = valueOf(inclusionPlan(index, size))
      expect(plan.flat().length).toBeLessThanOrEqual(2 * Math.log2(size) + 2)
      for (const { level, index: place } of plan.flat())
        expect((place + 1) * 2 ** level).toBeLessThanOrEqual(size)
    }
  },
)

test('appending to a tree of 10,000,000 leaves hashes as often as its number ends in ones, and keeps 8 roots', () => {
  const size = 10_000_000 - 1
  const roots = Array.from({ length: size.toString(2).replaceAll('0', '').length }, (_, i) =>
    RFC_6962.leaf(Uint8Array.of(i)),
  )
  let hashed = 0
  const counting = { ...RFC_6962, node: (left: Hash, right: Hash) => (hashed++, RFC_6962.node(left, right)) }
  const { range, nodes } = appendLeaf({ size, roots }, RFC_6962.empty, counting)
  expect([hashed, nodes.length, range.size, range.roots.length]).toEqual([7, 8, 10_000_000, 8])
})
