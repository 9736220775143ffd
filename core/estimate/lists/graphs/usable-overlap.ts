import { refuse } from '@corroborate/base'
import type { ListRefused } from '../answer.ts'
import { countWhere, type Overlap } from '../overlap.ts'
import { bitsOf } from './decomposable-graph.ts'

/** Why no graph can say anything about this overlap; null when one may. */
export function unusableOverlap(overlap: Overlap): ListRefused | null {
  const { lists } = overlap
  if (lists.length < 3)
    return refuse(
      'needs-three-lists',
      `Dependence between lists can only be seen with a third: found ${lists.length} lists (${lists.join(', ')}).`,
    )
  if (countWhere(overlap, (mask) => bitsOf(mask) > 1) === 0)
    return refuse(
      'no-overlap',
      `Nobody is on two of the lists ${lists.join(', ')}: nothing says how many are on none.`,
    )
  return null
}

/**
 * Groups of lists (as masks) that share people, directly or through others; people on lists of two groups do not exist.
 * A list that meets no other is a group of its own.
 */
export function groupsThatMeet({ lists, cells }: Overlap): readonly number[] {
  let groups = lists.map((_, at) => 1 << at)
  for (const { mask } of cells) {
    const touched = groups.filter((group) => (group & mask) !== 0)
    const merged = touched.reduce((all, group) => all | group, 0)
    groups = [...groups.filter((group) => (group & mask) === 0), merged]
  }
  return groups.toSorted((a, b) => a - b)
}
