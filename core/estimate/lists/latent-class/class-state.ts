import type { Dice } from '@corroborate/base'
import { exp, log, logAddExp } from '../../numerics/elementary.ts'
import { exponential, gamma, logGammaDraw } from '../../numerics/samplers.ts'
import type { Overlap } from '../overlap.ts'

/** The prior: how many classes at most, and the gamma distribution of the concentration. */
export interface ClassPrior {
  readonly classes: number
  readonly concentration: { readonly shape: number; readonly rate: number }
}

/** The observed combinations as arrays: what every sweep reads. */
export interface Table {
  readonly lists: number
  readonly cells: number
  readonly counts: Float64Array
  readonly observed: number
  /** The lists of each cell, one cell after another; cell x has those from starts[x] up to starts[x + 1]. */
  readonly members: Int32Array
  readonly starts: Int32Array
}

/**
 * One state of a chain. Arrays by class and list are laid out class by class; those by class and cell too. Everything that a sweep needs is
 * allocated here once.
 */
export interface ClassState {
  readonly table: Table
  readonly prior: ClassPrior
  /** Concentration of the Dirichlet process. */
  concentration: number
  /** Unlisted people at the last sweep, and the probability of being on no list. */
  unlisted: number
  missed: number
  /** Share of each class, and its logarithm, which stays a number where the share is too small for a double. */
  readonly weight: Float64Array
  readonly logWeight: Float64Array
  /** Probability of being listed, and of not being listed, by class and list. */
  readonly listed: Float64Array
  readonly spared: Float64Array
  /** Probability of being on no list, by class. */
  readonly miss: Float64Array
  /** weight × probability of the cell given the class, by class and cell; and their sums by cell. */
  readonly joint: Float64Array
  readonly cellChance: Float64Array
  /** People of each class, listed or not; and how many of them are on each list. */
  readonly people: Float64Array
  readonly hits: Float64Array
  /** Classes from the heaviest down, and room for what a move proposes. */
  readonly order: Int32Array
  readonly keptRow: Float64Array
  readonly keptListed: Float64Array
  readonly keptSpared: Float64Array
  readonly odds: Float64Array
}

export function tableOf(overlap: Overlap): Table {
  const lists = overlap.lists.map((_, list) => list)
  const membersOf = overlap.cells.map(({ mask }) => lists.filter((list) => ((mask >> list) & 1) === 1))
  const starts = new Int32Array(membersOf.length + 1)
  membersOf.forEach((members, x) => (starts[x + 1] = (starts[x] ?? 0) + members.length))
  return {
    lists: overlap.lists.length,
    cells: overlap.cells.length,
    members: Int32Array.from(membersOf.flat()),
    starts,
    counts: Float64Array.from(overlap.cells, (cell) => cell.count),
    observed: overlap.observed,
  }
}

/**
 * Where a chain begins: shares and rates from the prior, so that chains begin far apart, but the concentration at 1. Its prior puts much on values so
 * small that a second class would have to be waited for.
 */
export function startingState(dice: Dice, table: Table, prior: ClassPrior): ClassState {
  const state = emptyState(table, prior)
  drawRates(dice, state)
  drawSticks(dice, state)
  reckonCells(state)
  return state
}

/** A state drawn from the prior, the concentration too: the truth of a simulated table. */
export function stateFromPrior(dice: Dice, table: Table, prior: ClassPrior): ClassState {
  const state = emptyState(table, prior)
  const { shape, rate } = prior.concentration
  state.concentration = Math.max(exp(logGammaDraw(dice, shape)) / rate, LEAST_CONCENTRATION)
  drawRates(dice, state)
  drawSticks(dice, state)
  reckonCells(state)
  return state
}

