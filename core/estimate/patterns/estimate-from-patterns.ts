import { ok, refuse, type ClaimId, type Outcome } from '@corroborate/base'
import type { Claim, Contradiction } from '@corroborate/claims'
import { alternativesAsked, alternativesFound, claimsOpposed } from './alternatives.ts'
import { conventionsOf } from './conventions.ts'
import { digestOfEstimate } from './estimate-digest.ts'
import type { Assumption } from '../parts-of-estimate.ts'
import type { PatternEstimate } from '../estimate.ts'
import { numberText } from './formula.ts'
import { reckon, roundedBy, unique, type Reckoning } from './pattern-arithmetic.ts'
import type { PatternRequest } from './pattern-request.ts'
import type { EstimateRefusal, Read, Refused } from './refusal.ts'
import { slipsOf, type FigureSaid } from './slips.ts'

/**
 * How many, from claims that something recurred: interval arithmetic by period (rate × window × size), in people.
 * The same request and claims give the same estimate on every machine; no clock, no dice.
 * @param claims those that may be used; a claim that is not among them is refused as missing
 * @param context.contradictions among those claims: each that touches a claim read here gives an alternative by itself
 * @param context.software the version that goes on the estimate
 * @returns the estimate, or why none can be given, in a sentence that names the period and the claim
 * @see docs/methods/pattern-arithmetic.md
 */
export function estimateFromPatterns(
  request: PatternRequest,
  claims: ReadonlyMap<ClaimId, Claim>,
  context: { readonly contradictions: readonly Contradiction[]; readonly software: string },
): Outcome<PatternEstimate, EstimateRefusal> {
  const unusable = unusableRequest(request)
  if (unusable !== null) return unusable
  const reckoning = reckon(request, claims)
  if (!reckoning.ok) return reckoning
  const swallowed = swallowedByRounding(reckoning.value)
  if (swallowed !== null) return swallowed
  const asked = alternativesAsked(request, claims)
  if (!asked.ok) return asked
  const checks = figuresSaid(request, claims)
  if (!checks.ok) return checks

  const { interval, published, periods, derivation } = reckoning.value
  const read = unique(periods.flatMap((period) => period.claims))
  const opposed = claimsOpposed(request, context.contradictions)
  return ok({
    id: request.id,
    code: request.code,
    question: request.question,
    method: 'pattern-arithmetic',
    interval,
    published: { range: published, rule: request.rounding },
    point: null,
    periods,
    derivation,
    assumptions: withConventions(request, reckoning.value),
    alternatives: [...asked.value, ...alternativesFound(request, claims, context.contradictions)],
    slips: slipsOf(checks.value, reckoning.value, (range) => roundedBy(request.rounding, range)),
    claims: read,
    study: null,
    seed: null,
    digest: digestOfEstimate(
      request,
      [...read, ...opposed, ...checks.value.map((check) => check.claim)],
      claims,
    ),
    software: context.software,
  })
}

function withConventions(
  request: PatternRequest,
  reckoning: Reckoning,
): readonly [Assumption, ...Assumption[]] {
  const [first, ...others] = request.assumptions
  return [first, ...others, ...conventionsOf(reckoning, request.rounding)]
}

function unusableRequest({ periods, rounding }: PatternRequest): Refused | null {
  const codes = periods.map((period) => period.code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined)
    return refuse('period-twice', `Period ${twice} stands twice: its people would be counted twice.`)
  if (rounding.kind === 'down-to' && !(Number.isSafeInteger(rounding.unit) && rounding.unit > 0))
    return refuse(
      'rounding-unusable',
      `Rounding needs a whole number above 0 to round down to, found ${String(rounding.unit)}.`,
    )
  return null
}

/** A lower end of 0 would read as "perhaps nobody", which the arithmetic does not say. */
function swallowedByRounding({ interval, published }: Reckoning): Refused | null {
  return published.min === 0 && interval.min > 0
    ? refuse(
        'rounding-leaves-nothing',
        `Rounded down, the minimum of ${numberText(interval.min)} would be published as 0: choose a smaller unit.`,
      )
    : null
}

function figuresSaid(
  request: PatternRequest,
  claims: ReadonlyMap<ClaimId, Claim>,
): Read<readonly FigureSaid[]> {
  const figures: FigureSaid[] = []
  for (const { claim, bound } of request.checks) {
    const found = claims.get(claim)
    if (found === undefined)
      return refuse(
        'claim-missing',
        `A claim that the ${bound} is held against is not in the investigation, or may not be used.`,
      )
    const said = found.quantity?.[bound]
    if (said === undefined || !Number.isFinite(said))
      return refuse(
        'check-without-quantity',
        `Claim ${found.code} gives no number to hold the ${bound} against.`,
      )
    figures.push({ claim, bound, said })
  }
  return ok(figures)
}
