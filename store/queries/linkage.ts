import type { InvestigationId } from '@corroborate/base'
import type { ListSize } from '@corroborate/estimate'
import type { Linkage } from '@corroborate/report'
import { fromJson, toJson } from '../json.ts'
import type { LinkageLinkTable, LinkageTable } from '../list-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** Writes linkages with all their links. A linkage is never changed: a better opinion is another linkage. */
export async function insertLinkages(
  db: Db,
  investigation: InvestigationId,
  linkages: readonly Linkage[],
): Promise<void> {
  const from = await nextOrdinal(db, 'linkage', investigation)
  const rows: LinkageTable[] = linkages.map((linkage, i) => ({
    investigation,
    ordinal: from + i,
    id: linkage.id,
    code: linkage.code,
    title: toJson(linkage.title),
    made_by: toJson(linkage.madeBy),
  }))
  await insertAll(db, 'linkage', rows)
  for (const linkage of linkages) {
    const links: LinkageLinkTable[] = linkage.links.map(({ list, row, person, draw }, i) => ({
      ...{ investigation, ordinal: i + 1, linkage: linkage.id },
      ...{ list, record: row, person, draw },
    }))
    await insertAll(db, 'linkage_link', links)
  }
}

/** Every linkage, with its links in the order in which they came. */
export async function linkages(db: Db, investigation: InvestigationId): Promise<readonly Linkage[]> {
  const heads = await db
    .selectFrom('linkage')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const links = await db
    .selectFrom('linkage_link')
    .select(['linkage', 'list', 'record as row', 'person', 'draw'])
    .where('investigation', '=', investigation)
    .orderBy('linkage')
    .orderBy('ordinal')
    .execute()
  const byLinkage = Map.groupBy(links, ({ linkage }) => linkage)
  return heads.map((head) => ({
    id: head.id,
    code: head.code,
    title: fromJson(head.title),
    madeBy: fromJson(head.made_by),
    links: (byLinkage.get(head.id) ?? []).map(({ list, row, person, draw }) => ({ list, row, person, draw })),
  }))
}

/** Which lists are there, and how many rows has each? */
export async function listSizes(db: Db, investigation: InvestigationId): Promise<readonly ListSize[]> {
  const rows = await db
    .selectFrom('list')
    .leftJoin('list_record', (join) =>
      join
        .onRef('list_record.investigation', '=', 'list.investigation')
        .onRef('list_record.list', '=', 'list.id'),
    )
    .select((at) => ['list.id', 'list.code', at.fn.count('list_record.ordinal').as('rows')])
    .where('list.investigation', '=', investigation)
    .groupBy(['list.id', 'list.code', 'list.ordinal'])
    .orderBy('list.ordinal')
    .orderBy('list.id')
    .execute()
  return rows.map(({ id, code, rows }) => ({ id, code, rows: Number(rows) }))
}
