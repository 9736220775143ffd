import { refuse, type ExhibitFileId, type TextId } from '@corroborate/base'
import { exhibitFileById, insertTextRecordings, recordingOfText, textById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'
import { instant } from './time.ts'

export interface TieRecording extends InInvestigation {
  readonly text: TextId
  readonly file: ExhibitFileId
}

/** Says from which file of an exhibit a text was written down, so that both are heard and read together. The last word counts. */
export const tieRecording = act(
  'recording.tied',
  ['researcher'],
  async (desk, { investigation, text: id, file }: TieRecording) => {
    const { db } = desk.store
    const text = await textById(db, investigation, id)
    if (text === null || (await exhibitFileById(db, investigation, file)) === null) return NOT_FOUND
    if ((await recordingOfText(db, investigation, text.code))?.file === file)
      return refuse('its-recording', `${text.code} is tied to this recording already`)
    const tie = { text: id, file, by: await signature(desk), at: instant(desk.clock()) }
    await insertTextRecordings(db, investigation, [tie])
    return done<null>(null, { subject: id, content: tie })
  },
)
