import type { Dice } from '@corroborate/base'
import { HAIR } from '../whole-people.ts'
import { binomialGrid } from './binomial.ts'
import {
  doubled,
  drawFrom,
  gridOf,
  samplerOf,
  sumOfMany,
  type Grid,
  type GridSampler,
} from './grid-distribution.ts'
import type { QuantileFunction } from './quantile-function.ts'

/** Points of one size's range on which sums are built; the exact distribution is used for a single occasion. */
const STEPS = 128

/**
 * Sums of many sizes, each drawn for itself, without drawing each: the sum over 220 occasions is one draw for the fewest
 * that there may be, and one for each power of two in the rest (220 = 160 + 32 + 16 + 8 + 4). The distribution of every such part is
 * built once, by convolution.
 */
export interface SumTables {
  /** So many occasions there are at least, and their sum. */
  readonly least: number
  readonly sumOfLeast: GridSampler
  /** The sums of 1, 2, 4, 8, … occasions. */
  readonly doubles: readonly GridSampler[]
  /** How many of the least, and of 1, 2, 4, …, have the size that is common to the period. */
  readonly commonOfLeast: GridSampler
  readonly commonOfDoubles: readonly GridSampler[]
  readonly one: (u: number) => number
  readonly commonChance: number
}

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
 * @param from.commonChance how often one occasion has the period's common size; two of them then both have it, and go together, with the square of it
 * @param grids the sums of 2^k sizes of this distribution that are known already; more are added
 */
export function sumTables(
  from: { readonly size: QuantileFunction; readonly occasions: QuantileFunction; readonly commonChance: number },
  grids: Grid[],
): SumTables {
  const { size, occasions, commonChance } = from
  grids[0] ??= gridOf(size.at, size.range, STEPS)
  const fewest = Math.floor(occasions.range.min + HAIR)
  const most = Math.floor(occasions.range.max + HAIR)
  const powers: number[] = []
  for (let power = 1; power <= most; power *= 2) powers.push(power)
  const least = fewest > 1 ? fewest : 0
  return {
    least,
    sumOfLeast: samplerOf(sumOfMany(least, grids)),
    doubles: powers.map((_, k) => samplerOf(doubled(grids, k))),
    commonOfLeast: samplerOf(binomialGrid(least, commonChance)),
    commonOfDoubles: powers.map((power) => samplerOf(binomialGrid(power, commonChance))),
    one: size.at,
    commonChance,
  }
}

/** Adds to each total the people of so many occasions (and a part of one), each with a size of its own. */
export function addIndependent(
  tables: SumTables,
  occasions: Float64Array,
  totals: Float64Array,
  supply: Supply,
): void {
  const { least, sumOfLeast, doubles, one } = tables
  for (let i = 0; i < occasions.length; i++) {
    const all = occasions[i] ?? 0
    const whole = Math.floor(all + HAIR)
    let people = least > 0 ? drawFrom(sumOfLeast, uniform(supply)) : 0
    people += sumOf(whole - least, doubles, one, supply)
    const part = all - whole
    if (part > HAIR) people += part * one(uniform(supply))
    totals[i] = (totals[i] ?? 0) + people
  }
}

/** The same, but each occasion has, by chance, the size that is common to the period in place of its own. */
export function addInBetween(
  tables: SumTables,
  given: { readonly occasions: Float64Array; readonly common: Float64Array },
  totals: Float64Array,
  supply: Supply,
): void {
  const { least, commonOfLeast, commonOfDoubles, doubles, one, commonChance } = tables
  const { occasions, common } = given
  for (let i = 0; i < occasions.length; i++) {
    const all = occasions[i] ?? 0
    const size = common[i] ?? 0
    const whole = Math.floor(all + HAIR)
    let alike = least > 0 ? drawFrom(commonOfLeast, uniform(supply)) : 0
    for (let k = 0, rest = whole - least; rest > 0; k++, rest = Math.floor(rest / 2)) {
      const table = commonOfDoubles[k]
      if (rest % 2 === 1 && table !== undefined) alike += drawFrom(table, uniform(supply))
    }
    let people = alike * size + sumOf(whole - alike, doubles, one, supply)
    const part = all - whole
    if (part > HAIR) people += part * (uniform(supply) < commonChance ? size : one(uniform(supply)))
    totals[i] = (totals[i] ?? 0) + people
  }
}

function sumOf(
  count: number,
  doubles: readonly GridSampler[],
  one: (u: number) => number,
  supply: Supply,
): number {
  let people = (count & 1) === 1 ? one(uniform(supply)) : 0
  for (let k = 1, rest = count >> 1; rest > 0; k++, rest >>= 1) {
    const table = doubles[k]
    if ((rest & 1) === 1 && table !== undefined) people += drawFrom(table, uniform(supply))
  }
  return people
}

function uniform(supply: Supply): number {
  if (supply.at === supply.numbers.length) {
    supply.dice.fill(supply.numbers)
    supply.at = 0
  }
  return supply.numbers[supply.at++] ?? 0
}
