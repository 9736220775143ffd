import { diceFrom, type Dice, type Range } from '@corroborate/base'
import { wholePeople } from '../whole-people.ts'
import type { Grid } from './grid-distribution.ts'
import { addInBetween, addIndependent, sumTables, supplyFrom, type SumTables, type Supply } from './independent-sizes.ts'
import type { QuantileFunction } from './quantile-function.ts'
import { countsIn, meanWithError, quantilesWithErrors, type Drawn } from './quantile-errors.ts'

/** One period as it is drawn: how many occasions, and how many people on one of them. */
export interface PeriodModel {
  readonly code: string
  readonly occasions: QuantileFunction
  readonly size: QuantileFunction
  /** The same text for the same distribution of sizes: what was built for one period serves the other. */
  readonly sizeKey: string
}

/**
 * Draws of one estimate under every way in which group sizes may hang together. They are computed together and stand side by
 * side: the evidence does not say which holds, and the one with the shortest interval is not the one to be taken for that.
 */
export interface Simulation {
  readonly draws: number
  readonly seed: number
  /** The share of the draws between `low` and `high`. */
  readonly level: 0.95
  /** Interval arithmetic on the very ranges that were drawn from, in whole people: every draw lies inside. */
  readonly bounds: Range
  readonly correlation: { readonly withinPeriod: number; readonly betweenPeriods: number }
  /** One size for all occasions of a period, another for the next period. */
  readonly oneSizePerPeriod: DrawnPeople
  /** A size of its own for every occasion: the shortest interval, and the strongest assumption. */
  readonly sizePerOccasion: DrawnPeople
  /** In between, with the correlations that were stated. */
  readonly correlatedSizes: DrawnPeople
  /** Every size of every period at the same place of its range: if one source exaggerates, it exaggerates throughout. */
  readonly oneQuantileForAll: DrawnPeople
}

export interface DrawnPeople {
  readonly mean: Drawn
  readonly median: Drawn
  readonly low: Drawn
  readonly high: Drawn
  /** How many draws fell into each of 60 equal parts of `bounds`. */
  readonly counts: readonly number[]
}

export interface SimulationSettings {
  readonly draws: number
  readonly seed: number
  readonly correlation: Simulation['correlation']
}

const CHUNK = 4096
const PARTS = 60

/**
 * Draws the number of people: for each draw a number of occasions for each period, the same under every dependence, and sizes
 * as each dependence has them. The same seed gives the same bytes.
 * @see docs/methods/pattern-simulation.md
 */
export function simulate(models: readonly PeriodModel[], settings: SimulationSettings): Simulation {
  const { draws, seed, correlation } = settings
  const bounds = wholePeople(boundsOf(models))
  const dice = diceFrom(seed)
  const work = workOf(models, { dice, correlation })
  const drawn = {
    oneSizePerPeriod: new Float64Array(draws),
    sizePerOccasion: new Float64Array(draws),
    correlatedSizes: new Float64Array(draws),
    oneQuantileForAll: new Float64Array(draws),
  }
  for (let from = 0; from < draws; from += CHUNK) {
    const until = Math.min(draws, from + CHUNK)
    drawChunk(work, {
      oneSizePerPeriod: drawn.oneSizePerPeriod.subarray(from, until),
      sizePerOccasion: drawn.sizePerOccasion.subarray(from, until),
      correlatedSizes: drawn.correlatedSizes.subarray(from, until),
      oneQuantileForAll: drawn.oneQuantileForAll.subarray(from, until),
    })
  }
  return {
    ...{ draws, seed, level: 0.95, bounds, correlation },
    oneSizePerPeriod: peopleDrawn(drawn.oneSizePerPeriod, bounds),
    sizePerOccasion: peopleDrawn(drawn.sizePerOccasion, bounds),
    correlatedSizes: peopleDrawn(drawn.correlatedSizes, bounds),
    oneQuantileForAll: peopleDrawn(drawn.oneQuantileForAll, bounds),
  }
}

