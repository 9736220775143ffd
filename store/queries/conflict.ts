import type { InvestigationId } from '@corroborate/base'
import type { ConflictTable } from '../conflict-table.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** Which difference: a record may come in several forms, from several packages. */
export type ConflictAt = Pick<ConflictTable, 'kind' | 'record' | 'sha256'>
export type Conflict = Omit<ConflictTable, 'investigation' | 'ordinal'>
export type NewConflict = Pick<Conflict, 'kind' | 'record' | 'sha256' | 'theirs' | 'package' | 'found_at'>

export async function insertConflicts(
  db: Db,
  investigation: InvestigationId,
  found: readonly NewConflict[],
): Promise<void> {
  const from = await nextOrdinal(db, 'conflict', investigation)
  const open = { choice: null, decided_by: null, decided_at: null, reason: null }
  await insertAll(
    db,
    'conflict',
    found.map((conflict, i) => ({ investigation, ordinal: from + i, ...conflict, ...open })),
  )
}

/** What differs from ours, or did until a person decided? In the order in which it came. */
export async function conflicts(db: Db, investigation: InvestigationId): Promise<readonly Conflict[]> {
  return db
    .selectFrom('conflict')
    .select(['kind', 'record', 'sha256', 'theirs', 'package', 'found_at'])
    .select(['choice', 'decided_by', 'decided_at', 'reason'])
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
}

/** Writes what a person decided. False when there is no such difference, or it was decided before. */
export async function decideConflict(
  db: Db,
  investigation: InvestigationId,
  {
    at,
    ...decided
  }: { readonly at: ConflictAt } & Pick<ConflictTable, 'choice' | 'decided_by' | 'decided_at' | 'reason'>,
): Promise<boolean> {
  const done = await db
    .updateTable('conflict')
    .set(decided)
    .where('investigation', '=', investigation)
    .where('kind', '=', at.kind)
    .where('record', '=', at.record)
    .where('sha256', '=', at.sha256)
    .where('choice', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
