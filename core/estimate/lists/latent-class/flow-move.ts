import type { Dice } from '@corroborate/base'
import { exp, log } from '../../numerics/elementary.ts'
import { normal } from '../../numerics/samplers.ts'
import { chancesOfClass, reckonCells, sumCells, type ClassState } from './class-state.ts'
import type { Flow } from './flow.ts'
import { logDensity, reckonSlope } from './flow-density.ts'

/** Classes lighter than this stand still; a trajectory at whose end another set of classes would move is refused, which keeps the move reversible. */
const LIGHTEST = 1e-4
/** Mean length of a trajectory in log odds: about the width of what a small table leaves open. */
const REACH = 1
const MOST_STEPS = 64
/** Share of trajectories that the density is to accept, by the choice of step in warm-up (Betancourt, Byrne & Girolami 2014). */
const AIM = 0.75

/**
 * One Hamiltonian trajectory of weights and rates together, of random length, on the posterior with people's classes and the number
 * unlisted integrated out. A table of four lists has 15 cells and a model of several classes more parameters than that: what the cells leave
 * open is wide, while a Gibbs step is as short as the classes are full. A trajectory crosses it in one go.
 * @returns for warm-up to choose the step: the chance of acceptance by the density alone. Refusals because other classes would move are left out: they
 * do not grow fewer with shorter steps, and counted in, a quarter of them drives the step to a fifth of what the density bears
 * @see Neal, "MCMC using Hamiltonian dynamics" (2011)
 */
export function moveAlongFlow(dice: Dice, state: ClassState, flow: Flow): number {
  begin(state, flow)
  const before = logDensity(state, flow) - drawMomentum(dice, state, flow)
  const length = flow.stepLength * (0.8 + 0.4 * dice.next())
  const steps = 1 + Math.floor(dice.next() * Math.min(MOST_STEPS, Math.ceil((2 * REACH) / length)))
  reckonSlope(state, flow)
  for (let step = 0; step < steps; step++) {
    kick(state, flow, 0.5 * length)
    drift(state, flow, length)
    reckonSlope(state, flow)
    kick(state, flow, 0.5 * length)
  }
  const gain = logDensity(state, flow) - kineticEnergy(state, flow) - before
  const total = totalIfSameMove(state, flow)
  const chance = gain === gain ? exp(Math.min(0, gain)) : 0
  // The throw is made in any case, so that a refusal costs the dice the same as an acceptance.
  if (dice.next() < chance && total > 0) divideWeights(state, total)
  else putBack(state, flow)
  reckonCells(state)
  return chance
}

/** Robbins-Monro on the logarithm of the step; only in warm-up, so that the chain proper is one fixed kernel. */
export function adaptStep(flow: Flow, accepted: number, sweep: number): void {
  flow.stepLength *= exp(((accepted - AIM) * 2) / Math.sqrt(sweep + 10))
}

function begin(state: ClassState, flow: Flow): void {
  const { weight, logWeight, listed, spared, table } = state
  const { active, moving, place, kept } = flow
  kept.weight.set(weight)
  kept.logWeight.set(logWeight)
  kept.listed.set(listed)
  kept.spared.set(spared)
  moving.count = 0
  for (let k = 0; k < weight.length; k++) {
    if (!((weight[k] ?? NaN) > LIGHTEST)) continue
    active[moving.count] = k
    moving.count++
    place[k] = logWeight[k] ?? NaN
    for (let j = 0; j < table.lists; j++) {
      const at = k * table.lists + j
      place[weight.length + at] = log((listed[at] ?? NaN) / (spared[at] ?? NaN))
    }
  }
}

/** Standard normal momenta; returns their energy. */
function drawMomentum(dice: Dice, state: ClassState, flow: Flow): number {
  const classes = state.weight.length
  const { lists } = state.table
  for (let a = 0; a < flow.moving.count; a++) {
    const k = flow.active[a] ?? 0
    flow.momentum[k] = normal(dice)
    for (let j = 0; j < lists; j++) flow.momentum[classes + k * lists + j] = normal(dice)
  }
  return kineticEnergy(state, flow)
}

function kineticEnergy(state: ClassState, { active, moving, momentum }: Flow): number {
  const classes = state.weight.length
  const { lists } = state.table
  let sum = 0
  for (let a = 0; a < moving.count; a++) {
    const k = active[a] ?? 0
    sum += (momentum[k] ?? NaN) * (momentum[k] ?? NaN)
    for (let j = 0; j < lists; j++) {
      const here = momentum[classes + k * lists + j] ?? NaN
      sum += here * here
    }
  }
  return 0.5 * sum
}

function kick(state: ClassState, { active, moving, momentum, slope }: Flow, length: number): void {
  const classes = state.weight.length
  const { lists } = state.table
  for (let a = 0; a < moving.count; a++) {
    const k = active[a] ?? 0
    momentum[k] = (momentum[k] ?? NaN) + length * (slope[k] ?? NaN)
    for (let j = 0; j < lists; j++) {
      const at = classes + k * lists + j
      momentum[at] = (momentum[at] ?? NaN) + length * (slope[at] ?? NaN)
    }
  }
}

function drift(state: ClassState, { active, moving, momentum, place }: Flow, length: number): void {
  const { weight, logWeight, listed, spared, miss, table } = state
  const { lists } = table
  const classes = weight.length
  for (let a = 0; a < moving.count; a++) {
    const k = active[a] ?? 0
    const moved = (place[k] ?? NaN) + length * (momentum[k] ?? NaN)
    place[k] = moved
    logWeight[k] = moved
    weight[k] = exp(moved)
    for (let j = 0; j < lists; j++) {
      const at = k * lists + j
      const logOdds = (place[classes + at] ?? NaN) + length * (momentum[classes + at] ?? NaN)
      place[classes + at] = logOdds
      const small = exp(-Math.abs(logOdds))
      const likelier = 1 / (1 + small)
      listed[at] = logOdds > 0 ? likelier : small * likelier
      spared[at] = logOdds > 0 ? small * likelier : likelier
    }
    miss[k] = chancesOfClass(state, k)
  }
  sumCells(state)
}

/** The sum of the weights; 0 if not the same classes would move from here, or if the sum is no number. */
function totalIfSameMove({ weight }: ClassState, { active, moving }: Flow): number {
  let total = 0
  for (const here of weight) total += here
  let at = 0
  for (let k = 0; k < weight.length; k++) {
    const moves = at < moving.count && active[at] === k
    if (moves) at++
    if ((weight[k] ?? NaN) > LIGHTEST * total !== moves) return 0
  }
  return total < Infinity ? total : 0
}

function divideWeights({ weight, logWeight }: ClassState, total: number): void {
  const logTotal = log(total)
  for (let k = 0; k < weight.length; k++) {
    weight[k] = (weight[k] ?? NaN) / total
    logWeight[k] = (logWeight[k] ?? NaN) - logTotal
  }
}

function putBack(state: ClassState, { kept }: Flow): void {
  state.weight.set(kept.weight)
  state.logWeight.set(kept.logWeight)
  state.listed.set(kept.listed)
  state.spared.set(kept.spared)
}