/** The fewest and the most that these periods can give, before people are made whole. */
export function boundsOf(models: readonly PeriodModel[]): Range {
  return models.reduce(
    (sum, { occasions, size }) => ({
      min: sum.min + occasions.range.min * size.range.min,
      max: sum.max + occasions.range.max * size.range.max,
    }),
    { min: 0, max: 0 },
  )
}

interface Work {
  readonly periods: readonly PeriodWork[]
  readonly sharedDice: Dice
  /** How often a period has the quantile that is shared by all, under the stated correlation between periods. */
  readonly sharedChance: number
  readonly buffers: Buffers
}

interface PeriodWork {
  readonly model: PeriodModel
  readonly tables: SumTables
  readonly dice: { readonly occasions: Dice; readonly size: Dice; readonly shared: Dice }
  readonly independent: Supply
  readonly between: Supply
}

interface Buffers {
  readonly shared: Float64Array
  readonly uniforms: Float64Array
  readonly occasions: Float64Array
  readonly own: Float64Array
  readonly fromShared: Float64Array
}

interface Totals {
  readonly oneSizePerPeriod: Float64Array
  readonly sizePerOccasion: Float64Array
  readonly correlatedSizes: Float64Array
  readonly oneQuantileForAll: Float64Array
}

function workOf(
  models: readonly PeriodModel[],
  { dice, correlation }: { readonly dice: Dice; readonly correlation: Simulation['correlation'] },
): Work {
  const grids = new Map<string, Grid[]>()
  // Two sizes go together when both are the common one: with the square of the chance of one.
  const commonChance = Math.sqrt(correlation.withinPeriod)
  const periods = models.map((model): PeriodWork => {
    const known = grids.get(model.sizeKey) ?? []
    grids.set(model.sizeKey, known)
    const own = dice.fork(model.code)
    return {
      model,
      tables: sumTables({ ...model, commonChance }, known),
      dice: { occasions: own.fork('occasions'), size: own.fork('size'), shared: own.fork('shared') },
      independent: supplyFrom(own.fork('independent')),
      between: supplyFrom(own.fork('between')),
    }
  })
  const buffer = () => new Float64Array(CHUNK)
  return {
    periods,
    sharedDice: dice.fork('shared'),
    sharedChance: Math.sqrt(correlation.betweenPeriods),
    buffers: {
      ...{ shared: buffer(), uniforms: buffer(), occasions: buffer(), own: buffer(), fromShared: buffer() },
    },
  }
}

function drawChunk({ periods, sharedDice, sharedChance, buffers }: Work, totals: Totals): void {
  const length = totals.oneSizePerPeriod.length
  const shared = buffers.shared.subarray(0, length)
  const uniforms = buffers.uniforms.subarray(0, length)
  const occasions = buffers.occasions.subarray(0, length)
  const own = buffers.own.subarray(0, length)
  const fromShared = buffers.fromShared.subarray(0, length)
  sharedDice.fill(shared)
  for (const { model, tables, dice, independent, between } of periods) {
    dice.occasions.fill(uniforms)
    model.occasions.through(uniforms, occasions)
    dice.size.fill(uniforms)
    model.size.through(uniforms, own)
    model.size.through(shared, fromShared)
    addProducts(occasions, own, totals.oneSizePerPeriod)
    addProducts(occasions, fromShared, totals.oneQuantileForAll)
    addIndependent(tables, occasions, totals.sizePerOccasion, independent)
    dice.shared.fill(uniforms)
    for (let i = 0; i < length; i++)
      if ((uniforms[i] ?? 1) < sharedChance) own[i] = fromShared[i] ?? 0
    addInBetween(tables, { occasions, common: own }, totals.correlatedSizes, between)
  }
}

function addProducts(a: Float64Array, b: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + (a[i] ?? 0) * (b[i] ?? 0)
}

function peopleDrawn(values: Float64Array, bounds: Range): DrawnPeople {
  const [low, median, high] = quantilesWithErrors(values, [0.025, 0.5, 0.975])
  const none: Drawn = { value: 0, error: 0 }
  return {
    mean: meanWithError(values),
    median: median ?? none,
    low: low ?? none,
    high: high ?? none,
    counts: countsIn(values, bounds, PARTS),
  }
}
