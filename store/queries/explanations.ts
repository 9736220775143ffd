import type { FindingId, InvestigationId } from '@corroborate/base'
import type { Explanations } from '@corroborate/findings'
import type { ExplanationWeighingTable } from '../explanation-table.ts'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertExplanations(
  db: Db,
  investigation: InvestigationId,
  { finding, others, rows, by, at }: Weighed,
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'explanation_weighing', investigation)
  const weighed = { others: toJson(others), rated: toJson(rows), weighed_by: by, weighed_at: at }
  await insertAll(db, 'explanation_weighing', [{ investigation, ordinal, finding, ...weighed }])
}

/** A weighing, with the finding that it is of. */
export type Weighed = Explanations & { readonly finding: FindingId }

/** What else could explain the claims under each finding? All that was ever weighed, the last of a finding holds. */
export async function allExplanations(db: Db, investigation: InvestigationId): Promise<readonly Weighed[]> {
  const rows = await db
    .selectFrom('explanation_weighing')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({ finding: row.finding, ...weighingFrom(row) }))
}

/** What else could explain the claims under this finding, as it was last weighed? Null when nobody has asked. */
export async function explanationsOf(
  db: Db,
  investigation: InvestigationId,
  finding: FindingId,
): Promise<Explanations | null> {
  const row = await db
    .selectFrom('explanation_weighing')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('finding', '=', finding)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : weighingFrom(row)
}

function weighingFrom({
  others,
  rated,
  weighed_by: by,
  weighed_at: at,
}: ExplanationWeighingTable): Explanations {
  return { others: fromJson(others), rows: fromJson(rated), by, at }
}
