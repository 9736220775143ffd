import { diceFrom, type Dice, type Range } from '@corroborate/base'
import { HAIR, wholePeople } from '../whole-people.ts'
import { peopleDrawn, type DrawnPeople } from './drawn-people.ts'
import type { Grid } from './grid-distribution.ts'
import {
  addCommon,
  addParts,
  addSums,
  commonTables,
  sumTables,
  supplyFrom,
  type CountTables,
  type SumTables,
  type Supply,
} from './independent-sizes.ts'
import type { QuantileFunction } from './quantile-function.ts'

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

export interface SimulationSettings {
  readonly draws: number
  readonly seed: number
  readonly correlation: Simulation['correlation']
}

const CHUNK = 4096

/**
 * Draws the number of people: for each draw a number of occasions for each period, the same under every dependence, and sizes
 * as each dependence has them. The same seed gives the same bytes.
 * @see docs/methods/pattern-simulation.md
 */
export function simulate(models: readonly PeriodModel[], settings: SimulationSettings): Simulation {
  const { draws, seed, correlation } = settings
  const bounds = wholePeople(boundsOf(models))
  const drawn = drawPeople(models, settings)
  return {
    ...{ draws, seed, level: 0.95, bounds, correlation },
    oneSizePerPeriod: peopleDrawn(drawn.oneSizePerPeriod, bounds),
    sizePerOccasion: peopleDrawn(drawn.sizePerOccasion, bounds),
    correlatedSizes: peopleDrawn(drawn.correlatedSizes, bounds),
    oneQuantileForAll: peopleDrawn(drawn.oneQuantileForAll, bounds),
  }
}

/** The draws themselves, people not made whole, in the order in which they were drawn. */
export interface Draws {
  readonly oneSizePerPeriod: Float64Array
  readonly sizePerOccasion: Float64Array
  readonly correlatedSizes: Float64Array
  readonly oneQuantileForAll: Float64Array
}

