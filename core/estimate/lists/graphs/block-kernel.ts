import { exp, logGamma } from '../../numerics/elementary.ts'
import type { DecomposableGraph } from './decomposable-graph.ts'
import { sumRule, type SumRule } from './gauss-sum.ts'
import { sharedPart, sharedRatio } from './graph-likelihood.ts'
import { lengthOf, type MissingBlocks } from './missing-blocks.ts'

/** A graph with its log posterior at every edge, less the highest of its group. */
export interface WeighedGraph {
  readonly graph: DecomposableGraph
  readonly row: Float64Array
}

/**
 * Evaluates graphs at the numbers of one stretch by products alone. Each factor Γ(a + m + x) is taken relative to the straight
 * line (in logarithms) between the ends of the stretch, so that all factors stay near 1 and no logarithm is taken per number.
 */
export interface BlockKernel {
  /** Turns to a stretch and says at how many places it is evaluated: those of a rule for its sum, or all its whole numbers. */
  readonly open: (block: number, places: 'rule' | 'all') => number
  /** From the start of the stretch to a place. */
  readonly offset: (place: number) => number
  /** How many numbers a place stands for. */
  readonly stands: (place: number) => number
  /** Writes the weight of a graph for each place: what the numbers that the place stands for have together. */
  readonly weigh: (weighed: WeighedGraph, into: Float64Array) => void
}

/** A factor at the places of the stretch that is open, and 1 divided by it. */
interface Factor {
  block: number
  all: boolean
  values: Float64Array
  inverses: Float64Array
}

interface Stretch {
  block: number
  start: number
  length: number
  all: boolean
  places: number
  rule: SumRule
}

export function blockKernel(blocks: MissingBlocks): BlockKernel {
  const factors = new Map<number, Factor>()
  const shared = newFactor()
  const here: Stretch = { block: -1, start: 0, length: 0, all: true, places: 0, rule: sumRule(0) }
  const factorOf = (set: number): Factor => {
    const factor = factors.get(set) ?? newFactor()
    if (isStale(factor, here)) fillFactor(factor, here, blocks, set)
    factors.set(set, factor)
    return factor
  }
  return {
    open: (block, places) => {
      here.block = block
      here.start = blocks.starts[block] ?? NaN
      here.length = lengthOf(blocks, block)
      here.all = places === 'all'
      if (!here.all) here.rule = sumRule(here.length)
      here.places = here.all ? here.length : here.rule.places.length
      return here.places
    },
    offset: (place) => offsetOf(here, place),
    stands: (place) => (here.all ? 1 : (here.rule.weights[place] ?? NaN)),
    weigh: ({ graph, row }, into) => {
      if (isStale(shared, here)) fillShared(shared, here, blocks)
      fillLine(here, row, shared.values, into)
      for (const clique of graph.cliques) multiply(into, factorOf(clique).values, here.places)
      for (const separator of graph.separators) multiply(into, factorOf(separator).inverses, here.places)
    },
  }
}

function newFactor(): Factor {
  return { block: -1, all: true, values: new Float64Array(0), inverses: new Float64Array(0) }
}

function isStale(factor: Factor, here: Stretch): boolean {
  return factor.block !== here.block || factor.all !== here.all
}

function makeRoom(factor: Factor, here: Stretch): void {
  factor.block = here.block
  factor.all = here.all
  if (factor.values.length >= here.places) return
  // Later stretches are a little longer: room for some of them, so that not each makes its own.
  factor.values = new Float64Array(here.places + 64)
  factor.inverses = new Float64Array(here.places + 64)
}

function offsetOf(here: Stretch, place: number): number {
  return here.all ? place : (here.rule.places[place] ?? NaN)
}

function slopeOf(edges: Float64Array, here: Stretch): number {
  return ((edges[here.block + 1] ?? NaN) - (edges[here.block] ?? NaN)) / here.length
}

function fillFactor(factor: Factor, here: Stretch, blocks: MissingBlocks, set: number): void {
  makeRoom(factor, here)
  const { values, inverses } = factor
  const edges = blocks.edges(set)
  const begin = blocks.likelihood.shift(set) + here.start
  const slope = slopeOf(edges, here)
  if (!here.all) {
    fillAtNodes(factor, here, edges, (offset) => logGamma(begin + offset))
    return
  }
  const step = exp(-slope)
  let value = 1
  for (let place = 0; place < here.places; place++) {
    values[place] = value
    inverses[place] = 1 / value
    value *= (begin + place) * step
  }
}

function fillShared(factor: Factor, here: Stretch, blocks: MissingBlocks): void {
  makeRoom(factor, here)
  const { shared, likelihood } = blocks
  if (!here.all) {
    fillAtNodes(factor, here, shared, (offset) => sharedPart(here.start + offset, likelihood))
    return
  }
  const step = exp(-slopeOf(shared, here))
  let value = 1
  for (let place = 0; place < here.places; place++) {
    factor.values[place] = value
    value *= sharedRatio(here.start + place, likelihood) * step
  }
}

function fillAtNodes(
  factor: Factor,
  here: Stretch,
  edges: Float64Array,
  logAt: (offset: number) => number,
): void {
  const slope = slopeOf(edges, here)
  const from = edges[here.block] ?? NaN
  for (let place = 0; place < here.places; place++) {
    const offset = offsetOf(here, place)
    const value = exp(logAt(offset) - from - offset * slope)
    factor.values[place] = value
    factor.inverses[place] = 1 / value
  }
}

/** The straight line of a graph between the ends of the stretch, times what all graphs share. */
function fillLine(here: Stretch, row: Float64Array, shared: Float64Array, into: Float64Array): void {
  const slope = slopeOf(row, here)
  const from = exp(row[here.block] ?? NaN)
  if (here.all) {
    const step = exp(slope)
    let line = from
    for (let place = 0; place < here.places; place++) {
      into[place] = line * (shared[place] ?? NaN)
      line *= step
    }
    return
  }
  // The places lie evenly about the middle: one exponential serves two of them.
  const { places, weights } = here.rule
  const middle = (here.length - 1) / 2
  const height = from * exp(slope * middle)
  for (let left = 0, right = here.places - 1; left <= right; left++, right--) {
    const rise = exp(slope * ((places[right] ?? NaN) - middle))
    into[left] = (height / rise) * (shared[left] ?? NaN) * (weights[left] ?? NaN)
    into[right] = height * rise * (shared[right] ?? NaN) * (weights[right] ?? NaN)
  }
}

function multiply(into: Float64Array, by: Float64Array, places: number): void {
  for (let place = 0; place < places; place++) into[place] = (into[place] ?? NaN) * (by[place] ?? NaN)
}
