import type { Dice } from '@corroborate/base'
import { exp, log } from './elementary.ts'

/**
 * Draws from the continuous distributions, and from a list of weights. Every draw is made of throws of the dice and of elementary.ts, so that
 * one seed gives one sequence on every machine. Arguments outside the stated domain are bugs of the caller.
 */

const LAYERS = 256
/** Where the lowest layer of the ziggurat ends, and the area of each layer, for 256 layers (Marsaglia & Tsang 2000). */
const ZIGGURAT_END = 3.6541528853610088
const ZIGGURAT_AREA = 0.00492867323399
const EDGES = zigguratEdges()
const HEIGHTS = EDGES.map((edge) => exp(-0.5 * edge * edge))

/**
 * A standard normal draw, by the ziggurat of 256 layers; layer, sign and place come from different bits of one throw.
 * @see Marsaglia & Tsang, "The ziggurat method for generating random variables" (2000); Doornik (2005) on the bits.
 */
export function normal(dice: Dice): number {
  for (;;) {
    const scaled = dice.next() * (2 * LAYERS)
    const cut = Math.floor(scaled)
    const layer = cut >> 1
    const sign = (cut & 1) === 0 ? 1 : -1
    const edge = EDGES[layer] ?? NaN
    const inner = EDGES[layer + 1] ?? NaN
    const x = (scaled - cut) * edge
    if (x < inner) return sign * x
    if (layer === 0) return sign * normalTail(dice)
    const low = HEIGHTS[layer] ?? NaN
    const high = HEIGHTS[layer + 1] ?? NaN
    if (low + dice.next() * (high - low) < exp(-0.5 * x * x)) return sign * x
  }
}

/** An exponential draw with mean 1. */
export function exponential(dice: Dice): number {
  return -log(1 - dice.next())
}

/**
 * A gamma draw with this shape (above 0) and rate 1.
 * @see Marsaglia & Tsang, "A simple method for generating gamma variables" (2000); below shape 1 by their section 6.
 */
export function gamma(dice: Dice, shape: number): number {
  if (shape < 1) return exp(logGammaDraw(dice, shape))
  if (shape === 1) return exponential(dice)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(dice)
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    const u = dice.next()
    const square = x * x
    if (u < 1 - 0.0331 * square * square) return d * v
    if (log(u) < 0.5 * square + d * (1 - v + log(v))) return d * v
  }
}

/** The logarithm of a gamma draw: a number also where the draw itself is too near 0 for a double, as for shapes under 0.01. */
export function logGammaDraw(dice: Dice, shape: number): number {
  if (shape >= 1) return log(gamma(dice, shape))
  return log(gamma(dice, shape + 1)) - exponential(dice) / shape
}

/** A beta draw; both shapes above 0. */
export function beta(dice: Dice, a: number, b: number): number {
  if (a < 1 || b < 1) {
    const x = logGammaDraw(dice, a)
    const y = logGammaDraw(dice, b)
    return 1 / (1 + exp(y - x))
  }
  const x = gamma(dice, a)
  return x / (x + gamma(dice, b))
}

/** Shares that sum to 1, one for each shape (above 0). */
export function dirichlet(dice: Dice, shapes: Float64Array | readonly number[]): Float64Array {
  const logs = Float64Array.from(shapes, (shape) => logGammaDraw(dice, shape))
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity)
  const parts = logs.map((value) => exp(value - most))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / sum)
}

/** The index of one of these weights, drawn by its share of their sum; weights from 0, at least one above. */
export function categorical(dice: Dice, weights: Float64Array | readonly number[]): number {
  let sum = 0
  let last = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? NaN
    sum += weight
    if (weight > 0) last = i
  }
  let left = dice.next() * sum
  for (let i = 0; i < last; i++) {
    left -= weights[i] ?? NaN
    if (left < 0) return i
  }
  return last
}

/** The tail beyond the ziggurat's end, by Marsaglia's method (1964). */
function normalTail(dice: Dice): number {
  for (;;) {
    const x = exponential(dice) / ZIGGURAT_END
    if (2 * exponential(dice) > x * x) return ZIGGURAT_END + x
  }
}

/** Edges of the layers from the widest to 0; the first is the width of a box with the area of the lowest layer and its tail. */
function zigguratEdges(): Float64Array {
  const edges = new Float64Array(LAYERS + 1)
  let height = exp(-0.5 * ZIGGURAT_END * ZIGGURAT_END)
  edges[0] = ZIGGURAT_AREA / height
  edges[1] = ZIGGURAT_END
  for (let i = 2; i < LAYERS; i++) {
    height += ZIGGURAT_AREA / (edges[i - 1] ?? NaN)
    edges[i] = Math.sqrt(-2 * log(height))
  }
  return edges
}
