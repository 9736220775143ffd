import { refuse, type ReleaseId, type ReportId } from '@corroborate/base'
import { blocks, type FlagTally } from '@corroborate/disclosure'
import { insertRelease, reportById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { freshId } from './name-record.ts'
import { contentOf } from './released.ts'
import { instant } from './time.ts'

export interface ProposeRelease extends InInvestigation {
  readonly report: ReportId
  /** How many flags of which kind the check raised, where the names are: never what they found. */
  readonly flags: readonly FlagTally[]
  /** Without names: it is read by everybody who reads in the investigation, and by whoever seizes the server. */
  readonly reason: string
}

/** States what the check of a report raised, and, where that stops it, proposes with a reason to let it go all the same. Nothing is let go by it. */
export const proposeRelease = act(
  'release.proposed',
  ['publisher'],
  async (desk, { investigation, report: id, flags, reason }: ProposeRelease) => {
    const { db } = desk.store
    const report = await reportById(db, investigation, id)
    if (!report) return NOT_FOUND
    if (flags.some(blocks) && reason.trim() === '')
      return refuse('no-reason', 'say why it may go although the check stops it')
    const release: ReleaseId = freshId(desk)
    const proposed = { report: id, content: contentOf(report), flags, reason: reason.trim() }
    const [proposedBy, proposedAt] = [memberAtDesk(desk), instant(desk.clock())]
    await insertRelease(db, investigation, { id: release, ...proposed, proposedBy, proposedAt })
    return done<ReleaseId>(release, { subject: id, content: { release, ...proposed } })
  },
)
