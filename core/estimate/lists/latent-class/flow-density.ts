import { log } from '../../numerics/elementary.ts'
import type { ClassState } from './class-state.ts'
import type { Flow } from './flow.ts'

/**
 * The density in which trajectories run: that of log weights and log odds given the listed people, classes of people and number unlisted
 * integrated out. Weights may share one common factor; it cancels.
 *
 *     Σ_x c_x log p_x - n log Σ_k w_k (1 - miss_k)         the listed, given that they are listed
 *     + Σ log λ(1 - λ)                                     uniform rates, and their measure on log odds
 *     + Σ log π_k + (α - 1) log π_K - Σ_{k=2}^{K-1} log T_k   the broken stick, and its measure on log weights
 *
 * Only what differs between two states with the same moving classes; -Infinity or NaN where a double can hold no more.
 */
export function logDensity(state: ClassState, { active, moving }: Flow): number {
  const { logWeight, listed, spared, table, concentration } = state
  const { lists } = table
  const { total, seen } = sumsOf(state)
  let value = logOfCells(state) - table.observed * log(seen)
  for (let a = 0; a < moving.count; a++) {
    const k = active[a] ?? 0
    let product = 1
    for (let j = 0; j < lists; j++) product *= (listed[k * lists + j] ?? NaN) * (spared[k * lists + j] ?? NaN)
    value += (logWeight[k] ?? NaN) + log(product)
  }
  const classes = logWeight.length
  const logTotal = log(total)
  value -= classes * logTotal
  value += (concentration - 1) * ((logWeight[classes - 1] ?? NaN) - logTotal)
  return value - logOfTails(state, logTotal)
}

/** Slope of the density along log weights (first) and log odds (class by class), for the moving classes. */
export function reckonSlope(state: ClassState, flow: Flow): void {
  const { weight, cellChance, table } = state
  const { slope, active, moving, ratio } = flow
  for (let x = 0; x < table.cells; x++) ratio[x] = (table.counts[x] ?? NaN) / (cellChance[x] ?? NaN)
  const { total, seen } = sumsOf(state)
  const perSeen = table.observed / seen
  // 1 / T_k summed over k from 2 to min(this class, K - 1), T_k the weight of class k and all after it.
  let inverseTails = 0
  let tail = total
  let at = 0
  for (let k = 0; at < moving.count; k++) {
    if (k >= 1) tail -= weight[k - 1] ?? NaN
    if (k >= 1 && k <= weight.length - 2) inverseTails += 1 / tail
    if (active[at] !== k) continue
    at++
    const people = slopeOfRates(state, flow, k, perSeen)
    const heavy = weight[k] ?? NaN
    slope[k] =
      people -
      perSeen * heavy * (1 - (state.miss[k] ?? NaN)) +
      slopeOfStick(state, k, heavy / total) -
      heavy * inverseTails
  }
}

function slopeOfStick({ weight, concentration }: ClassState, k: number, share: number): number {
  const classes = weight.length
  const last = k === classes - 1 ? 1 : 0
  return 1 - classes * share + (concentration - 1) * (last - share) + Math.max(0, classes - 2) * share
}

/** Writes the slope along the log odds of one class: expected hits less expected people × rate; returns its expected listed people. */
function slopeOfRates(state: ClassState, { slope, ratio }: Flow, k: number, perSeen: number): number {
  const { weight, listed, miss, joint, table } = state
  const { lists, cells, members, starts } = table
  const base = weight.length + k * lists
  for (let j = 0; j < lists; j++) slope[base + j] = 0
  let people = 0
  let i = 0
  for (let x = 0; x < cells; x++) {
    const here = (ratio[x] ?? NaN) * (joint[k * cells + x] ?? NaN)
    people += here
    const end = starts[x + 1] ?? 0
    for (; i < end; i++) {
      const list = base + (members[i] ?? 0)
      slope[list] = (slope[list] ?? NaN) + here
    }
  }
  const all = people + perSeen * (weight[k] ?? NaN) * (miss[k] ?? NaN)
  for (let j = 0; j < lists; j++)
    slope[base + j] = (slope[base + j] ?? NaN) - (all + 2) * (listed[k * lists + j] ?? NaN) + 1
  return people
}

function sumsOf({ weight, miss }: ClassState): { readonly total: number; readonly seen: number } {
  let total = 0
  let seen = 0
  for (let k = 0; k < weight.length; k++) {
    const here = weight[k] ?? NaN
    total += here
    seen += here * (1 - (miss[k] ?? NaN))
  }
  return { total, seen }
}

function logOfCells({ cellChance, table }: ClassState): number {
  let value = 0
  for (let x = 0; x < table.cells; x++) value += (table.counts[x] ?? NaN) * log(cellChance[x] ?? NaN)
  return value
}

/** A tail too light for a double has no moving class: it is the same before and after, but for the total. */
function logOfTails({ weight }: ClassState, logTotal: number): number {
  let value = 0
  let tail = weight[weight.length - 1] ?? NaN
  for (let k = weight.length - 2; k >= 1; k--) {
    tail += weight[k] ?? NaN
    value += (tail > 1e-290 ? log(tail) : 0) - logTotal
  }
  return value
}
