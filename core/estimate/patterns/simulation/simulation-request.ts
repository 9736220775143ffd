import type { ClaimId } from '@corroborate/base'

/**
 * What has to be believed before ranges can be drawn from. Nothing here has a default: each part changes the answer, and each
 * becomes an assumption that travels with it.
 */
export interface SimulationRequest {
  /** How many draws of each way in which sizes may hang together; from 1,000 to 5,000,000. */
  readonly draws: number
  /** A whole number; the same seed gives the same bytes. */
  readonly seed: number
  /**
   * As the arithmetic reckons them (a part of a week counts by its share, an interval that has not run out not at all), or
   * every drawn number of occasions made whole, to the nearest.
   */
  readonly occasions: 'as-reckoned' | 'nearest-whole'
  /** For the way in between: how far two sizes of one period go together, and how far the periods do. From 0 to 1. */
  readonly correlation: { readonly withinPeriod: number; readonly betweenPeriods: number }
  /** How likely the values of a range are, in every period that has no spread of its own. */
  readonly spreads: PeriodSpreads
  readonly inPeriods: readonly (PeriodSpreads & { readonly period: string })[]
}

export interface PeriodSpreads {
  readonly rate: RateSpread
  readonly size: SizeSpread
}

/** A distribution over a range that a claim states. The mode lies in the range, in the claim's own unit. */
export type Shape =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'triangular'; readonly mode: number }
  | { readonly kind: 'pert'; readonly mode: number }

/**
 * "Once or twice a week" is once in 3.5 to 7 days: uniform on the rate and uniform on the interval are different beliefs
 * (mean 1.5 and 1.39 a week). The mode is stated in the unit of the axis: times a week, or weeks between occasions.
 */
export interface RateSpread {
  readonly along: 'rate' | 'interval'
  readonly shape: Shape
}

/** Over the range of the size claim; or first one of several claims, with chances in proportion to their weights, then uniform over its range. */
export type SizeSpread = Shape | { readonly kind: 'claims'; readonly claims: readonly WeightedClaim[] }

export interface WeightedClaim {
  readonly claim: ClaimId
  /** Above 0; only proportions matter. */
  readonly weight: number
}

export const FEWEST_DRAWS = 1_000
export const MOST_DRAWS = 5_000_000
