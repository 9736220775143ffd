import { refuse, type ReportId } from '@corroborate/base'
import { assess } from '@corroborate/report'
import { insertPublication, investigationWhole, publicationAt, type Publication } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { contentOf, faultOfRelease } from './released.ts'
import { dayAt, instant } from './time.ts'

export interface PublishReport extends InInvestigation {
  readonly report: ReportId
}

/**
 * Opens a report to everybody, under an address of its own. Refused while any law of the design is broken in the
 * investigation, and while the check of what would leave stops it and nobody else has let it go; what is broken later takes the page
 * away until it is mended.
 */
export const publishReport = act(
  'report.published',
  ['publisher'],
  async (desk, { investigation: id, report }: PublishReport) => {
    const { db } = desk.store
    const investigation = await investigationWhole(db, id)
    const written = investigation?.reports.find((one) => one.id === report)
    if (!investigation || !written) return NOT_FOUND
    const { breaches } = assess(investigation, { today: dayAt(desk.clock()), software: desk.software })
    const [first] = breaches
    if (first) return refuse('breaches', `${breaches.length} to mend first; one of them: ${first.detail}`)
    const unreleased = await faultOfRelease(db, id, { output: report, content: contentOf(written) })
    if (unreleased) return unreleased
    const address = {
      investigationCode: investigation.code,
      reportCode: written.code,
      locale: written.locale,
    }
    const held = await publicationAt(db, address)
    if (held?.report === report) return refuse('published-before', 'this report is published already')
    if (held)
      return refuse('address-taken', 'another published report has this address: change the code of one')
    const published: Publication = {
      investigation: id,
      report,
      ...address,
      publishedAt: instant(desk.clock()),
    }
    await insertPublication(db, published)
    return done<Publication>(published, { subject: report, content: published })
  },
)
