import { ok, type Outcome } from '@corroborate/base'
import { perfectSubtrees, type NodePlace } from './perfect-subtrees.ts'
import { RFC_6962, type Hash, type TreeHasher } from './tree-hasher.ts'
import { hashesAt, type HashAt, type HashMissing } from './hash-at.ts'

/**
 * All that must be kept of a tree to append to it and to say its root: the roots of its perfect subtrees, the largest
 * first. A tree of n leaves has as many of them as n has ones in binary: at most 24 for 10,000,000 leaves.
 */
export interface CompactRange {
  /** Leaves. */
  readonly size: number
  readonly roots: readonly Hash[]
}

export const EMPTY_RANGE: CompactRange = { size: 0, roots: [] }

/** A node that an append completed, with its hash: to be kept, and never to change. */
export interface TreeNode extends NodePlace {
  readonly hash: Hash
}

export interface Appended {
  readonly range: CompactRange
  /** The leaf, and every node that it completed, from below upwards: two of them on average, log2(size) + 1 at most. */
  readonly nodes: readonly TreeNode[]
}

/** The tree with one more leaf. Touches only what the compact range holds. */
export function appendLeaf(range: CompactRange, leaf: Hash, hasher: TreeHasher = RFC_6962): Appended {
  if (!Number.isSafeInteger(range.size + 1)) throw new Error(`a tree of ${range.size} leaves takes no more`)
  const roots = range.roots.slice()
  let top: TreeNode = { level: 0, index: range.size, hash: leaf }
  const nodes = [top]
  // A node with an odd index is a right child: its left sibling is the last root that is kept, and both become one.
  while (top.index % 2 === 1) {
    const left = roots.pop()
    if (!left) throw new Error(`a compact range of ${range.size} leaves lacks a root`)
    top = { level: top.level + 1, index: (top.index - 1) / 2, hash: hasher.node(left, top.hash) }
    nodes.push(top)
  }
  roots.push(top.hash)
  return { range: { size: range.size + 1, roots }, nodes }
}

/** The root of the tree: MTH of RFC 6962, section 2.1. */
export function rootOf(range: CompactRange, hasher: TreeHasher = RFC_6962): Hash {
  return joined(range.roots, hasher)
}

/** The root over perfect subtrees that stand side by side, the largest first. */
export function joined(roots: readonly Hash[], hasher: TreeHasher): Hash {
  let root = roots.at(-1)
  if (!root) return hasher.empty
  for (const left of roots.slice(0, -1).reverse()) root = hasher.node(left, root)
  return root
}

/** The root of a tree from all of its leaf hashes. */
export function treeHash(leaves: Iterable<Hash>, hasher: TreeHasher = RFC_6962): Hash {
  let range = EMPTY_RANGE
  for (const leaf of leaves) range = appendLeaf(range, leaf, hasher).range
  return rootOf(range, hasher)
}

/** A tree of a size, or an earlier state of it, from its kept hashes: as many reads as the compact range has roots. */
export function rangeAt(size: number, hashAt: HashAt): Outcome<CompactRange, HashMissing> {
  const roots = hashesAt(perfectSubtrees(0, size), hashAt)
  return roots.ok ? ok({ size, roots: roots.value }) : roots
}
