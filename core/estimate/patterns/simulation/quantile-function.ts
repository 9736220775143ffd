import type { Range } from '@corroborate/base'
import { exp, log } from '../../numerics/elementary.ts'
import type { Shape } from './simulation-request.ts'

/**
 * A distribution on a closed range as the inverse of its distribution function: `at(u)` for u from 0 to 1 never falls, is the
 * smallest value at 0 and the largest at 1. Drawing is `at` of a uniform number.
 */
export interface QuantileFunction {
  readonly range: Range
  readonly at: (u: number) => number
  /** `at` of each of the first numbers, as many as `into` holds. */
  readonly through: (u: Float64Array, into: Float64Array) => void
}

/** A distribution of that shape on the range; the mode must lie in it (`wrongShape` says so beforehand). */
export function quantilesOf(shape: Shape, range: Range): QuantileFunction {
  if (range.min === range.max) return always(range.min)
  switch (shape.kind) {
    case 'uniform':
      return uniform(range)
    case 'triangular':
      return triangular(range, shape.mode)
    case 'pert':
      return fromTable(pertTable(range, shape.mode))
  }
}

export function always(value: number): QuantileFunction {
  return {
    range: { min: value, max: value },
    at: () => value,
    through: (u, into) => into.fill(value, 0, u.length),
  }
}

/** Any inverse distribution function, number by number; held inside its range against the last bit of a product. */
export function quantileFunction(range: Range, inverse: (u: number) => number): QuantileFunction {
  const at = (u: number) => Math.min(range.max, Math.max(range.min, inverse(u)))
  return {
    range,
    at,
    through: (u, into) => {
      for (let i = 0; i < u.length; i++) into[i] = at(u[i] ?? Number.NaN)
    },
  }
}

/** One of several uniform distributions (or fixed numbers), each with its chance; the chances sum to 1. */
export function mixed(
  parts: readonly { readonly chance: number; readonly quantiles: QuantileFunction }[],
): QuantileFunction {
  const range = {
    min: Math.min(...parts.map(({ quantiles }) => quantiles.range.min)),
    max: Math.max(...parts.map(({ quantiles }) => quantiles.range.max)),
  }
  const below = (value: number) =>
    parts.reduce((sum, { chance, quantiles }) => sum + chance * shareBelow(quantiles.range, value), 0)
  const corners = [...new Set(parts.flatMap(({ quantiles }) => [quantiles.range.min, quantiles.range.max]))]
    .sort((a, b) => a - b)
    .map((value) => ({ value, share: below(value), shareBefore: below(value) - atomsAt(parts, value) }))
  return quantileFunction(range, (u) => betweenCorners(corners, u))
}

interface Corner {
  readonly value: number
  /** Of the probability, at or below the value; and strictly below it. */
  readonly share: number
  readonly shareBefore: number
}

/** Between two corners the density is constant; at a corner there may be a step. */
function betweenCorners(corners: readonly Corner[], u: number): number {
  let before = corners[0]
  for (const corner of corners) {
    if (u <= corner.share && u >= corner.shareBefore) return corner.value
    if (before !== undefined && u < corner.shareBefore) {
      const within = (u - before.share) / (corner.shareBefore - before.share)
      return before.value + within * (corner.value - before.value)
    }
    before = corner
  }
  return before?.value ?? Number.NaN
}

function shareBelow({ min, max }: Range, value: number): number {
  if (value >= max) return 1
  return value <= min ? 0 : (value - min) / (max - min)
}

function atomsAt(
  parts: readonly { readonly chance: number; readonly quantiles: QuantileFunction }[],
  value: number,
): number {
  return parts
    .filter(({ quantiles: { range } }) => range.min === range.max && range.min === value)
    .reduce((sum, { chance }) => sum + chance, 0)
}

function uniform(range: Range): QuantileFunction {
  const { min, max } = range
  const width = max - min
  return {
    range,
    at: (u) => Math.min(max, min + u * width),
    through: (u, into) => {
      for (let i = 0; i < u.length; i++) into[i] = Math.min(max, min + (u[i] ?? Number.NaN) * width)
    },
  }
}

function triangular(range: Range, mode: number): QuantileFunction {
  const { min, max } = range
  const turn = (mode - min) / (max - min)
  const [left, right] = [(max - min) * (mode - min), (max - min) * (max - mode)]
  return quantileFunction(range, (u) =>
    u < turn ? min + Math.sqrt(u * left) : max - Math.sqrt((1 - u) * right),
  )
}

const PERT_STEPS = 4096

/**
 * PERT: a beta distribution stretched over the range, with shape 1 + 4 × (mode − min) ÷ width and its mirror, whose mean is
 * (min + 4 × mode + max) ÷ 6. Its distribution function by Simpson's rule on 4,096 steps, straight between them.
 * @see Malcolm, Roseboom, Clark & Fazar, Operations Research 7 (1959)
 */
function pertTable(range: Range, mode: number): QuantileTable {
  const width = range.max - range.min
  const alpha = (4 * (mode - range.min)) / width
  const beta = (4 * (range.max - mode)) / width
  const density = (x: number) => powerOf(x, alpha) * powerOf(1 - x, beta)
  const cumulative = new Float64Array(PERT_STEPS + 1)
  for (let i = 1; i <= PERT_STEPS; i++) {
    const [from, to] = [(i - 1) / PERT_STEPS, i / PERT_STEPS]
    const area = density(from) + 4 * density((from + to) / 2) + density(to)
    cumulative[i] = (cumulative[i - 1] ?? 0) + area
  }
  const whole = cumulative[PERT_STEPS] ?? 1
  for (let i = 0; i <= PERT_STEPS; i++) cumulative[i] = (cumulative[i] ?? 0) / whole
  return { range, cumulative }
}

function powerOf(x: number, exponent: number): number {
  if (exponent === 0) return 1
  return x <= 0 ? 0 : exp(exponent * log(x))
}

interface QuantileTable {
  readonly range: Range
  /** The distribution function at equal steps of the range, from 0 to 1. */
  readonly cumulative: Float64Array
}

function fromTable({ range, cumulative }: QuantileTable): QuantileFunction {
  const step = (range.max - range.min) / (cumulative.length - 1)
  return quantileFunction(range, (u) => {
    let [low, high] = [0, cumulative.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 1) <= u) low = middle
      else high = middle
    }
    const [below, above] = [cumulative[low] ?? 0, cumulative[high] ?? 1]
    const within = above > below ? (u - below) / (above - below) : 1
    return range.min + (low + within) * step
  })
}

/** Why no such distribution can stand on the range, or null. */
export function wrongShape(shape: Shape, range: Range): string | null {
  if (shape.kind === 'uniform') return null
  if (Number.isFinite(shape.mode) && shape.mode >= range.min && shape.mode <= range.max) return null
  return `the most likely value, ${String(shape.mode)}, is not in the range from ${String(range.min)} to ${String(range.max)}.`
}
