import { exp } from './elementary.ts'

const HALF_ROOT = 0.3989422804014327

/**
 * The share of a standard normal variable below x: about 1e-15 absolute, and 1e-13 relative in the lower tail.
 * @see Marsaglia 2004, "Evaluating the normal distribution", for the series; Abramowitz & Stegun 26.2.14 for the continued fraction in the tails
 */
export function normalShare(x: number): number {
  if (x > 5) return 1 - lowerTail(x)
  if (x < -5) return lowerTail(-x)
  let term = x
  let sum = x
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 + HALF_ROOT * exp(-0.5 * x * x) * sum
}

/** The share above x, for x above 5. */
function lowerTail(x: number): number {
  let fraction = x
  for (let k = 60; k >= 1; k--) fraction = x + k / fraction
  return (HALF_ROOT * exp(-0.5 * x * x)) / fraction
}
