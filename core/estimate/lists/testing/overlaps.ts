import { fc } from '@fast-check/vitest'
import type { Overlap } from '../overlap.ts'

/** Any table of these many lists, sparse ones too, with somebody on it. */
export function overlaps(bounds: {
  readonly fewest: number
  readonly most: number
  readonly largest: number
}): fc.Arbitrary<Overlap> {
  return fc.integer({ min: bounds.fewest, max: bounds.most }).chain((lists) =>
    fc
      .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: bounds.largest })), {
        minLength: (1 << lists) - 1,
        maxLength: (1 << lists) - 1,
      })
      .filter((counts) => counts.some((count) => count > 0))
      .map((counts) => overlapOfCounts(lists, counts)),
  )
}

/** Counts in the order of the masks 1, 2, 3 … as an overlap of lists A, B, C … */
export function overlapOfCounts(lists: number, counts: readonly number[]): Overlap {
  const cells = counts.map((count, at) => ({ mask: at + 1, count })).filter((cell) => cell.count > 0)
  return {
    lists: Array.from({ length: lists }, (_, at) => 'ABCDEFGHIJKL'.charAt(at)),
    cells,
    observed: cells.reduce((sum, cell) => sum + cell.count, 0),
  }
}

/** The same people with their lists in another order: list i becomes list `order[i]`. */
export function relabelled(overlap: Overlap, order: readonly number[]): Overlap {
  const lists = [...overlap.lists]
  overlap.lists.forEach((list, at) => (lists[order[at] ?? at] = list))
  const cells = overlap.cells
    .map(({ mask, count }) => ({ mask: relabelledMask(mask, order), count }))
    .toSorted((a, b) => a.mask - b.mask)
  return { lists, cells, observed: overlap.observed }
}

export function relabelledMask(mask: number, order: readonly number[]): number {
  return order.reduce((moved, to, from) => ((mask >> from) & 1 ? moved | (1 << to) : moved), 0)
}
