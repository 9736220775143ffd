import type { ClaimId, InvestigationId, Json, SourceId, TextId } from '@corroborate/base'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** A table of acts as it was taken in last: under which mapping, into which text, and what was made of each row. */
export interface ActTableKept {
  readonly name: string
  readonly source: SourceId
  readonly text: TextId
  readonly mapping: Json
  readonly by: string
  readonly at: string
  /** What was made of each row, to be read against the next time. */
  readonly rows: readonly ActRowKept[]
}

export interface ActRowKept {
  readonly row: string
  readonly claim: ClaimId
  readonly sha256: string
}

/** Which tables of acts were taken in, by name? */
export async function actTables(db: Db, investigation: InvestigationId): Promise<readonly ActTableKept[]> {
  const tables = await db
    .selectFrom('act_table')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('name')
    .execute()
  const rows = await db
    .selectFrom('act_row')
    .select(['act_table', 'number as row', 'claim', 'sha256'])
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  const rowsOf = Map.groupBy(rows, ({ act_table: table }) => table)
  return tables.map(({ name, source, text, mapping, taken_by: by, taken_at: at }) => ({
    ...{ name, source, text, mapping: fromJson(mapping), by, at },
    rows: (rowsOf.get(name) ?? []).map(({ row, claim, sha256 }) => ({ row, claim, sha256 })),
  }))
}

/** Writes a table as it was taken in now, in place of what was kept of it. */
export async function putActTable(
  db: Db,
  investigation: InvestigationId,
  { name, source, text, mapping, by, at, rows }: ActTableKept,
): Promise<void> {
  for (const [table, column] of [
    ['act_row', 'act_table'],
    ['act_table', 'name'],
  ] as const)
    await db.deleteFrom(table).where('investigation', '=', investigation).where(column, '=', name).execute()
  const ordinal = await nextOrdinal(db, 'act_table', investigation)
  const kept = { name, source, text, mapping: toJson(mapping), taken_by: by, taken_at: at }
  await insertAll(db, 'act_table', [{ investigation, ordinal, ...kept }])
  const from = await nextOrdinal(db, 'act_row', investigation)
  await insertAll(
    db,
    'act_row',
    rows.map(({ row, claim, sha256 }, i) => ({
      ...{ investigation, ordinal: from + i, act_table: name, number: row, claim, sha256 },
    })),
  )
}
