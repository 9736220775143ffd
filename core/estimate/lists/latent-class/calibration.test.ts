import { diceFrom, type Dice } from '@corroborate/base'
import { expect, test } from 'vitest'
import { multinomial, negativeBinomial } from '../../numerics/counts-samplers.ts'
import { startingState, stateFromPrior, tableOf, type ClassPrior, type ClassState } from './class-state.ts'
import { adaptStep, moveAlongFlow } from './flow-move.ts'
import { flowFor } from './flow.ts'
import { sweep } from './sweep.ts'

/**
 * Simulation-based calibration (Talts et al. 2018): a truth from the prior, a table from the truth, and the rank of the truth among draws of
 * the posterior. If the sampler's stationary distribution is the model's, ranks are uniform. p(N) in proportion to 1/N is no distribution to draw
 * from, but given the listed it leaves the rates their prior and N a negative binomial: so the listed are fixed, and N is drawn.
 */
const LISTS = ['A', 'B', 'C']
const LISTED = 80
const PRIOR: ClassPrior = { classes: 4, concentration: { shape: 2, rate: 2 } }
const REPEATS = 160
const DRAWS = 39
const BINS = 8

const everyCell = tableOf({
  lists: LISTS,
  cells: Array.from({ length: 7 }, (_, at) => ({ mask: at + 1, count: 1 })),
  observed: 7,
})

const missedOf = (state: ClassState) =>
  state.weight.reduce((sum, weight, k) => sum + weight * (state.miss[k] ?? NaN), 0)

function simulate(dice: Dice) {
  const truth = stateFromPrior(dice, everyCell, PRIOR)
  const counts = multinomial(dice, LISTED, truth.cellChance, new Float64Array(7))
  const cells = Array.from(counts, (count, at) => ({ mask: at + 1, count })).filter(({ count }) => count > 0)
  return {
    truth,
    unlisted: unlistedOf(dice, truth),
    table: tableOf({ lists: LISTS, cells, observed: LISTED }),
  }
}

const unlistedOf = (dice: Dice, state: ClassState) => negativeBinomial(dice, LISTED, 1 - missedOf(state))

/** Ranks of the truth among 39 draws that lie far apart. */
function ranks(dice: Dice) {
  const { truth, unlisted, table } = simulate(dice)
  const state = startingState(dice, table, PRIOR)
  const flow = flowFor(state)
  for (let i = 0; i < 200; i++) {
    sweep(dice, state)
    adaptStep(flow, moveAlongFlow(dice, state, flow), i)
  }
  const below = { people: 0, missed: 0, concentration: 0, heaviest: 0 }
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let i = 0; i < 8; i++) {
      sweep(dice, state)
      moveAlongFlow(dice, state, flow)
    }
    const drawn = unlistedOf(dice, state)
    // Whole numbers are often equal: the dice say which comes first.
    if (drawn < unlisted || (drawn === unlisted && dice.next() < 0.5)) below.people++
    if (missedOf(state) < missedOf(truth)) below.missed++
    if (state.concentration < truth.concentration) below.concentration++
    if (Math.max(...state.weight) < Math.max(...truth.weight)) below.heaviest++
  }
  return below
}

test('ranks of the truth are uniform: the sampler has the distribution of the model', () => {
  const all = Array.from({ length: REPEATS }, (_, at) => ranks(diceFrom('calibration').fork(String(at))))
  for (const what of ['people', 'missed', 'concentration', 'heaviest'] as const) {
    const bins = new Float64Array(BINS)
    for (const rank of all) {
      const bin = Math.floor((rank[what] * BINS) / (DRAWS + 1))
      bins[bin] = (bins[bin] ?? NaN) + 1
    }
    const expected = REPEATS / BINS
    const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 24.3 is the 99.9 % point of chi-square with 7 degrees of freedom (Abramowitz & Stegun, table 26.8).
    expect(chiSquare, what).toBeLessThan(24.3)
  }
})
