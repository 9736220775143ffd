import { refuse } from '@corroborate/base'
import { pairKey } from '@corroborate/linkage'
import { insertJudgements, judgements, type RecordAt } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { codesOf, JUDGES, nameIn, saidNow } from './judgements-said.ts'
import { signature } from './name-record.ts'

export interface TakeBackJudgement extends InInvestigation {
  readonly left: RecordAt
  readonly right: RecordAt
}

/** Takes one's own word on a pair back. What was said stays to be read. */
export const takeBackJudgement = act(
  'judgement.taken-back',
  JUDGES,
  async (desk, { investigation, left, right }: TakeBackJudgement) => {
    const { db } = desk.store
    const by = await signature(desk)
    const codes = await codesOf(desk, investigation)
    const pair = { left: nameIn(codes, left), right: nameIn(codes, right) }
    const last = (await judgements(db, investigation)).findLast(
      (one) => one.by === by && pairKey(one) === pairKey(pair),
    )
    if (last === undefined) return NOT_FOUND
    if (last.verdict === 'taken-back') return refuse('nothing-to-take-back', 'it was taken back before')
    const said = await saidNow(desk, [{ left, right, verdict: 'taken-back', why: null, run: null }])
    await insertJudgements(db, investigation, said)
    return done<null>(null, { subject: left.list, content: { said } })
  },
)
