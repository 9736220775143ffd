import { refuse, type Range } from '@corroborate/base'
import { normalQuantile } from '../numerics/normal-quantile.ts'
import { exp, log1p } from '../numerics/elementary.ts'
import { wholePeople } from '../patterns/whole-people.ts'

/** How many standard errors to each side hold this share of a normal distribution: 1.96 for 0.95. */
export function normalReach(level: number): number {
  return normalQuantile((1 + level) / 2)
}

/** Why this is no share of probability for an interval, or null where it is one. */
export function wrongLevel(level: number) {
  return level > 0 && level < 1
    ? null
    : refuse('settings-unusable', `A level lies between 0 and 1, found ${String(level)}.`)
}

/** Whole people, rounded outwards, never fewer than were seen. */
export function peopleBetween(observed: number, range: Range): Range {
  const { min, max } = wholePeople(range)
  return { min: Math.max(observed, min), max: Math.max(observed, max) }
}

/** Those seen, and between e^(mean - reach s.e.) and e^(mean + reach s.e.) unseen. */
export function logNormalRange(ask: {
  readonly observed: number
  readonly logUnseen: number
  readonly variance: number
  readonly reach: number
}): Range {
  const spread = ask.reach * Math.sqrt(ask.variance)
  return {
    min: ask.observed + exp(ask.logUnseen - spread),
    max: ask.observed + exp(ask.logUnseen + spread),
  }
}

/**
 * The variance of the logarithm of the unseen whose own mean and variance are these, were it log-normal.
 * @see Burnham, Anderson, White, Brownie & Pollock 1987, p. 212
 */
export function logVariance(unseen: number, variance: number): number {
  return log1p(variance / (unseen * unseen))
}
