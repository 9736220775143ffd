import { ok, type Range } from '@corroborate/base'
import { occasionsIn, rateRead, unitsIn } from '../occasions.ts'
import type { PeriodRead } from '../read-period.ts'
import { refusePart, type Read } from '../refusal.ts'
import { HAIR } from '../whole-people.ts'
import { binomialGrid } from './binomial.ts'
import {
  always,
  quantileFunction,
  quantilesOf,
  wrongShape,
  type QuantileFunction,
} from './quantile-function.ts'
import type { RateSpread, SimulationRequest } from './simulation-request.ts'

/** More occasions in one period than this are not simulated; the arithmetic still gives its bounds. */
const MOST_OCCASIONS = 100_000_000
/** A mixture of two intervals is followed occasion by occasion. */
const MOST_STEPS = 2_000

/**
 * How many occasions a period may have had, as a distribution: over the range of its rate as the spread says, or by chance
 * where its rate is read as a mixture, or one number where it is read as its mean.
 */
export function occasionsDrawn(
  read: PeriodRead,
  spread: RateSpread,
  made: SimulationRequest['occasions'],
): Read<QuantileFunction> {
  const reckoned = occasionsIn(read).range
  const at = { period: read.code, part: 'rate', claim: read.claims.rate.code }
  if (reckoned.max > MOST_OCCASIONS)
    return refusePart(at, 'occasions-too-many', `more than ${MOST_OCCASIONS} occasions are not simulated.`)
  const said = rateSaid(read)
  if (read.reading.rate === 'mixture' && said.min < said.max) {
    if (read.rate.kind === 'every' && reckoned.max > MOST_STEPS)
      return refusePart(
        at,
        'occasions-too-many',
        `a mixture of two intervals is not simulated beyond ${MOST_STEPS} occasions.`,
      )
    const mixture =
      read.rate.kind === 'every'
        ? mixtureOfIntervals(read, read.reading.share)
        : mixtureOfTimes(read, read.reading.share)
    return ok(made === 'as-reckoned' ? mixture : wholeOf(mixture))
  }
  return spreadOver(read, spread, made)
}

/** A number that belongs to the claim: times a unit, or days between. */
export function rateSaid({ rate, reading }: PeriodRead): Range {
  return rateRead(rate.kind === 'every' ? rate.days : rate.times, reading)
}

/** What one exact rate gives, in the claim's own terms. */
export function occasionsAt(read: PeriodRead, value: number, made: SimulationRequest['occasions']): number {
  const units = unitsIn(read)
  if (made === 'nearest-whole') return Math.round(read.rate.kind === 'every' ? units / value : units * value)
  return read.rate.kind === 'every' ? Math.floor(units / value + HAIR) : units * value
}

function spreadOver(
  read: PeriodRead,
  { along, shape }: RateSpread,
  made: SimulationRequest['occasions'],
): Read<QuantileFunction> {
  const said = rateSaid(read)
  if (said.min === said.max) return ok(always(occasionsAt(read, said.min, made)))
  const every = read.rate.kind === 'every'
  const ownAxis = every === (along === 'interval')
  const axisRange = ownAxis ? said : { min: 1 / said.max, max: 1 / said.min }
  const wrong = wrongShape(shape, axisRange)
  if (wrong !== null)
    return refusePart(
      { period: read.code, part: 'rate', claim: read.claims.rate.code },
      'mode-outside-range',
      wrong,
    )
  const ends = [said.min, said.max].map((value) => occasionsAt(read, value, made))
  const range = { min: Math.min(...ends), max: Math.max(...ends) }
  const axis = quantilesOf(shape, axisRange)
  return ok(alongAxis({ axis, range, units: unitsIn(read), steps: stepsOf(every, made) }, along))
}

type Steps = 'parts' | 'begun' | 'nearest'

function stepsOf(every: boolean, made: SimulationRequest['occasions']): Steps {
  if (made === 'nearest-whole') return 'nearest'
  return every ? 'begun' : 'parts'
}

