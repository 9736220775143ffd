import type { Dice } from '@corroborate/base'
import { multinomial, negativeBinomial } from '../numerics/counts-samplers.ts'
import {
  startingState,
  stateFromPrior,
  tableOf,
  type ClassPrior,
  type ClassState,
} from '../lists/latent-class/class-state.ts'
import { adaptStep, moveAlongFlow } from '../lists/latent-class/flow-move.ts'
import { flowFor } from '../lists/latent-class/flow.ts'
import { sweep } from '../lists/latent-class/sweep.ts'
import type { Calibration } from './calibration.ts'

const LISTS = ['A', 'B', 'C']
const LISTED = 80
const PRIOR: ClassPrior = { classes: 4, concentration: { shape: 2, rate: 2 } }
const WARM_UP = 200
const SWEEPS_BETWEEN = 8
/** Draws of each posterior, far apart. */
export const DRAWS_OF_CLASSES = 39

/** How many draws lie below the truth, for what the model says of people and of itself. */
export interface ClassRanks {
  readonly people: number
  readonly missed: number
  readonly concentration: number
  readonly heaviest: number
}

/**
 * A truth from the prior, a table from the truth, and the rank of the truth among draws of the posterior. p(N) in proportion to 1/N is no distribution
 * to draw from, but given the listed it leaves the rates their prior and N a negative binomial: so the listed are fixed, and N is drawn.
 */
export function latentClassRanks(dice: Dice): ClassRanks {
  const { truth, unlisted, table } = simulate(dice)
  const state = startingState(dice, table, PRIOR)
  const flow = flowFor(state)
  for (let i = 0; i < WARM_UP; i++) {
    sweep(dice, state)
    adaptStep(flow, moveAlongFlow(dice, state, flow), i)
  }
  const below = { people: 0, missed: 0, concentration: 0, heaviest: 0 }
  let equal = 0
  for (let draw = 0; draw < DRAWS_OF_CLASSES; draw++) {
    for (let i = 0; i < SWEEPS_BETWEEN; i++) {
      sweep(dice, state)
      moveAlongFlow(dice, state, flow)
    }
    const drawn = unlistedOf(dice, state)
    if (drawn < unlisted) below.people++
    if (drawn === unlisted) equal++
    if (missedOf(state) < missedOf(truth)) below.missed++
    if (state.concentration < truth.concentration) below.concentration++
    if (Math.max(...state.weight) < Math.max(...truth.weight)) below.heaviest++
  }
  // Whole numbers are often equal. The truth has any place among its equals, each as likely; a toss for each draw would put it in their middle.
  return { ...below, people: below.people + dice.whole(0, equal) }
}

/** The latent-class model, on tables from its own prior; a rank among 39 draws has 40 places, each spread over its room. */
export function calibrateLatentClass(truths: number): Calibration {
  return {
    name: `latent classes, ${LISTS.length} lists, ${LISTED} people listed`,
    truths,
    place: (dice) => (latentClassRanks(dice).people + dice.next()) / (DRAWS_OF_CLASSES + 1),
  }
}

const everyCell = tableOf({
  lists: LISTS,
  cells: Array.from({ length: 7 }, (_, at) => ({ mask: at + 1, count: 1 })),
  observed: 7,
})

function missedOf(state: ClassState): number {
  return state.weight.reduce((sum, weight, k) => sum + weight * (state.miss[k] ?? NaN), 0)
}

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

function unlistedOf(dice: Dice, state: ClassState): number {
  return negativeBinomial(dice, LISTED, 1 - missedOf(state))
}
