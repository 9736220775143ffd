import type { InvestigationId, Json, ListId, Words } from '@corroborate/base'
import { fromJson, toJson } from '../json.ts'
import type { ListProvenanceTable, ListRecordTable } from '../list-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** A list before its rows: they follow, portion by portion. */
export interface ListHead {
  readonly id: ListId
  readonly code: string
  readonly title: Words
  readonly holder: string
  readonly columns: readonly string[]
}

/** Where a list came from, and what of it was set aside. */
export interface ListProvenance {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly form: Json
  readonly rows: number
  readonly aside: number
  /** Sentences of the first rows that were set aside. */
  readonly faults: readonly string[]
  readonly rowsSha256: string
  readonly receivedBy: string
  readonly receivedAt: string
}

export async function insertListHead(db: Db, investigation: InvestigationId, head: ListHead): Promise<void> {
  const { id, code, title, holder, columns } = head
  const ordinal = await nextOrdinal(db, 'list', investigation)
  await insertAll(db, 'list', [
    { investigation, ordinal, id, code, title: toJson(title), holder, columns: toJson(columns) },
  ])
}

/** Writes rows of a list behind those that are there. */
export async function insertListRows(
  db: Db,
  { investigation, list }: { readonly investigation: InvestigationId; readonly list: ListId },
  {
    from,
    rows,
  }: {
    readonly from: number
    readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  },
): Promise<void> {
  const records: ListRecordTable[] = rows.map(({ line, cells }, i) => ({
    ...{ investigation, list, ordinal: from + i, cells: toJson(cells), line },
  }))
  await insertAll(db, 'list_record', records)
}

export async function insertProvenance(
  db: Db,
  { investigation, list }: { readonly investigation: InvestigationId; readonly list: ListId },
  from: ListProvenance,
): Promise<void> {
  const { file, sha256, bytes, form, rows, aside, faults } = from
  await insertAll(db, 'list_provenance', [
    {
      ...{
        investigation,
        list,
        file,
        sha256,
        bytes,
        form: toJson(form),
        rows,
        aside,
        faults: toJson(faults),
      },
      ...{ rows_sha256: from.rowsSha256, received_by: from.receivedBy, received_at: from.receivedAt },
    },
  ])
}

/** Which file was this list read from? Null for one that came without. */
export async function provenanceOf(
  db: Db,
  investigation: InvestigationId,
  list: ListId,
): Promise<ListProvenance | null> {
  const row = await db
    .selectFrom('list_provenance')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('list', '=', list)
    .executeTakeFirst()
  return row ? provenanceFrom(row) : null
}

/** Was this very file taken in before, and as which list? */
export async function listOfFile(
  db: Db,
  investigation: InvestigationId,
  sha256: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('list_provenance')
    .innerJoin('list', (join) =>
      join
        .onRef('list.investigation', '=', 'list_provenance.investigation')
        .onRef('list.id', '=', 'list_provenance.list'),
    )
    .select('list.code')
    .where('list_provenance.investigation', '=', investigation)
    .where('list_provenance.sha256', '=', sha256)
    .orderBy('list.ordinal')
    .executeTakeFirst()
  return row?.code ?? null
}

function provenanceFrom(row: ListProvenanceTable): ListProvenance {
  const { file, sha256, bytes, rows, aside, rows_sha256, received_by, received_at } = row
  return {
    ...{ file, sha256, bytes, form: fromJson(row.form), rows, aside, faults: fromJson(row.faults) },
    ...{ rowsSha256: rows_sha256, receivedBy: received_by, receivedAt: received_at },
  }
}

export async function listHeads(db: Db, investigation: InvestigationId): Promise<readonly ListHead[]> {
  const rows = await db
    .selectFrom('list')
    .select(['id', 'code', 'title', 'holder', 'columns'])
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(({ id, code, holder, title, columns }) => ({
    ...{ id, code, holder, title: fromJson(title), columns: fromJson(columns) },
  }))
}

/** The rows of a list from a place on, so many at most: a list is never read whole. */
export async function rowsOfList(
  db: Db,
  { investigation, list }: { readonly investigation: InvestigationId; readonly list: ListId },
  { after, most }: { readonly after: number; readonly most: number },
): Promise<
  readonly { readonly row: number; readonly line: number | null; readonly cells: readonly string[] }[]
> {
  const rows = await db
    .selectFrom('list_record')
    .select(['ordinal', 'line', 'cells'])
    .where('investigation', '=', investigation)
    .where('list', '=', list)
    .where('ordinal', '>', after)
    .orderBy('ordinal')
    .limit(most)
    .execute()
  return rows.map(({ ordinal, line, cells }) => ({ row: ordinal, line, cells: fromJson(cells) }))
}

/** How a list is read. */
export interface MappingKept {
  readonly list: ListId
  readonly headers: string
  /** A `ListMapping` of interchange, which the store does not look into. */
  readonly mapping: Json
  /** Nobody stands on it twice, as far as its maker could tell. */
  readonly clean: boolean
  readonly by: string
  readonly at: string
}

export async function insertMapping(
  db: Db,
  investigation: InvestigationId,
  kept: MappingKept,
): Promise<void> {
  const { list, headers, mapping, clean, by, at } = kept
  const ordinal = await nextOrdinal(db, 'list_mapping', investigation)
  await insertAll(db, 'list_mapping', [
    {
      ...{ investigation, ordinal, list, headers, mapping: toJson(mapping), clean: clean ? 1 : 0 },
      ...{ mapped_by: by, mapped_at: at },
    } as const,
  ])
}

/** How are the columns of this list read? What was said last. */
export function mappingOfList(
  db: Db,
  investigation: InvestigationId,
  list: ListId,
): Promise<MappingKept | null> {
  return lastMapping(db, investigation, ['list', list])
}

/** How was the last list with these columns read? */
export function mappingForHeaders(
  db: Db,
  investigation: InvestigationId,
  headers: string,
): Promise<MappingKept | null> {
  return lastMapping(db, investigation, ['headers', headers])
}

async function lastMapping(
  db: Db,
  investigation: InvestigationId,
  [column, value]: readonly ['list', ListId] | readonly ['headers', string],
): Promise<MappingKept | null> {
  const row = await db
    .selectFrom('list_mapping')
    .selectAll()
    .where('investigation', '=', investigation)
    .where(column, '=', value)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const { list, headers, mapping, clean, mapped_by, mapped_at } = row
  return { list, headers, mapping: fromJson(mapping), clean: clean === 1, by: mapped_by, at: mapped_at }
}
