import { refuse } from '@corroborate/base'
import { exhibitFilesOf, insertFixityCheck } from '@corroborate/store'
import type { FixityCheck } from '@corroborate/testimony'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'

export interface RecordFixity extends InInvestigation {
  readonly check: Omit<FixityCheck, 'by'>
}

/** Keeps what was found when all files of an investigation were read again. Done by the process that read them, as the operator. */
export const recordFixity = act(
  'fixity.checked',
  ['administrator'],
  async (desk, { investigation, check: found }: RecordFixity) => {
    const files = new Set((await exhibitFilesOf(desk.store.db, investigation)).map(({ id }) => id))
    const unknown = found.faults.find(({ file }) => !files.has(file))
    if (unknown) return refuse('unknown-file', `there is no file ${unknown.file} in this investigation`)
    const check: FixityCheck = { ...found, by: await signature(desk) }
    await insertFixityCheck(desk.store.db, investigation, check)
    return done<FixityCheck>(check, { subject: investigation, content: check })
  },
)
