import { refuse, type ExhibitFileId, type ExhibitId } from '@corroborate/base'
import { filesOfExhibit, insertCustodyEvents, type HeldFile } from '@corroborate/store'
import { fileNameFault, type Made } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import { custodyNow } from './custody-link.ts'
import type { InInvestigation } from './desk.ts'
import { enterFile } from './enter-file.ts'
import { freshId, signature } from './name-record.ts'
import type { FileTaken } from './receive-exhibit.ts'
import { instant } from './time.ts'

export interface LinkWorkingCopy extends InInvestigation {
  readonly exhibit: ExhibitId
  readonly made: Made
  readonly file: FileTaken
}

/** Links a file that was made from one of an exhibit's: with which tool, in which version, and what was changed. */
export const linkWorkingCopy = act(
  'working-copy.linked',
  ['researcher', 'reviewer'],
  async (desk, { investigation, exhibit, made, file: taken }: LinkWorkingCopy) => {
    const { db } = desk.store
    const files = await filesOfExhibit(db, investigation, exhibit)
    if (files.length === 0) return NOT_FOUND
    const badName = fileNameFault(taken.name)
    if (badName) return badName
    if (!files.some(({ id }) => id === made.from))
      return refuse('of-another-exhibit', 'the file that it was made from is none of this exhibit’s')
    for (const [what, said] of [
      ['the tool', made.tool],
      ['its version', made.toolVersion],
      ['what was changed', made.changes],
    ] as const)
      if (said.trim() === '')
        return refuse(
          'not-repeatable',
          `a working copy says ${what}, so that it can be made again; found nothing`,
        )
    const file: HeldFile = {
      ...{ id: freshId<'exhibit-file'>(desk), exhibit, name: taken.name, ...taken.digests },
      ...{ held: taken.held, made, receivedBy: await signature(desk), receivedAt: instant(desk.clock()) },
    }
    const link = { exhibit, file: made.from, kind: 'copied' } as const
    const custody = await custodyNow(desk, {
      ...link,
      reason: `${made.tool} ${made.toolVersion}: ${made.changes}`,
    })
    await enterFile(desk, investigation, file)
    await insertCustodyEvents(db, investigation, [custody])
    return done<ExhibitFileId>(file.id, { subject: exhibit, content: { file, records: [custody] } })
  },
)
