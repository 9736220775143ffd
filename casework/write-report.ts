import { refuse, type ReportId } from '@corroborate/base'
import type { Report } from '@corroborate/report'
import { insertReports, reportById, reportCards, updateReport } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { freshId } from './name-record.ts'

export interface WriteReport extends InInvestigation, Omit<Report, 'id'> {
  /** The report that is written on; null for a new one. */
  readonly report: ReportId | null
}

/** Writes a report, whole, as it now stands. What breaks a law in it is shown while it is written, and stops its publication. */
export const writeReport = act('report.written', ['publisher'], async (desk, input: WriteReport) => {
  const { investigation, report: id, ...what } = input
  const { db } = desk.store
  if (id === null) {
    if (
      (await reportCards(db, investigation)).some(
        ({ code, locale }) => code === what.code && locale === what.locale,
      )
    )
      return refuse('code-taken', `there is a report called “${what.code}” in this language already`)
    const report: Report = { ...what, id: freshId(desk) }
    await insertReports(db, investigation, [report])
    return done<ReportId>(report.id, { subject: report.id, content: report })
  }
  const before = await reportById(db, investigation, id)
  if (!before) return NOT_FOUND
  const { code, locale } = before
  const report: Report = { ...what, id, code, locale }
  await updateReport(db, investigation, report)
  return done<ReportId>(id, { subject: id, content: report })
})