export function drawPeople(models: readonly PeriodModel[], settings: SimulationSettings): Draws {
  const { draws, seed, correlation } = settings
  const work = workOf(models, { dice: diceFrom(seed), correlation })
  const drawn: Draws = {
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
  return drawn
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
  /** Periods with one distribution of sizes are added up before sizes are drawn. */
  readonly groups: readonly GroupWork[]
  readonly sharedDice: Dice
  /** How often one occasion has the period's common size, and one period the quantile that is shared by all. */
  readonly commonChance: number
  readonly sharedChance: number
  readonly buffers: Buffers
}

interface PeriodWork {
  readonly model: PeriodModel
  readonly common: CountTables
  readonly group: GroupWork
  readonly dice: { readonly occasions: Dice; readonly size: Dice; readonly shared: Dice }
  readonly parts: Supply
  readonly between: Supply
}

interface GroupWork {
  readonly independent: { readonly tables: SumTables; readonly supply: Supply; readonly counts: Float64Array }
  readonly between: { readonly tables: SumTables; readonly supply: Supply; readonly counts: Float64Array }
}

interface Buffers {
  readonly shared: Float64Array
  readonly uniforms: Float64Array
  readonly occasions: Float64Array
  readonly own: Float64Array
  readonly fromShared: Float64Array
}

function workOf(
  models: readonly PeriodModel[],
  { dice, correlation }: { readonly dice: Dice; readonly correlation: Simulation['correlation'] },
): Work {
  // Two occasions go together when both have the common size: with the square of the chance of one.
  const commonChance = Math.sqrt(correlation.withinPeriod)
  const groups = new Map<string, GroupWork>()
  for (const key of new Set(models.map((model) => model.sizeKey)))
    groups.set(
      key,
      groupOf(
        models.filter((model) => model.sizeKey === key),
        { dice: dice.fork(`group ${groups.size}`), commonChance },
      ),
    )
  const periods = models.flatMap((model): readonly PeriodWork[] => {
    const group = groups.get(model.sizeKey)
    if (group === undefined) return []
    const own = dice.fork(`period ${model.code}`)
    return [
      {
        model,
        group,
        common: commonTables(commonChance, wholeCounts([model])),
        dice: { occasions: own.fork('occasions'), size: own.fork('size'), shared: own.fork('shared') },
        parts: supplyFrom(own.fork('parts')),
        between: supplyFrom(own.fork('between')),
      },
    ]
  })
  const buffer = () => new Float64Array(CHUNK)
  return {
    periods,
    groups: [...groups.values()],
    sharedDice: dice.fork('shared'),
    commonChance,
    sharedChance: Math.sqrt(correlation.betweenPeriods),
    buffers: {
      ...{ shared: buffer(), uniforms: buffer(), occasions: buffer(), own: buffer(), fromShared: buffer() },
    },
  }
}

function groupOf(
  models: readonly PeriodModel[],
  { dice, commonChance }: { readonly dice: Dice; readonly commonChance: number },
): GroupWork {
  const [first] = models
  if (first === undefined) throw new Error('a group of no periods')
  const grids: Grid[] = []
  const all = wholeCounts(models)
  const left = leftToTheirOwn(all, commonChance)
  return {
    independent: {
      tables: sumTables(first.size, { likely: all, most: all.high }, grids),
      supply: supplyFrom(dice.fork('independent')),
      counts: new Float64Array(CHUNK),
    },
    between: {
      tables: sumTables(first.size, { likely: left, most: all.high }, grids),
      supply: supplyFrom(dice.fork('between')),
      counts: new Float64Array(CHUNK),
    },
  }
}

function wholeCounts(models: readonly PeriodModel[]) {
  const sum = (end: 'min' | 'max') =>
    models.reduce((count, { occasions }) => count + Math.floor(occasions.range[end] + HAIR), 0)
  return { low: sum('min'), high: sum('max') }
}

/** Six standard deviations around the counts that do not have the common size; the few others are put together. */
function leftToTheirOwn({ low, high }: { readonly low: number; readonly high: number }, chance: number) {
  const reach = (count: number) => 6 * Math.sqrt(count * chance * (1 - chance))
  return {
    low: Math.max(0, Math.floor(low * (1 - chance) - reach(low))),
    high: Math.min(high, Math.ceil(high * (1 - chance) + reach(high))),
  }
}

function drawChunk(work: Work, totals: Draws): void {
  const { periods, groups, sharedDice, buffers } = work
  const length = totals.oneSizePerPeriod.length
  const shared = buffers.shared.subarray(0, length)
  sharedDice.fill(shared)
  for (const { independent, between } of groups) {
    independent.counts.fill(0)
    between.counts.fill(0)
  }
  for (const period of periods) drawPeriod(work, period, { totals, shared })
  for (const { independent, between } of groups) {
    addSums(independent.tables, independent.counts, totals.sizePerOccasion, independent.supply)
    addSums(between.tables, between.counts, totals.correlatedSizes, between.supply)
  }
}

function drawPeriod(
  { buffers, commonChance, sharedChance }: Work,
  { model, common, group, dice, parts, between }: PeriodWork,
  { totals, shared }: { readonly totals: Draws; readonly shared: Float64Array },
): void {
  const { length } = shared
  const uniforms = buffers.uniforms.subarray(0, length)
  const occasions = buffers.occasions.subarray(0, length)
  const own = buffers.own.subarray(0, length)
  const fromShared = buffers.fromShared.subarray(0, length)
  if (model.occasions.range.min < model.occasions.range.max) dice.occasions.fill(uniforms)
  model.occasions.through(uniforms, occasions)
  dice.size.fill(uniforms)
  model.size.through(uniforms, own)
  model.size.through(shared, fromShared)
  addProducts(occasions, own, totals.oneSizePerPeriod)
  addProducts(occasions, fromShared, totals.oneQuantileForAll)
  addWhole(occasions, group.independent.counts)
  addParts(occasions, model.size, totals.sizePerOccasion, parts)
  if (sharedChance > 0) {
    dice.shared.fill(uniforms)
    for (let i = 0; i < length; i++) if ((uniforms[i] ?? 1) < sharedChance) own[i] = fromShared[i] ?? 0
  }
  addCommon(
    common,
    { occasions, common: own, size: model.size, chance: commonChance },
    { totals: totals.correlatedSizes, counts: group.between.counts },
    between,
  )
}

function addProducts(a: Float64Array, b: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + (a[i] ?? 0) * (b[i] ?? 0)
}

function addWhole(occasions: Float64Array, counts: Float64Array): void {
  for (let i = 0; i < occasions.length; i++)
    counts[i] = (counts[i] ?? 0) + Math.floor((occasions[i] ?? 0) + HAIR)
}
