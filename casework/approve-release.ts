import { refuse, type ReleaseId } from '@corroborate/base'
import { releasesIn, updateRelease } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { laidOut } from './laid-out.ts'
import { leavingNamed, subjectOf } from './leaving.ts'
import { memberAtDesk } from './member-keys.ts'
import { instant } from './time.ts'

export interface ApproveRelease extends InInvestigation {
  readonly release: ReleaseId
  readonly reason: string
}

/** Somebody other than whoever proposed it lets go what the check stopped, with a reason of their own. It holds for what was checked, as it now is. */
export const approveRelease = act(
  'release.approved',
  ['publisher', 'reviewer', 'legal-adviser'],
  async (desk, { investigation, release, reason }: ApproveRelease) => {
    const { db } = desk.store
    const proposed = (await releasesIn(db, investigation)).find((one) => one.id === release)
    const of = proposed && leavingNamed(proposed.output)
    if (!proposed || !of) return NOT_FOUND
    const by = memberAtDesk(desk)
    if (proposed.proposedBy === by)
      return refuse('by-oneself', 'somebody else approves what you proposed to let go')
    if (proposed.approvedBy !== null) return refuse('approved-before', 'it was approved already')
    if (reason.trim() === '') return refuse('no-reason', 'say why it may go although the check stops it')
    const now = await laidOut(desk, { investigation, of })
    if (!now.ok || proposed.content !== now.value.content)
      return refuse('changed-since', 'it was changed since: it has to be checked and proposed anew')
    const approved = { by, at: instant(desk.clock()), because: reason.trim() }
    await updateRelease(db, { investigation, id: release }, approved)
    return done<null>(null, { subject: subjectOf(of, investigation), content: { release, ...approved } })
  },
)
