import type { EstimateId } from '@corroborate/base'
import type { PatternRequest } from '@corroborate/estimate'
import { claimsById, insertEstimates } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface AskEstimate extends InInvestigation, Omit<PatternRequest, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Asks how many. The answer is computed whenever it is read; "cannot say, because" is an answer too. */
export const askEstimate = act('estimate.asked', ['statistician'], async (desk, input: AskEstimate) => {
  const { investigation, code, ...asked } = input
  const { db } = desk.store
  const read = new Set([
    ...asked.periods.flatMap((period) => [period.window, period.rate, period.size]),
    ...asked.checks.map((check) => check.claim),
  ])
  if ((await claimsById(db, investigation, [...read])).length < read.size) return NOT_FOUND
  const named = await nameRecord(desk, { investigation, kind: 'estimate', code })
  if (!named.ok) return named
  const request: PatternRequest = { ...asked, ...named.value }
  await insertEstimates(db, investigation, [request])
  return done<EstimateId>(request.id, { subject: request.id, content: request })
})
