import type { InvestigationId, ReportId } from '@corroborate/base'
import type { Report } from '@corroborate/report'
import { fromJson, toJson } from '../json.ts'
import type { Db, ReportTable } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export type ReportCard = Pick<Report, 'id' | 'code' | 'locale' | 'title' | 'dated'>

export async function insertReports(
  db: Db,
  investigation: InvestigationId,
  reports: readonly Report[],
): Promise<void> {
  const from = await nextOrdinal(db, 'report', investigation)
  const rows = reports.map((report, i) => ({ investigation, ordinal: from + i, ...columnsOf(report) }))
  await insertAll(db, 'report', rows)
}

/** False when this investigation has no such report. */
export async function updateReport(db: Db, investigation: InvestigationId, report: Report): Promise<boolean> {
  const done = await db
    .updateTable('report')
    .set(columnsOf(report))
    .where('investigation', '=', investigation)
    .where('id', '=', report.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Every report whole, as they were written. */
export async function reports(db: Db, investigation: InvestigationId): Promise<readonly Report[]> {
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(reportFrom)
}

/** Which reports are there? Without their text, by code and language. */
export async function reportCards(db: Db, investigation: InvestigationId): Promise<readonly ReportCard[]> {
  return db
    .selectFrom('report')
    .select(['id', 'code', 'locale', 'title', 'dated'])
    .where('investigation', '=', investigation)
    .orderBy('code')
    .orderBy('locale')
    .execute()
}

export async function reportById(
  db: Db,
  investigation: InvestigationId,
  report: ReportId,
): Promise<Report | null> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('id', '=', report)
    .executeTakeFirst()
  return row ? reportFrom(row) : null
}

function columnsOf(report: Report) {
  return {
    id: report.id,
    code: report.code,
    locale: report.locale,
    title: report.title,
    subtitle: report.subtitle,
    authors: toJson(report.authors),
    dated: report.dated,
    blocks: toJson(report.blocks),
  } satisfies Omit<ReportTable, 'investigation' | 'ordinal'>
}

function reportFrom(row: ReportTable): Report {
  return {
    id: row.id,
    code: row.code,
    locale: row.locale,
    title: row.title,
    subtitle: row.subtitle,
    authors: fromJson(row.authors),
    dated: row.dated,
    blocks: fromJson(row.blocks),
  }
}
