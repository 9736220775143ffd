import {
  ok,
  refuse,
  type ClaimId,
  type Day,
  type EstimateId,
  type FindingId,
  type Outcome,
} from '@corroborate/base'
import { usableClaims, type SetAside } from '@corroborate/disclosure'
import { findContradictions, lineageOf } from '@corroborate/claims'
import {
  estimateFromPatterns,
  isPatternRequest,
  type Estimate,
  type EstimateRequest,
  type PatternEvidence,
} from '@corroborate/estimate'
import { robustnessOf, standingsOf, type Evidence } from '@corroborate/findings'
import type { Assessment, FindingAssessed } from './assessment.ts'
import { breachesOf } from './breaches.ts'
import { quotableInPublic, tellableInPublic, type Allowed } from './consented.ts'
import { countsOf } from './counts.ts'
import { estimateFromRuns, withItsStudy } from './estimate-from-runs.ts'
import type { Investigation } from './investigation.ts'
import { registersOf } from './registers.ts'
import { originsNamed } from './study-input-of.ts'

/**
 * Everything that an investigation adds up to, computed at once and from nothing but what it holds: contradictions,
 * standings with their robustness, estimates, and the laws that are broken.
 * Only claims whose witness allows their use on that day are counted; the others are as if they had not been made, except
 * that a sentence that still cites one is told so.
 * @param ask.today decides which consents have been withdrawn
 * @param ask.software goes on the estimates
 */
export function assess(
  investigation: Investigation,
  ask: { readonly today: Day; readonly software: string },
): Assessment {
  const registers = registersOf(investigation)
  const lineage = lineageOf(investigation.sources, investigation.originLinks)
  const { usable: claims, setAside } = usableClaims({ ...investigation, on: ask.today })
  const contradictions = findContradictions({
    claims: [...claims.values()],
    lineage,
    resolutions: investigation.resolutions,
    places: investigation.places,
  })
  const standings = findingsAssessed(investigation, { claims, lineage, thresholds: investigation.thresholds })
  const originsOf = originsNamed(investigation, lineage)
  const estimates = estimatesOf(investigation, { claims, contradictions, originsOf }, ask.software)
  const breaches = breachesOf(
    investigation,
    { standings, contradictions },
    {
      numbers: { registers, estimates, counts: countsOf(investigation, lineage) },
      standings,
      quotable: quotableInPublic(investigation, registers, ask.today),
      usable: usability(setAside),
      tellable: tellableInPublic(investigation, registers, ask.today),
    },
  )
  return { standings, estimates, contradictions, breaches }
}

function usability(setAside: readonly SetAside[]): (claim: ClaimId) => Allowed {
  const why = new Map(setAside.map(({ claim, reason, detail }) => [claim.id, refuse(reason, detail)]))
  return (claim) => why.get(claim) ?? ok(null)
}

function findingsAssessed(
  { findings }: Investigation,
  evidence: Evidence,
): ReadonlyMap<FindingId, FindingAssessed> {
  const standings = standingsOf(findings, evidence)
  const assessed = new Map<FindingId, FindingAssessed>()
  for (const finding of findings) {
    const standing = standings.get(finding.id)
    if (standing !== undefined)
      assessed.set(finding.id, { standing, robustness: robustnessOf(finding, evidence) })
  }
  return assessed
}

/** Arithmetic on claims is done at once; what takes dice and time was run, and its answer kept. */
function estimatesOf(
  investigation: Investigation,
  evidence: PatternEvidence,
  software: string,
): ReadonlyMap<EstimateId, Outcome<Estimate>> {
  const { runs } = investigation
  const answerTo = (request: EstimateRequest): Outcome<Estimate> => {
    if (!isPatternRequest(request)) return estimateFromRuns(request, investigation, software)
    const { claims, contradictions } = evidence
    const estimate = estimateFromPatterns(request, claims, { contradictions, software })
    return estimate.ok ? withItsStudy(estimate.value, { request, runs, evidence, software }) : estimate
  }
  return new Map(investigation.estimates.map((request) => [request.id, answerTo(request)]))
}
