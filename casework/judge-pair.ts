import { refuse, type LinkageRunId } from '@corroborate/base'
import type { Verdict } from '@corroborate/linkage'
import { insertJudgements, linkageRunById, recordsExist, type RecordAt } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { JUDGES, saidNow, warningsOf, type Judged } from './judgements-said.ts'

export interface JudgePair extends InInvestigation {
  readonly left: RecordAt
  readonly right: RecordAt
  readonly verdict: Verdict
  readonly why: string | null
  /** The run that showed the pair; null when somebody looked it up. */
  readonly run: LinkageRunId | null
}

/** Says of two records whether they are one person. Nothing is struck out: another word of the same person takes the place of the first. */
export const judgePair = act('pair.judged', JUDGES, async (desk, input: JudgePair) => {
  const { investigation, left, right, verdict, why, run } = input
  if (left.list === right.list && left.row === right.row)
    return refuse('same-record', 'a record is not judged against itself')
  const { db } = desk.store
  if (!(await recordsExist(db, investigation, [left, right]))) return NOT_FOUND
  if (run !== null && (await linkageRunById(db, investigation, run)) === null) return NOT_FOUND
  const said = await saidNow(desk, [{ left, right, verdict, why, run }])
  const warnings = await warningsOf(desk, input, said)
  await insertJudgements(db, investigation, said)
  return done<Judged>({ warnings }, { subject: run ?? left.list, content: { said, warnings } })
})
