import type { Dice } from '@corroborate/base'
import { exp } from '../../numerics/elementary.ts'
import { normal } from '../../numerics/samplers.ts'
import { energyAt, solveLower, solveUpper, type PosteriorMode, type TermPosterior } from './term-posterior.ts'

/**
 * One chain of Hamiltonian trajectories in coordinates in which the posterior is near a standard normal: coefficients are the mode and
 * factor'^-1 × place. Everything that a trajectory needs is allocated here once.
 */
export interface Walker {
  readonly posterior: TermPosterior
  readonly mode: PosteriorMode
  readonly dice: Dice
  /** Where the chain stands, and the slope there, in those coordinates; and the coefficients there. */
  readonly place: Float64Array
  readonly slope: Float64Array
  readonly coefficients: Float64Array
  energy: number
  stepLength: number
  readonly momentum: Float64Array
  readonly trialPlace: Float64Array
  readonly trialSlope: Float64Array
  readonly trialCoefficients: Float64Array
}

/** Share of trajectories to be accepted, by the choice of step in warm-up. */
const AIM = 0.9
/** A quarter turn, π / 2, brings a normal to an independent place; lengths from 1 to 2.2 have it in their middle and fall in with no period. */
const SHORTEST = 1
const LENGTHS = 1.2
const MOST_STEPS = 64

/** A chain that begins far from the mode: twice as wide as the normal approximation. */
export function walkerFrom(dice: Dice, posterior: TermPosterior, mode: PosteriorMode): Walker {
  const size = posterior.terms.length
  const array = () => new Float64Array(size)
  const walker: Walker = {
    posterior,
    mode,
    dice,
    place: Float64Array.from({ length: size }, () => 2 * normal(dice)),
    slope: array(),
    coefficients: array(),
    energy: 0,
    stepLength: 0.4,
    momentum: array(),
    trialPlace: array(),
    trialSlope: array(),
    trialCoefficients: array(),
  }
  walker.energy = lookAt(walker, walker.place, walker.coefficients, walker.slope)
  while (!(walker.energy < Infinity)) {
    walker.place.forEach((x, at) => (walker.place[at] = x / 2))
    walker.energy = lookAt(walker, walker.place, walker.coefficients, walker.slope)
  }
  return walker
}

/**
 * One trajectory of random length, accepted or not.
 * @returns the chance with which it was accepted, for warm-up to choose the step
 * @see Neal, "MCMC using Hamiltonian dynamics" (2011), sections 3 and 4.1
 */
export function walk(w: Walker): number {
  const { dice, place, slope, momentum, trialPlace, trialSlope, trialCoefficients } = w
  const size = place.length
  const length = w.stepLength * (0.9 + 0.2 * dice.next())
  const path = SHORTEST + LENGTHS * dice.next()
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.floor(path / length + 0.5)))
  for (let at = 0; at < size; at++) momentum[at] = normal(dice)
  const before = w.energy + kinetic(momentum)
  trialPlace.set(place)
  trialSlope.set(slope)
  let energy = w.energy
  kick(momentum, trialSlope, 0.5 * length)
  for (let step = 1; step <= steps; step++) {
    for (let at = 0; at < size; at++)
      trialPlace[at] = (trialPlace[at] ?? NaN) + length * (momentum[at] ?? NaN)
    energy = lookAt(w, trialPlace, trialCoefficients, trialSlope)
    kick(momentum, trialSlope, step === steps ? 0.5 * length : length)
  }
  const gain = before - energy - kinetic(momentum)
  const chance = gain === gain ? exp(Math.min(0, gain)) : 0
  // The throw is made in any case, so that a refusal costs the dice the same as an acceptance.
  if (dice.next() < chance) {
    place.set(trialPlace)
    slope.set(trialSlope)
    w.coefficients.set(trialCoefficients)
    w.energy = energy
  }
  return chance
}

/** Robbins-Monro on the logarithm of the step; the second half's mean is kept, and the chain proper is one fixed kernel. */
export function warmUp(w: Walker, trajectories: number): void {
  let sum = 0
  for (let done = 0; done < trajectories; done++) {
    const accepted = walk(w)
    w.stepLength = Math.min(1.5, w.stepLength * exp(((accepted - AIM) * 2) / Math.sqrt(done + 10)))
    if (2 * done >= trajectories) sum += w.stepLength
  }
  w.stepLength = sum / Math.floor(trajectories / 2)
}

/** Coefficients, energy and slope at a place. */
function lookAt(
  { posterior, mode }: Walker,
  place: Float64Array,
  coefficients: Float64Array,
  slope: Float64Array,
): number {
  coefficients.set(place)
  solveUpper(mode.factor, coefficients)
  for (let at = 0; at < place.length; at++)
    coefficients[at] = (coefficients[at] ?? NaN) + (mode.coefficients[at] ?? NaN)
  const energy = energyAt(posterior, coefficients, slope)
  solveLower(mode.factor, slope)
  return energy
}

function kick(momentum: Float64Array, slope: Float64Array, length: number): void {
  for (let at = 0; at < momentum.length; at++)
    momentum[at] = (momentum[at] ?? NaN) - length * (slope[at] ?? NaN)
}

function kinetic(momentum: Float64Array): number {
  let sum = 0
  for (const speed of momentum) sum += speed * speed
  return sum / 2
}
