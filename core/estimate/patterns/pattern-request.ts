import type { ClaimId, EstimateId, Words } from '@corroborate/base'
import type { Assumption, RoundingRule } from '../parts-of-estimate.ts'
import type { ProjectionRequest } from './projection-request.ts'
import type { Threshold } from './sensitivity/threshold.ts'
import type { SimulationRequest } from './simulation/simulation-request.ts'
import type { WitnessesRequest } from './witnesses/witnesses-request.ts'

/** A question "how many", asked of pattern claims: every number of the answer comes from a claim or a named convention. */
export interface PatternRequest {
  readonly id: EstimateId
  readonly code: string
  readonly question: Words
  readonly unit: Words
  readonly periods: readonly [Period, ...Period[]]
  readonly rounding: RoundingRule
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  readonly alternatives: readonly AlternativeRequest[]
  /** Claims that state a bound of the same total, to be held against ours. */
  readonly checks: readonly { readonly claim: ClaimId; readonly bound: 'min' | 'max' }[]
  /** What `studyPattern` draws from; without it nothing is drawn. */
  readonly simulation?: SimulationRequest
  /** Several claims about one quantity of one period, to be laid side by side. */
  readonly witnesses?: readonly WitnessesRequest[]
  /** Time past the windows: had it gone on. Never part of the estimate. */
  readonly projections?: readonly ProjectionRequest[]
  /** Figures that somebody says the number is under or over: what one would have to believe. */
  readonly thresholds?: readonly Threshold[]
}

/** One stretch of time with one pattern. Window, rate and size may be three claims or one. */
export interface Period {
  readonly code: string
  readonly window: ClaimId
  readonly rate: ClaimId
  readonly size: ClaimId
  readonly reading: Reading
}

/** How a rate over a window becomes a number of occasions: conventions that change the answer and so are never silent. */
export type Reading = EndsOrMean | Mixture

interface EndsOrMean {
  readonly weeks: Weeks
  /** "Once or twice a week" as its two ends, or as the mean of them. */
  readonly rate: 'ends' | 'mean'
}

/** "Once or twice a week" as some weeks with the lower number and some with the upper, nobody knows which. */
interface Mixture {
  readonly weeks: Weeks
  readonly rate: 'mixture'
  /** The share of the weeks (days, months, intervals) that have the upper number, from 0 to 1. */
  readonly share: number
}

/**
 * How many weeks a window is held to have: its days by seven; four for each month; or the weekdays that the source names,
 * counted one by one in the calendar ("Mondays and Wednesdays").
 */
export type Weeks = 'calendar' | 'four-per-month' | 'named-days'

export interface AlternativeRequest {
  readonly code: string
  readonly words: Words
  /** Read every period so, in place of its own reading. */
  readonly reading: Reading
}

/** Every claim that the request names, each once: those the answer is reckoned from, and those it is compared with or drawn from. */
export function claimsOfRequest(
  request: Pick<PatternRequest, 'periods' | 'checks' | 'simulation' | 'witnesses'>,
): readonly ClaimId[] {
  const { simulation, witnesses = [] } = request
  const spreads = simulation === undefined ? [] : [simulation.spreads, ...simulation.inPeriods]
  return [
    ...new Set([
      ...request.periods.flatMap((period) => [period.window, period.rate, period.size]),
      ...request.checks.map((check) => check.claim),
      ...witnesses.flatMap((asked) => asked.claims.map(({ claim }) => claim)),
      ...spreads.flatMap(({ size }) => (size.kind === 'claims' ? size.claims.map(({ claim }) => claim) : [])),
    ]),
  ]
}
