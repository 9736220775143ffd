import { refuse, type ReleaseId } from '@corroborate/base'
import { blocks, type FlagTally } from '@corroborate/disclosure'
import { insertRelease } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { laidOut } from './laid-out.ts'
import { nameOfLeaving, subjectOf, type Leaving } from './leaving.ts'
import { memberAtDesk } from './member-keys.ts'
import { freshId } from './name-record.ts'
import { instant } from './time.ts'

export interface ProposeRelease extends InInvestigation {
  readonly of: Leaving
  /** How many flags of which kind the check raised, where the names are: never what they found. */
  readonly flags: readonly FlagTally[]
  /** Without names: it is read by everybody who reads in the investigation, and by whoever seizes the server. */
  readonly reason: string
  /** The digest of what was checked. */
  readonly content: string
}

/** States what the check of something raised, and, where that stops it, proposes with a reason to let it go all the same. Nothing is let go by it. */
export const proposeRelease = act(
  'release.proposed',
  ['publisher'],
  async (desk, { investigation, of, flags, reason, content }: ProposeRelease) => {
    const now = await laidOut(desk, { investigation, of })
    if (!now.ok) return now
    if (content !== now.value.content)
      return refuse('changed-since', 'it was changed since it was checked: check it anew')
    if (flags.some(blocks) && reason.trim() === '')
      return refuse('no-reason', 'say why it may go although the check stops it')
    const release: ReleaseId = freshId(desk)
    const proposed = { output: nameOfLeaving(of), content, flags, reason: reason.trim() }
    const tables = now.value.output.tables.map(({ named, table }) => ({ named, table }))
    const [proposedBy, proposedAt] = [memberAtDesk(desk), instant(desk.clock())]
    const stated = { id: release, ...proposed, tables, proposedBy, proposedAt }
    await insertRelease(desk.store.db, investigation, stated)
    return done<ReleaseId>(release, {
      subject: subjectOf(of, investigation),
      content: { release, ...proposed },
    })
  },
)
