import { ok, refuse, type ClaimId, type Outcome, type Words } from '@corroborate/base'
import type { Claim, Contradiction } from '@corroborate/claims'
import type { Assumption } from '../parts-of-estimate.ts'
import type { PatternEstimate } from '../estimate.ts'
import { inAllLanguages } from './conventions.ts'
import { digestOfStudy } from './estimate-digest.ts'
import { estimateFromPatterns } from './estimate-from-patterns.ts'
import { readPeriods, reckonRead } from './pattern-arithmetic.ts'
import type { PatternRequest, Period } from './pattern-request.ts'
import type { PatternStudy, ReadingStudied } from './pattern-study.ts'
import { projectionOf, type Projection } from './projection.ts'
import type { PeriodRead } from './read-period.ts'
import type { EstimateRefusal, Read } from './refusal.ts'
import { breakEvenOf, type BreakEven } from './sensitivity/break-even.ts'
import { sobolOfPattern } from './sensitivity/sobol-of-pattern.ts'
import { inputModelOf } from './sensitivity/study-inputs.ts'
import { tornadoOf } from './sensitivity/tornado.ts'
import { withoutEachOrigin, type OriginsOfClaims } from './sensitivity/without-origin.ts'
import { modelsOf } from './simulation/period-models.ts'
import { simulate } from './simulation/simulate.ts'
import { assumptionsOfSimulation } from './study-assumptions.ts'
import { combineWitnesses, type WitnessesCombined } from './witnesses/combine-witnesses.ts'

type Claims = ReadonlyMap<ClaimId, Claim>

export interface StudyContext {
  readonly contradictions: readonly Contradiction[]
  /** Whom each claim goes back to; a claim that is not there never falls with an origin. */
  readonly origins: OriginsOfClaims
  readonly software: string
  /** Told how much is done, from 0 to 1, after each reading. */
  readonly watch?: (share: number) => void
}

/**
 * Everything around a pattern estimate that takes a while: draws under every dependence, what moves the number, what it rests
 * on, and what lies beyond its windows. A function of its arguments alone, for a worker: the same request, claims,
 * origins and seed give the same bytes.
 * @returns the study, or why there is none, in the sentence of the estimate or of the part that cannot be studied
 * @see docs/methods/pattern-simulation.md, pattern-sensitivity.md, projection.md
 */
export function studyPattern(
  request: PatternRequest,
  claims: Claims,
  context: StudyContext,
): Outcome<PatternStudy, EstimateRefusal> {
  const estimate = estimateFromPatterns(request, claims, context)
  if (!estimate.ok) return estimate
  const readings = readingsStudied(request, claims, context)
  if (!readings.ok) return readings
  const read = readPeriods(request.periods, claims)
  if (!read.ok) return read
  const beside = besideTheNumber(request, read.value, { claims, origins: context.origins })
  if (!beside.ok) return beside
  return ok({
    estimate: request.id,
    readings: readings.value,
    withoutOrigins: withoutEachOrigin(read.value, {
      origins: context.origins,
      witnesses: request.witnesses ?? [],
      claims,
    }),
    ...beside.value,
    assumptions: assumptionsOf(estimate.value, request, read.value),
    seed: request.simulation?.seed ?? null,
    digest: digestOfStudy(request, claims, {
      origins: context.origins,
      estimateDigest: estimate.value.digest,
    }),
    estimateDigest: estimate.value.digest,
    software: context.software,
  })
}

/**
 * The estimate with its study.
 * @param current the digest that a study made now would have (`digestOfStudy`)
 * @returns refused when the study was made of another request, of claims that have changed, or of other origins
 */
export function withStudy(
  estimate: PatternEstimate,
  study: PatternStudy,
  current: string,
): Outcome<PatternEstimate, EstimateRefusal> {
  return study.estimateDigest === estimate.digest && study.digest === current
    ? ok({ ...estimate, study })
    : refuse(
        'study-out-of-date',
        `The study of ${estimate.code} was made of other claims or of another question; it has to be made anew.`,
      )
}

function readingsStudied(
  request: PatternRequest,
  claims: Claims,
  { watch }: StudyContext,
): Read<PatternStudy['readings']> {
  const asked = inAllLanguages('estimate.study.as-asked')
  const first = readingStudied({ alternative: null, words: asked }, request.periods, { request, claims })
  if (!first.ok) return first
  const others: ReadingStudied[] = []
  const count = request.alternatives.length + 1
  watch?.(1 / count)
  for (const { code, words, reading } of request.alternatives) {
    const periods = request.periods.map((period) => ({ ...period, reading }))
    const other = readingStudied({ alternative: code, words }, periods, { request, claims })
    if (!other.ok) return refuse(other.reason, `Alternative ${code}: ${other.detail}`)
    others.push(other.value)
    watch?.((others.length + 1) / count)
  }
  return ok([first.value, ...others])
}

function readingStudied(
  named: { readonly alternative: string | null; readonly words: Words },
  periods: readonly Period[],
  { request, claims }: { readonly request: PatternRequest; readonly claims: Claims },
): Read<ReadingStudied> {
  const read = readPeriods(periods, claims)
  if (!read.ok) return read
  const reckoning = reckonRead(read.value, request.rounding)
  if (!reckoning.ok) return reckoning
  const inputs = inputModelOf(read.value)
  const breakEven: BreakEven[] = []
  for (const threshold of request.thresholds ?? []) {
    const answer = breakEvenOf(inputs, threshold)
    if (!answer.ok) return answer
    breakEven.push(answer.value)
  }
  const drawn = drawnFrom(read.value, claims, request)
  if (!drawn.ok) return drawn
  return ok({
    ...named,
    interval: reckoning.value.interval,
    ...drawn.value,
    tornado: tornadoOf(inputs),
    breakEven,
  })
}

function drawnFrom(
  read: readonly PeriodRead[],
  claims: Claims,
  { simulation }: PatternRequest,
): Read<Pick<ReadingStudied, 'simulation' | 'sobol'>> {
  if (simulation === undefined) return ok({ simulation: null, sobol: null })
  const models = modelsOf(read, claims, simulation)
  if (!models.ok) return models
  return ok({
    simulation: simulate(models.value, simulation),
    sobol: sobolOfPattern(read, models.value, simulation.seed),
  })
}

function besideTheNumber(
  request: PatternRequest,
  read: readonly PeriodRead[],
  from: { readonly claims: Claims; readonly origins: OriginsOfClaims },
): Read<Pick<PatternStudy, 'witnesses' | 'projections'>> {
  const witnesses: WitnessesCombined[] = []
  for (const asked of request.witnesses ?? []) {
    const answer = combineWitnesses(asked, read, from)
    if (!answer.ok) return answer
    witnesses.push(answer.value)
  }
  const projections: Projection[] = []
  for (const asked of request.projections ?? []) {
    const answer = projectionOf(asked, read)
    if (!answer.ok) return answer
    projections.push(answer.value)
  }
  return ok({ witnesses, projections })
}

function assumptionsOf(
  { assumptions: [first, ...others] }: PatternEstimate,
  { simulation }: PatternRequest,
  read: readonly PeriodRead[],
): PatternStudy['assumptions'] {
  const studied: readonly Assumption[] = [
    { code: 'study.others-at-middle', words: inAllLanguages('estimate.study.others-at-middle') },
    { code: 'study.origins', words: inAllLanguages('estimate.study.origins') },
  ]
  return [
    first,
    ...others,
    ...(simulation === undefined ? [] : assumptionsOfSimulation(simulation, read)),
    ...studied,
  ]
}
