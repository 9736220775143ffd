import type { InvestigationId, Outcome } from '@corroborate/base'
import type { EstimateRequest, ListEvidence, StudyInput } from '@corroborate/estimate'
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

/** The lists and linkages that overlaps are counted from. */
export async function evidenceIn(db: Db, investigation: InvestigationId): Promise<ListEvidence> {
  return { lists: await lists(db, investigation), linkages: await linkages(db, investigation) }
}
