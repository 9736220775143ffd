import { refuse, type EstimateId, type InvestigationId, type Outcome } from '@corroborate/base'
import {
  claimsOfRequest,
  isPatternRequest,
  listStudyInput,
  type EstimateRequest,
  type ListRequest,
  type PatternRequest,
} from '@corroborate/estimate'
import { claimsById, insertEstimates, type Db } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'
import { evidenceIn } from './study-input-of.ts'

/** What is asked, before it has its id and its code. */
export type EstimateAsked = Omit<PatternRequest, 'id' | 'code'> | Omit<ListRequest, 'id' | 'code'>

export interface AskEstimate extends InInvestigation {
  readonly code: ChosenCode
  readonly asked: EstimateAsked
}

/**
 * Asks how many, of pattern claims or of lists. The arithmetic on claims is done whenever it is read; of lists it is run when somebody asks for it.
 * "Cannot say, because" is an answer too.
 */
export const askEstimate = act('estimate.asked', ['statistician'], async (desk, input: AskEstimate) => {
  const { investigation, code, asked } = input
  const { db } = desk.store
  const named = await nameRecord(desk, { investigation, kind: 'estimate', code })
  if (!named.ok) return named
  const request: EstimateRequest = { ...asked, ...named.value }
  const sound = await askable(db, investigation, { request, software: desk.software })
  if (!sound.ok) return sound
  await insertEstimates(db, investigation, [request])
  return done<EstimateId>(request.id, { subject: request.id, content: request })
})

/** Whether everything that the question names is there: its claims, or its lists and their linkage. */
export async function askable(
  db: Db,
  investigation: InvestigationId,
  { request, software }: { readonly request: EstimateRequest; readonly software: string },
): Promise<Outcome<null>> {
  if (!isPatternRequest(request)) {
    const input = listStudyInput(request, await evidenceIn(db, investigation), software)
    if (!input.ok && NOWHERE.includes(input.reason)) return NOT_FOUND
    return input.ok ? { ok: true, value: null } : refuse(input.reason, input.detail)
  }
  const read = claimsOfRequest(request)
  const found = await claimsById(db, investigation, read)
  return found.length < read.length ? NOT_FOUND : { ok: true, value: null }
}

/** What is not in this investigation is answered as what is nowhere. */
const NOWHERE: readonly string[] = ['linkage-unknown', 'list-unknown']
