import type { Dice } from '@corroborate/base'
import { exp, log } from '../../numerics/elementary.ts'
import { exponential, normal } from '../../numerics/samplers.ts'
import { chancesOfClass, type ClassState } from './class-state.ts'

/** Lengths of step on the log scale; one is drawn for each proposal, so that some fit whatever the table. */
const LENGTHS = [0.1, 0.3, 0.9] as const
/** Classes lighter than this hold nobody to speak of; left alone before and after, which keeps the move reversible. */
const LIGHTEST = 1e-4

/**
 * For each class: its weight times e^u, the odds of its rates times e^-u. For a class that is rarely listed this leaves the expected numbers on
 * one list as they are, so it moves along the ridge on which a large class seldom seen and a small one often seen fit alike; a sweep of
 * Gibbs steps crosses it by small steps only, because people and rates wait for each other. Classes of people and number unlisted are integrated
 * out: the likelihood is that of the listed given that they are listed, ∏ (p_x / Σp)^c_x, which is what p(N) in proportion to 1/N leaves.
 * Measure: the step is a translation of log weight and log odds, so the Jacobian is ∏π'/∏π · ∏λ'(1-λ') / ∏λ(1-λ).
 */
export function moveAlongRidges(dice: Dice, state: ClassState): void {
  const { weight, miss } = state
  let total = 0
  let seen = 0
  for (let k = 0; k < weight.length; k++) {
    total += weight[k] ?? NaN
    seen += (weight[k] ?? NaN) * (1 - (miss[k] ?? NaN))
  }
  const sums = { total, seen }
  for (let k = 0; k < weight.length; k++) {
    if ((weight[k] ?? NaN) > LIGHTEST * sums.total) propose(dice, state, k, sums)
  }
  normalise(state, sums.total)
}

/** Weights may be off by one common factor during the moves; their sum, and the chance of being listed times it. */
interface Sums {
  total: number
  seen: number
}

function propose(dice: Dice, state: ClassState, k: number, sums: Sums): void {
  const { weight, miss, table } = state
  const step = (LENGTHS[Math.floor(dice.next() * LENGTHS.length)] ?? NaN) * normal(dice)
  const factor = exp(step)
  const old = weight[k] ?? NaN
  const heavier = old * factor
  const total = sums.total - old + heavier
  if (!(heavier > LIGHTEST * total)) return
  const missBefore = miss[k] ?? NaN
  const jacobian = divideOdds(state, k, factor)
  weight[k] = heavier
  const missAfter = chancesOfClass(state, k)
  const seen = sums.seen - old * (1 - missBefore) + heavier * (1 - missAfter)
  const gain =
    log(jacobian) +
    gainOfCells(state, k) -
    table.observed * log(seen / sums.seen) +
    gainOfWeights(state, k, step, { before: sums.total, after: total, old })
  if (!(-exponential(dice) < gain)) {
    putBack(state, k, old)
    return
  }
  sums.total = total
  sums.seen = seen
  state.logWeight[k] = (state.logWeight[k] ?? NaN) + step
  miss[k] = missAfter
  const { joint, cellChance, keptRow } = state
  for (let x = 0; x < table.cells; x++)
    cellChance[x] = (cellChance[x] ?? NaN) - (keptRow[x] ?? NaN) + (joint[k * table.cells + x] ?? NaN)
}

/** Divides the odds of a class's rates, keeping what they and the cells were; returns the Jacobian. */
function divideOdds(state: ClassState, k: number, factor: number): number {
  const { listed, spared, keptListed, keptSpared, keptRow, joint } = state
  const { lists, cells } = state.table
  let jacobian = 1
  for (let j = 0; j < lists; j++) {
    const on = listed[k * lists + j] ?? NaN
    const off = spared[k * lists + j] ?? NaN
    keptListed[j] = on
    keptSpared[j] = off
    const sum = on + off * factor
    listed[k * lists + j] = on / sum
    spared[k * lists + j] = (off * factor) / sum
    jacobian *= factor / (sum * sum)
  }
  for (let x = 0; x < cells; x++) keptRow[x] = joint[k * cells + x] ?? NaN
  return jacobian
}

function putBack(state: ClassState, k: number, weight: number): void {
  const { listed, spared, keptListed, keptSpared, keptRow, joint } = state
  const { lists, cells } = state.table
  state.weight[k] = weight
  for (let j = 0; j < lists; j++) {
    listed[k * lists + j] = keptListed[j] ?? NaN
    spared[k * lists + j] = keptSpared[j] ?? NaN
  }
  for (let x = 0; x < cells; x++) joint[k * cells + x] = keptRow[x] ?? NaN
}

function gainOfCells(state: ClassState, k: number): number {
  const { cellChance, joint, keptRow } = state
  const { cells, counts } = state.table
  let gain = 0
  for (let x = 0; x < cells; x++) {
    const before = cellChance[x] ?? NaN
    const after = before - (keptRow[x] ?? NaN) + (joint[k * cells + x] ?? NaN)
    if (!(after > 0)) return -Infinity
    gain += (counts[x] ?? NaN) * logRatio(after, before)
  }
  return gain
}

/** What prior and Jacobian of the shares say of multiplying one weight by e^step: see swap-move.ts for the density. */
function gainOfWeights(
  state: ClassState,
  k: number,
  step: number,
  { before, after, old }: { readonly before: number; readonly after: number; readonly old: number },
): number {
  const { weight, concentration } = state
  const classes = weight.length
  const grown = log(after / before)
  let gain = step - classes * grown + (concentration - 1) * ((k === classes - 1 ? step : 0) - grown)
  const added = after - before
  // Tails that hold class k grow by what it gains; all are then divided by the new total.
  let tail = before
  let ratio = 1
  for (let m = 1; m <= classes - 2; m++) {
    tail -= m - 1 === k ? old : (weight[m - 1] ?? NaN)
    gain += grown
    if (m <= k) ratio *= (tail + added) / tail
  }
  return gain - log(ratio)
}

function normalise(state: ClassState, total: number): void {
  const { weight, logWeight, joint, cellChance } = state
  if (total === 1) return
  const back = 1 / total
  const logTotal = log(total)
  for (let k = 0; k < weight.length; k++) {
    weight[k] = (weight[k] ?? NaN) * back
    logWeight[k] = (logWeight[k] ?? NaN) - logTotal
  }
  for (let i = 0; i < joint.length; i++) joint[i] = (joint[i] ?? NaN) * back
  for (let x = 0; x < cellChance.length; x++) cellChance[x] = (cellChance[x] ?? NaN) * back
}

/** log(a / b), by the series of the inverse hyperbolic tangent while the two are near: most cells hardly change in one move. */
function logRatio(a: number, b: number): number {
  const s = (a - b) / (a + b)
  const t = s * s
  if (t > 0.01) return log(a / b)
  return (
    2 * s * (1 + t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * (1 / 9 + t * (1 / 11 + t * (1 / 13 + t / 15)))))))
  )
}
