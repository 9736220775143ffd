import type { ClaimId, InvestigationId } from '@corroborate/base'
import type { Contradiction } from '@corroborate/claims'
import { claimRows, type Db } from '@corroborate/store'
import type { ClaimRow, ContradictionView } from '../shapes.ts'
import type { Assessed } from './assessed.ts'

/** Claims that cannot both be right, side by side, with what each would make of the numbers. */
export async function contradictionViews(
  db: Db,
  { investigation, assessment }: Assessed,
  contradictions: readonly Contradiction[],
): Promise<readonly ContradictionView[]> {
  const rows = await rowsById(
    db,
    investigation.id,
    contradictions.flatMap(({ first, second }) => [first, second]),
  )
  return contradictions.flatMap((contradiction) => {
    const [first, second] = [rows.get(contradiction.first), rows.get(contradiction.second)]
    if (!first || !second) return []
    return [{ contradiction, first, second, effects: effectsOf(assessment, first, second) }]
  })
}

/** Claims by their ids, as lists show them. */
export async function rowsById(
  db: Db,
  investigation: InvestigationId,
  ids: readonly ClaimId[],
): Promise<ReadonlyMap<ClaimId, ClaimRow>> {
  const rows = await claimRows(db, investigation, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every figure with the one claim read in the other's place: the alternatives that the estimate made of the two. */
function effectsOf(
  { estimates }: Assessed['assessment'],
  first: ClaimRow,
  second: ClaimRow,
): ContradictionView['effects'] {
  const names = [`${second.code}-for-${first.code}`, `${first.code}-for-${second.code}`]
  return [...estimates.values()].flatMap((answer) =>
    answer.ok
      ? answer.value.alternatives
          .filter((alternative) => names.includes(alternative.code))
          .map(({ published, interval }) => {
            const { id: estimate, code } = answer.value
            return { estimate, code, published, interval }
          })
      : [],
  )
}
