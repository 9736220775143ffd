import { appendLeaf, EMPTY_RANGE, type CompactRange } from '../compact-range.ts'
import type { HashAt } from '../hash-at.ts'
import { RFC_6962, type Hash } from '../tree-hasher.ts'

/** A tree that was grown leaf by leaf, with every hash that was kept on the way. */
export interface KeptTree {
  readonly range: CompactRange
  readonly leaves: readonly Hash[]
  readonly hashAt: HashAt
}

export function keptTree(leaves: readonly Hash[]): KeptTree {
  const kept = new Map<string, Hash>()
  let range = EMPTY_RANGE
  for (const leaf of leaves) {
    const appended = appendLeaf(range, leaf)
    for (const { level, index, hash } of appended.nodes) kept.set(`${level}/${index}`, hash)
    range = appended.range
  }
  return { range, leaves, hashAt: (level, index) => kept.get(`${level}/${index}`) ?? null }
}

/** Leaves that differ. */
export function numberedLeaves(count: number): readonly Hash[] {
  return Array.from({ length: count }, (_, i) => RFC_6962.leaf(new TextEncoder().encode(`leaf ${i}`)))
}
