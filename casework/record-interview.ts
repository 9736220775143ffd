import { refuse, type InterviewId } from '@corroborate/base'
import { insertInterviews, sourceById } from '@corroborate/store'
import type { Interview } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface RecordInterview extends InInvestigation, Omit<Interview, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Enters one session with a witness. */
export const recordInterview = act(
  'interview.recorded',
  ['researcher'],
  async (desk, { investigation, code, ...what }: RecordInterview) => {
    const witness = await sourceById(desk.store.db, investigation, what.witness)
    if (!witness) return NOT_FOUND
    if (witness.kind !== 'witness')
      return refuse('not-a-witness', `${witness.code} is a ${witness.kind}; only a witness is interviewed`)
    const named = await nameRecord(desk, { investigation, kind: 'interview', code })
    if (!named.ok) return named
    const interview: Interview = { ...what, ...named.value }
    await insertInterviews(desk.store.db, investigation, [interview])
    return done<InterviewId>(interview.id, { subject: interview.id, content: interview })
  },
)
