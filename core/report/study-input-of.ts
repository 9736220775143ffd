import type { Day, Outcome } from '@corroborate/base'
import { findContradictions, lineageOf, originsOfClaim } from '@corroborate/claims'
import { usableClaims } from '@corroborate/disclosure'
import {
  isPatternRequest,
  listStudyInput,
  patternStudyInput,
  type EstimateRequest,
  type PatternEvidence,
  type StudyInput,
} from '@corroborate/estimate'
import type { Investigation } from './investigation.ts'

/** Everything that a study of this question needs, from what the investigation holds and its witnesses allow on that day. */
export function studyInputOf(
  investigation: Investigation,
  request: EstimateRequest,
  ask: { readonly today: Day; readonly software: string },
): Outcome<StudyInput> {
  if (!isPatternRequest(request)) return listStudyInput(request, investigation, ask.software)
  const lineage = lineageOf(investigation.sources, investigation.originLinks)
  const { usable: claims } = usableClaims({ ...investigation, on: ask.today })
  const { resolutions, places } = investigation
  const contradictions = findContradictions({ claims: [...claims.values()], lineage, resolutions, places })
  const originsOf = originsNamed(investigation, lineage)
  return patternStudyInput(request, { claims, contradictions, originsOf }, ask.software)
}

/** Whom a claim goes back to, by the codes of the sources. */
export function originsNamed(
  { sources }: Pick<Investigation, 'sources'>,
  lineage: ReturnType<typeof lineageOf>,
): PatternEvidence['originsOf'] {
  const codes = new Map<string, string>(sources.map(({ id, code }) => [id, code]))
  return (claim) => originsOfClaim(claim, lineage).map((origin) => codes.get(origin) ?? origin)
}
