import { refuse, type InvestigationId, type Outcome } from '@corroborate/base'
import {
  isPatternRequest,
  listStudyInput,
  type EstimateRequest,
  type ListEvidence,
  type StudyInput,
} from '@corroborate/estimate'
import { linkages, lists, type Db } from '@corroborate/store'

/** Everything that a study of this question needs, counted out of the investigation as it now stands; or why it cannot be counted. */
export async function studyInputOf(
  db: Db,
  investigation: InvestigationId,
  { request, software }: { readonly request: EstimateRequest; readonly software: string },
): Promise<Outcome<StudyInput>> {
  if (isPatternRequest(request))
    return refuse('nothing-to-run', 'Its arithmetic is done whenever it is read: there is nothing to run.')
  const evidence = request.overlap.kind === 'table' ? NOTHING : await evidenceIn(db, investigation)
  return listStudyInput(request, evidence, software)
}

const NOTHING: ListEvidence = { lists: [], linkages: [] }

/** The lists and linkages that overlaps are counted from. */
export async function evidenceIn(db: Db, investigation: InvestigationId): Promise<ListEvidence> {
  return { lists: await lists(db, investigation), linkages: await linkages(db, investigation) }
}
