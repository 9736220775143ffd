import { refuse, type ReleaseId, type ReportId } from '@corroborate/base'
import { releasesOf, reportById, updateRelease } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { contentOf } from './released.ts'
import { instant } from './time.ts'

export interface ApproveRelease extends InInvestigation {
  readonly report: ReportId
  readonly release: ReleaseId
  readonly reason: string
}

/** Somebody other than whoever proposed it lets go what the check stopped, with a reason of their own. It holds for what the report now says. */
export const approveRelease = act(
  'release.approved',
  ['publisher', 'reviewer', 'legal-adviser'],
  async (desk, { investigation, report: id, release, reason }: ApproveRelease) => {
    const { db } = desk.store
    const report = await reportById(db, investigation, id)
    const proposed = (await releasesOf(db, investigation, id)).find((one) => one.id === release)
    if (!report || !proposed) return NOT_FOUND
    const by = memberAtDesk(desk)
    if (proposed.proposedBy === by)
      return refuse('by-oneself', 'somebody else approves what you proposed to let go')
    if (proposed.approvedBy !== null) return refuse('approved-before', 'it was approved already')
    if (reason.trim() === '') return refuse('no-reason', 'say why it may go although the check stops it')
    if (proposed.content !== contentOf(report))
      return refuse('changed-since', 'the report was changed since: it has to be checked and proposed anew')
    const approved = { by, at: instant(desk.clock()), because: reason.trim() }
    await updateRelease(db, { investigation, id: release }, approved)
    return done<null>(null, { subject: id, content: { release, ...approved } })
  },
)
