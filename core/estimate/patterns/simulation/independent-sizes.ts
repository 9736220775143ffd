import type { Dice } from '@corroborate/base'
import { HAIR } from '../whole-people.ts'
import { binomialGrid } from './binomial.ts'
import {
  doubled,
  drawFrom,
  drawNear,
  gridOf,
  samplerOf,
  sumOfGrids,
  sumOfMany,
  thinned,
  type Grid,
  type GridSampler,
} from './grid-distribution.ts'
import type { QuantileFunction } from './quantile-function.ts'

/** Points of one size's range on which sums are built; the exact distribution is used for a single occasion. */
const STEPS = 128
/** Counts that get a table each; where more are possible, sums are put together from powers of two. */
const MOST_TABLES = 600

/** Uniform numbers by the bucketful. */
export interface Supply {
  readonly dice: Dice
  readonly numbers: Float64Array
  at: number
}

export function supplyFrom(dice: Dice): Supply {
  const numbers = new Float64Array(8192)
  return { dice, numbers, at: numbers.length }
}

/**
 * Draws that depend on a count, without so many draws: one table for each count that is likely, and one for each power of
 * two, from which any other count is put together (220 = 128 + 64 + 16 + 8 + 4). Each table was made by convolution.
 */
export interface CountTables {
  /** The count of the first of `each`. */
  readonly low: number
  readonly each: readonly GridSampler[]
  readonly powers: readonly GridSampler[]
}

/** Sums of so many sizes, each drawn for itself, and the size of one. */
export interface SumTables extends CountTables {
  readonly one: (u: number) => number
}

interface Window {
  readonly low: number
  readonly high: number
}

/** @param grids the sums of 1, 2, 4, … sizes of this distribution that are known already; more are added */
export function sumTables(
  size: QuantileFunction,
  counts: { readonly likely: Window; readonly most: number },
  grids: Grid[],
): SumTables {
  const base = grids[0] ?? gridOf(size.at, size.range, STEPS)
  grids[0] = base
  const { low, high } = counts.likely
  const each: GridSampler[] = []
  if (high - low < MOST_TABLES) {
    let sum = sumOfMany(low, grids)
    for (let count = low; count <= high; count++) {
      each.push(samplerOf(thinned(sum)))
      if (count < high) sum = sumOfGrids(sum, base)
    }
  }
  return {
    low,
    each,
    powers: powersUpTo(counts.most).map((_, k) => samplerOf(thinned(doubled(grids, k)))),
    one: size.at,
  }
}

/** How many of so many occasions have the size that is common to their period, when each has it with this chance. */
export function commonTables(chance: number, counts: Window): CountTables {
  const { low, high } = counts
  const each =
    high - low < MOST_TABLES
      ? Array.from({ length: high - low + 1 }, (_, i) => samplerOf(binomialGrid(low + i, chance)))
      : []
  const powers = each.length > 0 ? [] : powersUpTo(high)
  return { low, each, powers: powers.map((power) => samplerOf(binomialGrid(power, chance))) }
}

/** Adds to each total the people of so many whole occasions, each with a size of its own. */
export function addSums(tables: SumTables, counts: Float64Array, totals: Float64Array, supply: Supply): void {
  const { one } = tables
  for (let i = 0; i < totals.length; i++) {
    const count = counts[i] ?? 0
    if (count === 0) continue
    const people = count === 1 ? one(uniform(supply)) : sumDrawn(tables, count, supply)
    totals[i] = (totals[i] ?? 0) + people
  }
}

/** Adds to each total the people of the part of an occasion that a number of occasions may end with. */
export function addParts(
  occasions: Float64Array,
  size: QuantileFunction,
  totals: Float64Array,
  supply: Supply,
): void {
  for (let i = 0; i < totals.length; i++) {
    const all = occasions[i] ?? 0
    const part = all - Math.floor(all + HAIR)
    if (part > HAIR) totals[i] = (totals[i] ?? 0) + part * size.at(uniform(supply))
  }
}

/**
 * Adds to each total the occasions that have the common size, and to each count those that are left to have their own. A part
 * of an occasion has the common size or its own by the same chance.
 */
export function addCommon(
  tables: CountTables,
  given: {
    readonly occasions: Float64Array
    readonly common: Float64Array
    readonly size: QuantileFunction
    readonly chance: number
  },
  into: { readonly totals: Float64Array; readonly counts: Float64Array },
  supply: Supply,
): void {
  const { occasions, common, size, chance } = given
  const { totals, counts } = into
  for (let i = 0; i < totals.length; i++) {
    const all = occasions[i] ?? 0
    const whole = Math.floor(all + HAIR)
    const alike = whole === 0 ? 0 : countDrawn(tables, whole, supply)
    const part = all - whole
    let people = alike * (common[i] ?? 0)
    if (part > HAIR) people += part * (uniform(supply) < chance ? (common[i] ?? 0) : size.at(uniform(supply)))
    totals[i] = (totals[i] ?? 0) + people
    counts[i] = (counts[i] ?? 0) + whole - alike
  }
}

function sumDrawn(tables: CountTables, count: number, supply: Supply): number {
  const table = tables.each[count - tables.low]
  if (table !== undefined) return drawNear(table, uniform(supply))
  let sum = 0
  for (let k = 0, rest = count; rest > 0; k++, rest = Math.floor(rest / 2)) {
    const power = tables.powers[k]
    if (rest % 2 === 1 && power !== undefined) sum += drawNear(power, uniform(supply))
  }
  return sum
}

function countDrawn(tables: CountTables, count: number, supply: Supply): number {
  const table = tables.each[count - tables.low]
  if (table !== undefined) return drawFrom(table, uniform(supply))
  let sum = 0
  for (let k = 0, rest = count; rest > 0; k++, rest = Math.floor(rest / 2)) {
    const power = tables.powers[k]
    if (rest % 2 === 1 && power !== undefined) sum += drawFrom(power, uniform(supply))
  }
  return sum
}

function powersUpTo(most: number): readonly number[] {
  const powers: number[] = []
  for (let power = 1; power <= most; power *= 2) powers.push(power)
  return powers
}

function uniform(supply: Supply): number {
  if (supply.at === supply.numbers.length) {
    supply.dice.fill(supply.numbers)
    supply.at = 0
  }
  return supply.numbers[supply.at++] ?? 0
}
