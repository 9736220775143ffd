import type { Dice } from '@corroborate/base'
import { binomial, poisson } from '../../numerics/counts-samplers.ts'
import { log, logGamma } from '../../numerics/elementary.ts'
import { exponential, gamma } from '../../numerics/samplers.ts'
import { drawRates, drawSticks, LEAST_CONCENTRATION, reckonCells, type ClassState } from './class-state.ts'
import { moveAlongRidges } from './ridge-move.ts'
import { swapNeighbours } from './swap-move.ts'

/**
 * One sweep; each step leaves the posterior as it is (Manrique-Vallier 2016, section 3.2, with the steps marked * added or changed).
 * 1. classes of the listed people given shares and rates; number and classes of the unlisted, together;
 * 2. * concentration given the classes alone, the sticks integrated out; then sticks and rates given the classes;
 * 3. * exchange of neighbouring classes; 4. * moves along the ridge, the classes of people and the number unlisted integrated out.
 */
export function sweep(dice: Dice, state: ClassState): void {
  allocateListed(dice, state)
  allocateUnlisted(dice, state)
  drawConcentration(dice, state)
  drawSticks(dice, state)
  drawRates(dice, state)
  swapNeighbours(dice, state)
  reckonCells(state)
  moveAlongRidges(dice, state)
}

function allocateListed(dice: Dice, state: ClassState): void {
  const { people, hits, joint, cellChance, order, weight } = state
  const { cells, lists, members, starts, counts } = state.table
  sortDown(order, weight)
  people.fill(0)
  hits.fill(0)
  const last = order.length - 1
  for (let x = 0; x < cells; x++) {
    const from = starts[x] ?? 0
    const to = starts[x + 1] ?? 0
    let left = counts[x] ?? NaN
    let tail = cellChance[x] ?? NaN
    // Heaviest first: the people of a cell run out before the many light classes are reached.
    for (let at = 0; left > 0; at++) {
      const k = order[at] ?? 0
      const chance = joint[k * cells + x] ?? NaN
      const here = at === last ? left : binomial(dice, left, chance / tail)
      tail -= chance
      if (here === 0) continue
      left -= here
      people[k] = (people[k] ?? NaN) + here
      for (let i = from; i < to; i++) {
        const hit = k * lists + (members[i] ?? 0)
        hits[hit] = (hits[hit] ?? NaN) + here
      }
    }
  }
}

/** With p(N) in proportion to 1/N, the unlisted are negative binomial given the rates; then each goes to a class. */
function allocateUnlisted(dice: Dice, state: ClassState): void {
  const { people, weight, miss, order } = state
  let missed = 0
  let seen = 0
  for (let k = 0; k < weight.length; k++) {
    missed += (weight[k] ?? NaN) * (miss[k] ?? NaN)
    seen += (weight[k] ?? NaN) * (1 - (miss[k] ?? NaN))
  }
  state.missed = missed
  state.unlisted = poisson(dice, (gamma(dice, state.table.observed) * missed) / seen)
  const last = order.length - 1
  let left = state.unlisted
  let tail = missed
  for (let at = 0; left > 0; at++) {
    const k = order[at] ?? 0
    const chance = (weight[k] ?? NaN) * (miss[k] ?? NaN)
    const here = at === last ? left : binomial(dice, left, chance / tail)
    tail -= chance
    people[k] = (people[k] ?? NaN) + here
    left -= here
  }
}

/** Random walks on the logarithm of the concentration, given only how many people are in each class. */
function drawConcentration(dice: Dice, state: ClassState): void {
  if (state.people.length === 1) return
  let now = logPosteriorOfConcentration(state, state.concentration)
  for (let step = 0; step < 2; step++) {
    const proposed = state.concentration * stepFactor(dice)
    if (!(proposed > LEAST_CONCENTRATION)) continue
    const then = logPosteriorOfConcentration(state, proposed)
    if (-exponential(dice) < then - now) {
      state.concentration = proposed
      now = then
    }
  }
}

function stepFactor(dice: Dice): number {
  // A log-normal factor would need exp; the ratio of two exponentials is as symmetric on the log scale.
  const above = exponential(dice)
  return above / exponential(dice)
}

/** Up to a constant, on the scale of the logarithm; from the product of the sticks' beta integrals, which telescopes. */
function logPosteriorOfConcentration(state: ClassState, concentration: number): number {
  const { people, prior, table } = state
  const classes = people.length
  let after = table.observed + state.unlisted
  let product = 1
  let value = -logGamma(1 + concentration + after)
  for (let k = 0; k < classes - 2; k++) {
    after = Math.max(0, after - (people[k] ?? NaN))
    product *= concentration + after
    if (product > 1e200 || product < 1e-200) {
      value -= log(product)
      product = 1
    }
  }
  const lastButOne = people[classes - 2] ?? NaN
  after = Math.max(0, after - lastButOne)
  const { shape, rate } = prior.concentration
  return (
    value -
    log(product) +
    logGamma(concentration + after) +
    (classes - 1 + shape) * log(concentration) -
    rate * concentration
  )
}

function sortDown(order: Int32Array, weight: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const k = order[i] ?? 0
    const value = weight[k] ?? NaN
    let at = i
    while (at > 0 && (weight[order[at - 1] ?? 0] ?? NaN) < value) {
      order[at] = order[at - 1] ?? 0
      at--
    }
    order[at] = k
  }
}
