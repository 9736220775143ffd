import { refuse, type Day, type InterviewId, type PlanId } from '@corroborate/base'
import { holdPlan, insertInterviews, insertTasks, NOT_DONE, plansOf, sourceById } from '@corroborate/store'
import type { Interview } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { freshId, nameRecord, type ChosenCode } from './name-record.ts'
import { instant } from './time.ts'

export interface RecordInterview extends InInvestigation, Omit<Interview, 'id' | 'code'> {
  readonly code: ChosenCode
  /** What was planned to be asked; null where nothing was. */
  readonly plan: PlanId | null
  /** What the witness was promised, and by which day: each becomes a task. */
  readonly promises: readonly { readonly words: string; readonly due: Day }[]
}

/** Enters one session with a witness, with the plan that it kept to and what was promised in it. */
export const recordInterview = act(
  'interview.recorded',
  ['researcher'],
  async (desk, { investigation, code, plan, promises, ...what }: RecordInterview) => {
    const { db } = desk.store
    const witness = await sourceById(db, investigation, what.witness)
    if (!witness) return NOT_FOUND
    if (witness.kind !== 'witness')
      return refuse('not-a-witness', `${witness.code} is a ${witness.kind}; only a witness is interviewed`)
    const planned =
      (await plansOf(db, investigation)).find(({ id, witness: of }) => id === plan && of === what.witness) ??
      null
    if (plan !== null && planned === null) return NOT_FOUND
    if (promises.some(({ words }) => words.trim() === ''))
      return refuse('no-promise', 'a promise says what was promised')
    const named = await nameRecord(desk, { investigation, kind: 'interview', code })
    if (!named.ok) return named
    const interview: Interview = { ...what, ...named.value }
    await insertInterviews(db, investigation, [interview])
    if (plan !== null && !(await holdPlan(db, investigation, { plan, interview: interview.id })))
      return refuse('held-before', 'what was planned has been asked in another session already')
    const tasks = promises.map(({ words, due }) => ({
      ...{ id: freshId<'task'>(desk), kind: 'keep-promise' as const, subject: interview.id },
      ...{ because: interview.id, recipient: null, due, words: words.trim(), madeAt: instant(desk.clock()) },
      ...NOT_DONE,
    }))
    await insertTasks(db, investigation, tasks)
    const held = planned === null ? [] : [{ ...planned, interview: interview.id }]
    const content = { plan, records: [interview, ...held, ...tasks] }
    return done<InterviewId>(interview.id, { subject: interview.id, content })
  },
)
