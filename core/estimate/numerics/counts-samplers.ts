import type { Dice } from '@corroborate/base'
import { exp, log, log1p, logFactorial } from './elementary.ts'
import { gamma } from './samplers.ts'

/** Draws of whole numbers. As in samplers.ts: throws of the dice and elementary.ts, nothing else. */

/**
 * A binomial draw, exact for every size: by inversion while the mean of the rarer side is under 10, else by transformed rejection with squeeze.
 * @param trials a whole number from 0
 * @param share from 0 to 1
 * @see Hörmann, "The generation of binomial random variates" (1993), algorithm BTRS
 */
export function binomial(dice: Dice, trials: number, share: number): number {
  if (trials <= 0 || share <= 0) return 0
  if (share >= 1) return trials
  if (share > 0.5) return trials - binomialOfRarer(dice, trials, 1 - share)
  return binomialOfRarer(dice, trials, share)
}

/**
 * A Poisson draw: by inversion while the mean is under 10, else by transformed rejection.
 * @see Hörmann, "The transformed rejection method for generating Poisson random variables" (1993), algorithm PTRS
 */
export function poisson(dice: Dice, mean: number): number {
  if (mean <= 0) return 0
  return mean < 10 ? poissonByInversion(dice, mean) : poissonByRejection(dice, mean)
}

/** Failures before `successes` (above 0, not only whole) successes of this share: a Poisson draw whose mean is a gamma draw. */
export function negativeBinomial(dice: Dice, successes: number, share: number): number {
  return poisson(dice, (gamma(dice, successes) * (1 - share)) / share)
}

/** `trials` people put into classes by their weights, one binomial after another; the counts are written to `into`. */
export function multinomial(
  dice: Dice,
  trials: number,
  weights: Float64Array | readonly number[],
  into: Float64Array,
): Float64Array {
  let tail = 0
  let last = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? NaN
    tail += weight
    if (weight > 0) last = i
  }
  let left = trials
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? NaN
    const here = i === last ? left : binomial(dice, left, weight / tail)
    into[i] = here
    left -= here
    tail -= weight
  }
  return into
}

function binomialOfRarer(dice: Dice, trials: number, share: number): number {
  return trials * share < 10
    ? binomialByInversion(dice, trials, share)
    : binomialByRejection(dice, trials, share)
}

function binomialByInversion(dice: Dice, trials: number, share: number): number {
  let left = dice.next()
  // (1 - p)^n is at least 1 - np: most draws with a small mean end here, without a logarithm.
  if (left < 1 - trials * share) return 0
  const odds = share / (1 - share)
  let chance = exp(trials * log1p(-share))
  for (let count = 0; count < trials; count++) {
    if (left < chance) return count
    left -= chance
    chance *= (odds * (trials - count)) / (count + 1)
    // What is left of the probability is under the steps of the throw.
    if (chance < 1e-300) return count
  }
  return trials
}

function binomialByRejection(dice: Dice, trials: number, share: number): number {
  const rest = 1 - share
  const spread = Math.sqrt(trials * share * rest)
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * share
  const centre = trials * share + 0.5
  const inside = 0.92 - 4.2 / b
  for (;;) {
    const v = dice.next()
    const u = dice.next() - 0.5
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + centre)
    if (us >= 0.07 && v <= inside) return count
    if (count < 0 || count > trials) continue
    const alpha = (2.83 + 5.1 / b) * spread
    const mode = Math.floor((trials + 1) * share)
    const gap =
      logFactorial(mode) +
      logFactorial(trials - mode) -
      logFactorial(count) -
      logFactorial(trials - count) +
      (count - mode) * log(share / rest)
    if (log((v * alpha) / (a / (us * us) + b)) <= gap) return count
  }
}

function poissonByInversion(dice: Dice, mean: number): number {
  let left = dice.next()
  let chance = exp(-mean)
  for (let count = 0; ; count++) {
    if (left < chance || chance < 1e-300) return count
    left -= chance
    chance *= mean / (count + 1)
  }
}

function poissonByRejection(dice: Dice, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const inside = 0.9277 - 3.6224 / (b - 2)
  const logMean = log(mean)
  for (;;) {
    const u = dice.next() - 0.5
    const v = dice.next()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= inside) return count
    if (count < 0 || (us < 0.013 && v > us)) continue
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= count * logMean - mean - logFactorial(count))
      return count
  }
}