/** The longest interval gives the fewest occasions, so that along intervals the numbers are read from 1 downwards. */
function alongAxis(
  of: {
    readonly axis: QuantileFunction
    readonly range: Range
    readonly units: number
    readonly steps: Steps
  },
  along: RateSpread['along'],
): QuantileFunction {
  const { axis, range, units, steps } = of
  const flipped = along === 'interval'
  const made = (occasions: number) => {
    if (steps === 'parts') return occasions
    return steps === 'begun' ? Math.floor(occasions + HAIR) : Math.round(occasions)
  }
  const held = (occasions: number) => Math.min(range.max, Math.max(range.min, made(occasions)))
  return {
    range,
    at: (u) => held(flipped ? units / axis.at(1 - u) : units * axis.at(u)),
    through: (u, into) => {
      if (flipped) for (let i = 0; i < u.length; i++) into[i] = 1 - (u[i] ?? Number.NaN)
      axis.through(flipped ? into.subarray(0, u.length) : u, into)
      for (let i = 0; i < u.length; i++) {
        const x = into[i] ?? Number.NaN
        into[i] = held(flipped ? units / x : units * x)
      }
    },
  }
}

function wholeOf(of: QuantileFunction): QuantileFunction {
  const range = { min: Math.round(of.range.min), max: Math.round(of.range.max) }
  return quantileFunction(range, (u) => Math.round(of.at(u)))
}

/**
 * Each week by itself once or twice: a binomial number of weeks has the upper number. A part of a week at the end is one more
 * trial that counts by its share.
 */
function mixtureOfTimes(read: PeriodRead, share: number): QuantileFunction {
  const { min, max } = rateSaid(read)
  const units = unitsIn(read)
  const whole = Math.floor(units + HAIR)
  const part = Math.max(0, units - whole)
  const { from, mass } = binomialGrid(whole, share)
  const chances: number[] = []
  const values: number[] = []
  for (const [i, weight] of mass.entries()) {
    chances.push(weight * (1 - share), weight * share)
    values.push(from + i, from + i + part)
  }
  const range = { min: units * min, max: units * max }
  return byChance(range, { chances, values: values.map((upper) => units * min + (max - min) * upper) })
}

/**
 * Each interval by itself short or long, one after the other until the days are used up: so many occasions or more if
 * the sum of so many intervals is not longer than the window.
 */
function mixtureOfIntervals(read: PeriodRead, share: number): QuantileFunction {
  const { min, max } = rateSaid(read)
  const days = unitsIn(read)
  const range = occasionsIn(read).range
  // longs[j]: the chance that j of the intervals so far were long.
  let longs: readonly number[] = [1]
  const reached: number[] = [1]
  for (let count = 1; count <= range.max; count++) {
    const before = longs
    longs = Array.from(
      { length: count + 1 },
      (_, j) => (before[j] ?? 0) * (1 - share) + (before[j - 1] ?? 0) * share,
    )
    reached.push(
      longs.reduce(
        (sum, chance, j) => (count * min + j * (max - min) <= days + HAIR ? sum + chance : sum),
        0,
      ),
    )
  }
  const chances = reached.map((chance, count) => Math.max(0, chance - (reached[count + 1] ?? 0)))
  return byChance(range, { chances, values: chances.map((_, count) => count) })
}

/** A number out of a rising list, each with its chance. */
function byChance(
  range: Range,
  { chances, values }: { readonly chances: readonly number[]; readonly values: readonly number[] },
): QuantileFunction {
  const possible = values
    .map((value, i) => ({ value, chance: chances[i] ?? 0 }))
    .filter(({ chance }) => chance > 0)
  const cumulative = new Float64Array(possible.length)
  let sum = 0
  for (const [i, { chance }] of possible.entries()) cumulative[i] = sum += chance
  return quantileFunction(range, (u) => {
    let [low, high] = [0, possible.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 1) > u * sum) high = middle
      else low = middle + 1
    }
    return possible[low]?.value ?? range.max
  })
}
