import { ok, type InvestigationId, type Outcome } from '@corroborate/base'
import {
  inputsDigest,
  readyToRun,
  type EstimateRequest,
  type EstimateRun,
  type ListEvidence,
  type StudyInput,
} from '@corroborate/estimate'
import { studyInputOf } from '@corroborate/report'
import { investigationWhole, linkages, lists, type Db } from '@corroborate/store'
import { NOT_FOUND } from './act.ts'
import type { Desk } from './desk.ts'
import { dayAt } from './time.ts'

/** Everything that a study of this question needs, from the investigation as it now stands; or why there can be none. */
export async function studyInputIn(
  { store, clock, software }: Pick<Desk, 'store' | 'clock' | 'software'>,
  investigation: InvestigationId,
  request: EstimateRequest,
): Promise<Outcome<StudyInput>> {
  const whole = await investigationWhole(store.db, investigation)
  return whole === null ? NOT_FOUND : studyInputOf(whole, request, { today: dayAt(clock()), software })
}

/** The same, with what only the making of a study needs; null when the inputs are no longer those of this digest. */
export async function studyReadyIn(
  desk: Pick<Desk, 'store' | 'clock' | 'software'>,
  { investigation, run }: { readonly investigation: InvestigationId; readonly run: EstimateRun },
): Promise<Outcome<StudyInput> | null> {
  const input = await studyInputIn(desk, investigation, run.request)
  if (!input.ok) return input
  if (inputsDigest(input.value) !== run.inputs) return null
  return ok(readyToRun(input.value, run.request, await evidenceIn(desk.store.db, investigation)))
}

/** The lists and linkages that overlaps are counted from. */
export async function evidenceIn(db: Db, investigation: InvestigationId): Promise<ListEvidence> {
  return { lists: await lists(db, investigation), linkages: await linkages(db, investigation) }
}
