import type { ClaimId, EstimateId, Words } from '@corroborate/base'
import type { Assumption, RoundingRule } from '../parts-of-estimate.ts'

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
export interface Reading {
  /** How long the window is held to be. */
  readonly weeks: 'calendar' | 'four-per-month'
  /** "Once or twice a week" as its two ends, or as the mean of them. */
  readonly rate: 'ends' | 'mean'
}

export interface AlternativeRequest {
  readonly code: string
  readonly words: Words
  /** Read every period so, in place of its own reading. */
  readonly reading: Reading
}
