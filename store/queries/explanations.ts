import type { FindingId, InvestigationId } from '@corroborate/base'
import type { Explanations } from '@corroborate/findings'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertExplanations(
  db: Db,
  investigation: InvestigationId,
  { finding, others, rows, by, at }: Explanations & { readonly finding: FindingId },
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'explanation_weighing', investigation)
  const weighed = { others: toJson(others), rated: toJson(rows), weighed_by: by, weighed_at: at }
  await insertAll(db, 'explanation_weighing', [{ investigation, ordinal, finding, ...weighed }])
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
  if (row === undefined) return null
  const { others, rated, weighed_by: by, weighed_at: at } = row
  return { others: fromJson(others), rows: fromJson(rated), by, at }
}
