import { sql } from 'kysely'
import type { InvestigationId, MemberId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import { fromJson, toJson } from '../json.ts'
import type { Db, InvestigationTable } from '../tables.ts'
import { insertAll } from './insert.ts'
import { lasting } from './member.ts'

/** An investigation by its head: what it is, without what is in it. */
export type InvestigationHead = Pick<
  Investigation,
  'id' | 'code' | 'title' | 'notice' | 'nature' | 'thresholds'
>

export interface Counts {
  readonly sources: number
  readonly witnesses: number
  readonly interviews: number
  readonly texts: number
  readonly passages: number
  readonly claims: number
  readonly findings: number
  readonly estimates: number
  readonly lists: number
}

export async function insertInvestigation(db: Db, head: InvestigationHead): Promise<void> {
  await insertAll(db, 'investigation', [columnsOf(head)])
}

export async function updateInvestigation(db: Db, head: InvestigationHead): Promise<boolean> {
  const done = await db
    .updateTable('investigation')
    .set(columnsOf(head))
    .where('id', '=', head.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What is this investigation? Null when there is none of that id. */
export async function investigationHead(db: Db, id: InvestigationId): Promise<InvestigationHead | null> {
  const row = await db.selectFrom('investigation').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? headFrom(row) : null
}

/** Which investigations does the store hold? For the keeper of the house, who sees no content. */
export async function allInvestigations(db: Db): Promise<readonly InvestigationHead[]> {
  const rows = await db.selectFrom('investigation').selectAll().orderBy('code').orderBy('id').execute()
  return rows.map(headFrom)
}

/** Which investigations may I enter, and as what? */
export async function investigationsOf(
  db: Db,
  { member, now }: { readonly member: MemberId; readonly now: string },
): Promise<readonly (InvestigationHead & { readonly roles: readonly string[] })[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('investigation', 'investigation.id', 'membership.investigation')
    .selectAll('investigation')
    .select('membership.role')
    .where('membership.member', '=', member)
    .where(lasting(now))
    .orderBy('investigation.code')
    .orderBy('investigation.id')
    .orderBy('membership.role')
    .execute()
  const roles = Map.groupBy(rows, (row) => row.id)
  return [...roles.values()].flatMap(([first, ...more]) =>
    first ? [{ ...headFrom(first), roles: [first, ...more].map((row) => row.role) }] : [],
  )
}

/** How much is in it? Null when there is no such investigation. */
export async function countsOf(db: Db, investigation: InvestigationId): Promise<Counts | null> {
  const rows = (table: string) =>
    sql<number>`(select count(*) from ${sql.table(table)} where investigation = ${investigation})`
  const witnesses = sql<number>`(select count(*) from source where investigation = ${investigation} and kind = 'witness')`
  const found = await db
    .selectFrom('investigation')
    .select([
      rows('source').as('sources'),
      witnesses.as('witnesses'),
      rows('interview').as('interviews'),
      rows('text').as('texts'),
      rows('passage').as('passages'),
      rows('claim').as('claims'),
      rows('finding').as('findings'),
      rows('estimate').as('estimates'),
      rows('list').as('lists'),
    ])
    .where('id', '=', investigation)
    .executeTakeFirst()
  return found ?? null
}

function columnsOf(head: InvestigationHead): InvestigationTable {
  return {
    id: head.id,
    code: head.code,
    title: toJson(head.title),
    notice: toJson(head.notice),
    nature: head.nature,
    thresholds: toJson(head.thresholds),
  }
}

function headFrom(row: InvestigationTable): InvestigationHead {
  return {
    id: row.id,
    code: row.code,
    title: fromJson(row.title),
    notice: fromJson(row.notice),
    nature: row.nature,
    thresholds: fromJson(row.thresholds),
  }
}
