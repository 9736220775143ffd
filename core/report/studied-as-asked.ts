import type { Day, EstimateId, Outcome } from '@corroborate/base'
import {
  isPatternRequest,
  study,
  withStudy,
  type Estimate,
  type PatternEstimate,
  type PatternRequest,
} from '@corroborate/estimate'
import type { Assessment } from './assessment.ts'
import type { Investigation } from './investigation.ts'
import { studyInputOf } from './study-input-of.ts'

/**
 * The assessment with a study of every pattern estimate that asks for one and has none in force: the same bytes as a run of it, made on the spot. For
 * who has a folder and no store. A study takes a fraction of a second for each question.
 * Whatever comes from lists is left alone: it takes minutes, and is run.
 */
export function studiedAsAsked(
  investigation: Investigation,
  assessment: Assessment,
  ask: { readonly today: Day; readonly software: string },
): Assessment {
  const estimates = new Map<EstimateId, Outcome<Estimate>>(assessment.estimates)
  for (const request of investigation.estimates) {
    const answer = estimates.get(request.id)
    if (!isPatternRequest(request) || answer?.ok !== true || answer.value.method === 'lists') continue
    if (answer.value.study !== null || !asksForStudy(request)) continue
    const studied = studyOf(answer.value, studyInputOf(investigation, request, ask))
    if (studied !== null) estimates.set(request.id, { ok: true, value: studied })
  }
  return { ...assessment, estimates }
}

function asksForStudy({ simulation, witnesses, projections, thresholds }: PatternRequest): boolean {
  const parts = [witnesses, projections, thresholds]
  return simulation !== undefined || parts.some((part) => part !== undefined && part.length > 0)
}

/** Null where there can be no study: the estimate stands without. */
function studyOf(estimate: PatternEstimate, input: ReturnType<typeof studyInputOf>): PatternEstimate | null {
  if (!input.ok || input.value.kind !== 'patterns') return null
  const made = study(input.value, () => undefined)
  if (!made.ok || made.value.kind !== 'patterns') return null
  const studied = withStudy(estimate, made.value.study, input.value.digest)
  return studied.ok ? studied.value : null
}
