import { refuse, type ReleaseId, type ReportId } from '@corroborate/base'
import { blocks, type FlagTally } from '@corroborate/disclosure'
import { insertRelease } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { laidOut } from './laid-out.ts'
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
  /** The digest of the report as it was checked. */
  readonly content: string
}

/** States what the check of a report raised, and, where that stops it, proposes with a reason to let it go all the same. Nothing is let go by it. */
export const proposeRelease = act(
  'release.proposed',
  ['publisher'],
  async (desk, { investigation, report: id, flags, reason, content }: ProposeRelease) => {
    const { db } = desk.store
    const now = await laidOut(desk, { investigation, report: id })
    if (!now) return NOT_FOUND
    if (content !== contentOf(now.report))
      return refuse('changed-since', 'the report was changed since it was checked: check it anew')
    if (flags.some(blocks) && reason.trim() === '')
      return refuse('no-reason', 'say why it may go although the check stops it')
    const release: ReleaseId = freshId(desk)
    const proposed = { report: id, content, flags, reason: reason.trim() }
    const tables = now.output.tables.map(({ named, table }) => ({ named, table }))
    const [proposedBy, proposedAt] = [memberAtDesk(desk), instant(desk.clock())]
    await insertRelease(db, investigation, { id: release, ...proposed, tables, proposedBy, proposedAt })
    return done<ReleaseId>(release, { subject: id, content: { release, ...proposed } })
  },
)
