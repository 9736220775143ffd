import type { InvestigationId } from '@corroborate/base'
import type { PersonList } from '@corroborate/report'
import { fromJson, toJson } from '../json.ts'
import type { ListRecordTable, ListTable } from '../list-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** Writes lists with all their rows, as they came. A list is never changed: a newer one is another list. */
export async function insertLists(
  db: Db,
  investigation: InvestigationId,
  lists: readonly PersonList[],
): Promise<void> {
  const from = await nextOrdinal(db, 'list', investigation)
  const rows: ListTable[] = lists.map((list, i) => ({
    investigation,
    ordinal: from + i,
    id: list.id,
    code: list.code,
    title: toJson(list.title),
    holder: list.holder,
    columns: toJson(list.columns),
  }))
  await insertAll(db, 'list', rows)
  for (const list of lists) {
    const records: ListRecordTable[] = list.rows.map((cells, i) => ({
      investigation,
      list: list.id,
      ordinal: i + 1,
      cells: toJson(cells),
      line: null,
    }))
    await insertAll(db, 'list_record', records)
  }
}

/** Every list, with its rows in the order in which they came. */
export async function lists(db: Db, investigation: InvestigationId): Promise<readonly PersonList[]> {
  const heads = await db
    .selectFrom('list')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const records = await db
    .selectFrom('list_record')
    .select(['list', 'cells'])
    .where('investigation', '=', investigation)
    .orderBy('list')
    .orderBy('ordinal')
    .execute()
  const byList = Map.groupBy(records, (record) => record.list)
  return heads.map((head) => ({
    id: head.id,
    code: head.code,
    title: fromJson(head.title),
    holder: head.holder,
    columns: fromJson(head.columns),
    rows: (byList.get(head.id) ?? []).map((record) => fromJson(record.cells)),
  }))
}
