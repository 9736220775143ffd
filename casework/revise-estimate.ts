import type { EstimateId } from '@corroborate/base'
import type { EstimateRequest } from '@corroborate/estimate'
import { estimateById, updateEstimate } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { askable, type EstimateAsked } from './ask-estimate.ts'
import type { InInvestigation } from './desk.ts'

export interface ReviseEstimate extends InInvestigation {
  readonly estimate: EstimateId
  readonly asked: EstimateAsked
}

/** Asks the question of an estimate otherwise, under its code. What was run before stays, with the question as it was. */
export const reviseEstimate = act(
  'estimate.revised',
  ['statistician'],
  async (desk, { investigation, estimate, asked }: ReviseEstimate) => {
    const { db } = desk.store
    const before = await estimateById(db, investigation, estimate)
    if (before === null) return NOT_FOUND
    const request: EstimateRequest = { ...asked, id: before.id, code: before.code }
    const sound = await askable(db, investigation, { request, software: desk.software })
    if (!sound.ok) return sound
    await updateEstimate(db, investigation, request)
    return done<EstimateId>(estimate, { subject: estimate, content: request })
  },
)
