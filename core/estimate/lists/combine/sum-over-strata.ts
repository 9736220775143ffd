import { ok, refuse, type Dice, type Outcome, type Range } from '@corroborate/base'
import type { Caution } from '../answer.ts'

/** What a method says of one stratum. */
export interface StratumDraws {
  readonly name: string
  readonly observed: number
  /** Draws of the people in all, or null where the method gives no answer for this stratum. */
  readonly draws: ArrayLike<number> | null
}

export interface StrataTotal {
  readonly point: number
  readonly interval: Range
  readonly level: number
  readonly observed: number
  /** Sorted. */
  readonly draws: Float64Array
  /** A stratum without an answer adds only those who are known: the total is then a lower bound. */
  readonly atLeast: boolean
  readonly cautions: readonly Caution[]
}

/**
 * The sum over strata that were estimated apart, whose answers are held to be independent: draws are brought into a random order in
 * each stratum and added. The interval of a sum is narrower than the sum of intervals, because not all strata err to the same side;
 * where they do (one list misses the same people everywhere), it is too narrow.
 * @returns refused when no stratum has draws, or they have different numbers of them
 */
export function sumOverStrata(
  strata: readonly StratumDraws[],
  { level, dice }: { readonly level: number; readonly dice: Dice },
): Outcome<StrataTotal, 'no-stratum-answers' | 'draws-differ'> {
  const observed = strata.reduce((sum, stratum) => sum + stratum.observed, 0)
  const answered = strata.flatMap(({ name, draws }) => (draws === null ? [] : [{ name, draws }]))
  const silent = strata.filter(({ draws }) => draws === null)
  const [first] = answered
  if (first === undefined) return refuse('no-stratum-answers', 'No stratum has an answer to be added.')
  const length = first.draws.length
  const other = answered.find(({ draws }) => draws.length !== length)
  if (other !== undefined)
    return refuse(
      'draws-differ',
      `${first.name} has ${length} draws and ${other.name} ${other.draws.length}.`,
    )
  const known = silent.reduce((sum, stratum) => sum + stratum.observed, 0)
  const total = new Float64Array(length).fill(known)
  for (const { name, draws } of answered) {
    const order = shuffledPlaces(length, dice.fork(name))
    for (let i = 0; i < length; i++) total[i] = (total[i] ?? NaN) + (draws[order[i] ?? 0] ?? NaN)
  }
  total.sort()
  return ok({
    point: quantile(total, 0.5),
    interval: {
      min: Math.floor(quantile(total, (1 - level) / 2)),
      max: Math.ceil(quantile(total, (1 + level) / 2)),
    },
    ...{ level, observed, draws: total, atLeast: silent.length > 0 },
    cautions: silent.map((stratum) => ({
      code: 'stratum-without-answer',
      args: { stratum: stratum.name, observed: stratum.observed },
    })),
  })
}

/**
 * The sum of intervals that come without draws: the distances from the points are added in squares, each side by itself, so that lopsided
 * intervals stay lopsided. Held to be independent.
 * @see Zou and Donner (2008), "Construction of confidence limits about effect measures", the method of variance estimates recovery
 */
export function sumOfIntervals(strata: readonly { readonly point: number; readonly interval: Range }[]): {
  readonly point: number
  readonly interval: Range
} {
  const point = strata.reduce((sum, one) => sum + one.point, 0)
  const reach = (away: (one: { readonly point: number; readonly interval: Range }) => number) =>
    Math.sqrt(strata.reduce((sum, one) => sum + away(one) * away(one), 0))
  return {
    point,
    interval: {
      min: Math.floor(point - reach((one) => one.point - one.interval.min)),
      max: Math.ceil(point + reach((one) => one.interval.max - one.point)),
    },
  }
}

function shuffledPlaces(length: number, dice: Dice): Uint32Array {
  const places = Uint32Array.from({ length }, (_, i) => i)
  for (let i = length - 1; i > 0; i--) {
    const j = dice.whole(0, i)
    const [a, b] = [places[i] ?? 0, places[j] ?? 0]
    places[i] = b
    places[j] = a
  }
  return places
}

/** Of sorted draws; between two of them, on the straight line (Hyndman and Fan 1996, definition 7). */
function quantile(sorted: Float64Array, probability: number): number {
  const at = probability * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below] ?? NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN
  return low + (at - below) * (high - low)
}
