import { refuse, type ExhibitFileId } from '@corroborate/base'
import {
  exhibitById,
  exhibitFileById,
  insertCustodyEvents,
  lastFixityCheck,
  type HeldFile,
} from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { custodyNow } from './custody-link.ts'
import type { InInvestigation } from './desk.ts'
import { faultSentence } from './fault-sentence.ts'

export interface OpenExhibitFile extends InInvestigation {
  readonly file: ExhibitFileId
  readonly reason: string
}

/** Which file is to be given out, and the code of its exhibit. */
export interface OpenedFile {
  readonly file: HeldFile
  readonly code: string
}

/** Lets somebody read a file: written down before its first byte is given out. Refused when the last check found that it is not what came. */
export const openExhibitFile = act(
  'exhibit.opened',
  ['researcher', 'reviewer', 'legal-adviser', 'statistician', 'publisher', 'identity-custodian'],
  async (desk, { investigation, file: id, reason }: OpenExhibitFile) => {
    const { db } = desk.store
    const file = await exhibitFileById(db, investigation, id)
    const exhibit = file && (await exhibitById(db, investigation, file.exhibit))
    if (!file || !exhibit) return NOT_FOUND
    const check = await lastFixityCheck(db, investigation)
    const fault = check?.faults.find((found) => found.file === id)
    if (check && fault)
      return refuse(fault.kind, faultSentence({ code: exhibit.code, file, fault, at: check.endedAt }))
    const event = await custodyNow(desk, { exhibit: exhibit.id, file: id, kind: 'accessed', reason })
    await insertCustodyEvents(db, investigation, [event])
    return done<OpenedFile>({ file, code: exhibit.code }, { subject: exhibit.id, content: event })
  },
)
