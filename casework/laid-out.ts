import type { ReportId } from '@corroborate/base'
import type { ReleaseOutput } from '@corroborate/disclosure'
import { releaseOutputOf } from '@corroborate/press'
import { assess, resolveReport, type Report } from '@corroborate/report'
import { investigationWhole } from '@corroborate/store'
import type { Desk, InInvestigation } from './desk.ts'
import { dayAt } from './time.ts'

/** A report as it now reads, with everything that would leave with it. Null when there is none of that id. */
export async function laidOut(
  { store, clock, software }: Pick<Desk, 'store' | 'clock' | 'software'>,
  { investigation: id, report: of }: InInvestigation & { readonly report: ReportId },
): Promise<{ readonly report: Report; readonly output: ReleaseOutput } | null> {
  const investigation = await investigationWhole(store.db, id)
  const report = investigation?.reports.find((one) => one.id === of)
  if (!investigation || !report) return null
  const assessment = assess(investigation, { today: dayAt(clock()), software })
  const resolved = resolveReport(investigation, assessment, report)
  return { report, output: releaseOutputOf({ resolved, assessment, investigation }) }
}
