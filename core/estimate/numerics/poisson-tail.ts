import { log, logFactorial } from './elementary.ts'

/**
 * The logarithm of the probability that a Poisson count is as far out as this one, on its own side of the mean: P(X ≥ count) from the mean upward,
 * P(X ≤ count) below it. In logarithms, so that the smallest of many tiny probabilities can still be told.
 * Sums the tail term by term from the count outward, where each term is smaller than the last by a known ratio.
 * @param count a whole number from 0
 * @param mean from 0; with mean 0 only the count 0 is possible
 */
export function logPoissonTail(count: number, mean: number): number {
  if (mean <= 0) return count === 0 ? 0 : -Infinity
  const atCount = count * log(mean) - mean - logFactorial(count)
  let term = 1
  let sum = 1
  if (count >= mean)
    for (let above = count + 1; term > sum * 1e-17; above++) {
      term *= mean / above
      sum += term
    }
  else
    for (let below = count; below > 0 && term > sum * 1e-17; below--) {
      term *= below / mean
      sum += term
    }
  return Math.min(0, atCount + log(sum))
}
