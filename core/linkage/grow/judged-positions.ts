import { rowOfRecord } from '../cluster/rows-of-records.ts'
import type { RecordTable } from '../record-table.ts'
import { decidedPairs } from '../review/decided-pairs.ts'
import type { Judgement, ScoredPairs } from '../scored.ts'

/** Positions of the pairs that somebody has judged, "unsure" included: they are not asked again (`reviewQueue`). */
export function judgedPositions(
  table: RecordTable,
  pairs: ScoredPairs,
  judgements: readonly Judgement[],
): ReadonlySet<number> {
  const judged = new Map<number, Set<number>>()
  for (const { left, right } of decidedPairs(judgements)) {
    const [a, b] = [rowOfRecord(table, left), rowOfRecord(table, right)]
    if (a < 0 || b < 0) continue
    const least = Math.min(a, b)
    judged.set(least, (judged.get(least) ?? new Set()).add(Math.max(a, b)))
  }
  const positions = new Set<number>()
  if (judged.size === 0) return positions
  for (let n = 0; n < pairs.left.length; n++)
    if (judged.get(pairs.left[n] ?? -1)?.has(pairs.right[n] ?? -1) === true) positions.add(n)
  return positions
}