function emptyState(table: Table, prior: ClassPrior): ClassState {
  const { classes } = prior
  return {
    table,
    prior,
    concentration: 1,
    unlisted: 0,
    missed: 0,
    weight: new Float64Array(classes),
    logWeight: new Float64Array(classes),
    listed: new Float64Array(classes * table.lists),
    spared: new Float64Array(classes * table.lists),
    miss: new Float64Array(classes),
    joint: new Float64Array(classes * table.cells),
    cellChance: new Float64Array(table.cells),
    people: new Float64Array(classes),
    hits: new Float64Array(classes * table.lists),
    order: Int32Array.from({ length: classes }, (_, k) => k),
    keptRow: new Float64Array(table.cells),
    keptListed: new Float64Array(table.lists),
    keptSpared: new Float64Array(table.lists),
    odds: new Float64Array(table.lists),
  }
}

/** Under this the second class has a share that no double can hold: the model is one class. */
export const LEAST_CONCENTRATION = 1e-12

/** Probabilities of being listed, from their beta distributions given who is in each class; uniform for an empty class. */
export function drawRates(dice: Dice, state: ClassState): void {
  const { people, hits, listed, spared } = state
  const { lists } = state.table
  for (let k = 0; k < people.length; k++) {
    const here = people[k] ?? NaN
    for (let j = 0; j < lists; j++) {
      const at = k * lists + j
      const on = hits[at] ?? NaN
      const yes = on === 0 ? exponential(dice) : gamma(dice, 1 + on)
      const no = here === on ? exponential(dice) : gamma(dice, 1 + here - on)
      const both = yes + no
      listed[at] = yes / both
      spared[at] = no / both
    }
  }
}

/**
 * Shares of the classes by breaking a stick, given how many people are in each (Ishwaran & James 2001, section 5.2). Kept as logarithms,
 * because a stick broken with a small concentration leaves less than a double can hold.
 */
export function drawSticks(dice: Dice, state: ClassState): void {
  const { people, logWeight, weight, concentration } = state
  const last = people.length - 1
  let after = 0
  for (const here of people) after += here
  let logLeft = 0
  for (let k = 0; k < last; k++) {
    const here = people[k] ?? NaN
    after = Math.max(0, after - here)
    const taken = log(here === 0 ? exponential(dice) : gamma(dice, 1 + here))
    const rest = logGammaDraw(dice, concentration + after)
    const both = logAddExp(taken, rest)
    logWeight[k] = logLeft + taken - both
    logLeft += rest - both
  }
  logWeight[last] = logLeft
  for (let k = 0; k <= last; k++) weight[k] = exp(logWeight[k] ?? NaN)
}

/** Chances of every cell from shares and rates, after any of them has changed. */
export function reckonCells(state: ClassState): void {
  const { weight, miss } = state
  for (let k = 0; k < weight.length; k++) miss[k] = chancesOfClass(state, k)
  sumCells(state)
}

/** The sums by cell of what the classes bring. */
export function sumCells(state: ClassState): void {
  const { weight, joint, cellChance } = state
  const { cells } = state.table
  cellChance.fill(0)
  for (let k = 0; k < weight.length; k++) {
    const row = k * cells
    for (let x = 0; x < cells; x++) cellChance[x] = (cellChance[x] ?? NaN) + (joint[row + x] ?? NaN)
  }
}

/** Writes weight × chance of every cell in one class; returns the class's chance of being on no list. */
export function chancesOfClass(state: ClassState, k: number): number {
  const { listed, spared, weight, joint, odds } = state
  const { lists, cells, members, starts } = state.table
  const from = k * lists
  let none = 1
  for (let j = 0; j < lists; j++) {
    const off = spared[from + j] ?? NaN
    none *= off
    odds[j] = (listed[from + j] ?? NaN) / off
  }
  // A cell has few lists: from nobody's chance, one factor for each list that it has.
  const base = (weight[k] ?? NaN) * none
  let at = 0
  for (let x = 0; x < cells; x++) {
    const end = starts[x + 1] ?? 0
    let chance = base
    for (; at < end; at++) chance *= odds[members[at] ?? 0] ?? NaN
    joint[k * cells + x] = chance
  }
  return none
}
