import type { InvestigationId, Locale, ReportId } from '@corroborate/base'
import type { Db, PublicationTable } from '../tables.ts'
import { insertAll } from './insert.ts'

/** Where everybody finds a published report. */
export interface Address {
  readonly investigationCode: string
  readonly reportCode: string
  readonly locale: Locale
}

/** A published report, and where it is found. */
export interface Publication extends Address {
  readonly investigation: InvestigationId
  readonly report: ReportId
  readonly publishedAt: string
}

export async function insertPublication(db: Db, published: Publication): Promise<void> {
  const { investigation, report, investigationCode, reportCode, locale, publishedAt } = published
  const row: PublicationTable = {
    investigation,
    report,
    investigation_code: investigationCode,
    report_code: reportCode,
    locale,
    published_at: publishedAt,
  }
  await insertAll(db, 'publication', [row])
}

/** What is published under this address? Null when nothing is. */
export async function publicationAt(db: Db, address: Address): Promise<Publication | null> {
  const row = await db
    .selectFrom('publication')
    .selectAll()
    .where('investigation_code', '=', address.investigationCode)
    .where('report_code', '=', address.reportCode)
    .where('locale', '=', address.locale)
    .executeTakeFirst()
  return row ? publicationFrom(row) : null
}

/** What is published here? By address. */
export async function publications(db: Db): Promise<readonly Publication[]> {
  const rows = await db
    .selectFrom('publication')
    .selectAll()
    .orderBy('investigation_code')
    .orderBy('report_code')
    .orderBy('locale')
    .execute()
  return rows.map(publicationFrom)
}

function publicationFrom(row: PublicationTable): Publication {
  return {
    investigation: row.investigation,
    report: row.report,
    investigationCode: row.investigation_code,
    reportCode: row.report_code,
    locale: row.locale,
    publishedAt: row.published_at,
  }
}
