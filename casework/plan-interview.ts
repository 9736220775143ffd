import { refuse, type PlanId } from '@corroborate/base'
import { insertPlan, sourceById } from '@corroborate/store'
import type { InterviewPlan } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { freshId, signature } from './name-record.ts'

export interface PlanInterview
  extends InInvestigation, Pick<InterviewPlan, 'witness' | 'due' | 'questions'> {}

/** Writes down what is to be asked of a witness, before they are heard. */
export const planInterview = act(
  'interview.planned',
  ['researcher', 'reviewer', 'legal-adviser'],
  async (desk, { investigation, witness, due, questions }: PlanInterview) => {
    const { db } = desk.store
    const source = await sourceById(db, investigation, witness)
    if (source === null) return NOT_FOUND
    if (source.kind !== 'witness')
      return refuse('not-a-witness', `${source.code} is a ${source.kind}; only a witness is interviewed`)
    if (questions.length === 0 || questions.some(({ words }) => words.trim() === ''))
      return refuse('no-questions', 'a plan asks one question at least, and none of them is empty')
    const id: PlanId = freshId(desk)
    const plan = { id, witness, due, questions, by: await signature(desk), interview: null }
    await insertPlan(db, investigation, plan)
    return done<PlanId>(id, { subject: id, content: plan })
  },
)
