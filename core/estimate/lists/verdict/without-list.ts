import { refuse } from '@corroborate/base'
import type { Answered } from '../answer.ts'
import { overlapOf, type Cell, type Overlap } from '../overlap.ts'

/** The overlap as it would be had a list never been made: people who are on no other are not observed. */
export function withoutList(overlap: Overlap, list: string): Answered<Overlap> {
  const at = overlap.lists.indexOf(list)
  if (at < 0) return refuse('settings-unusable', `There is no list ${list} to leave out.`)
  const below = (1 << at) - 1
  const counts = new Map<number, number>()
  for (const { mask, count } of overlap.cells) {
    const rest = (mask & below) | ((mask >> (at + 1)) << at)
    if (rest !== 0) counts.set(rest, (counts.get(rest) ?? 0) + count)
  }
  const cells: Cell[] = [...counts].map(([mask, count]) => ({ mask, count }))
  return overlapOf(
    overlap.lists.filter((other) => other !== list),
    cells,
  )
}
