import { exp, log, logGamma, square } from '../numerics/elementary.ts'

/** Where truths fell in their posteriors, in bins of equal width; even when the posteriors are right. */
export interface RankHistogram {
  readonly counts: readonly number[]
  readonly places: number
  /** Pearson's statistic against evenness, with one degree of freedom less than bins. */
  readonly chiSquare: number
  /** The probability of a statistic as large when the posteriors are right. */
  readonly probability: number
}

/**
 * The histogram of simulation-based calibration: truths are drawn from the prior, data from the truths, and each truth has a place in the posterior
 * of its data. The places are even on [0, 1) if and only if prior, likelihood and sampler agree. Assumes bins of five places or more.
 * @param places the share of the posterior below each truth, from 0 to 1
 * @see Talts, Betancourt, Simpson, Vehtari & Gelman 2018
 */
export function rankHistogram(places: readonly number[], bins: number): RankHistogram {
  const counts = Array.from({ length: bins }, () => 0)
  for (const place of places) {
    const bin = Math.min(bins - 1, Math.floor(place * bins))
    counts[bin] = (counts[bin] ?? NaN) + 1
  }
  const even = places.length / bins
  const chiSquare = counts.reduce((sum, count) => sum + square(count - even) / even, 0)
  return { counts, places: places.length, chiSquare, probability: chiSquareTail(chiSquare, bins - 1) }
}

/** The place of a truth among draws: draws below it, and of those that equal it a share, the same for all, thrown by the caller in [0, 1). */
export function placeAmong(draws: Iterable<number>, truth: number, share: number): number {
  let [all, below, equal] = [0, 0, 0]
  for (const draw of draws) {
    all++
    if (draw < truth) below++
    if (draw === truth) equal++
  }
  return (below + share * (equal + 1)) / (all + 1)
}

/** The probability that a chi-square variable exceeds x: 1 less the series of the lower incomplete gamma. @see Abramowitz & Stegun 6.5.29 */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1
  const shape = degrees / 2
  const half = x / 2
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < 10_000 && term > sum * 1e-16; n++) {
    term *= half / (shape + n)
    sum += term
  }
  return Math.max(0, 1 - exp(shape * log(half) - half - logGamma(shape)) * sum)
}
