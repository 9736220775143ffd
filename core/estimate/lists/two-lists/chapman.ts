import { ok, refuse } from '@corroborate/base'
import { log } from '../../numerics/elementary.ts'
import type { Answered, Caution, PopulationAnswer } from '../answer.ts'
import { countWhere, sizeOfList, type Overlap } from '../overlap.ts'
import {
  logNormalRange,
  logVariance,
  normalReach,
  peopleBetween,
  wrongLevel,
} from '../population-interval.ts'

export interface ChapmanAnswer extends PopulationAnswer {
  readonly method: 'chapman'
  readonly point: number
  readonly standardError: number
}

/** Under so many people on both lists the estimate is biased even if all its assumptions hold. @see Robson & Regier 1964 */
const FEW_ON_BOTH = 7

/**
 * Chapman's estimate of a population from two lists, with a log-normal interval on the unseen.
 * Assumes a closed population, independent lists and perfect linkage; too low when the same people are easy to reach for both.
 * @param overlap of exactly two lists
 * @returns people, on the lists or not; `no-overlap` where nobody is on both, though the formula gives a number;
 *   `all-mass-at-observed` where one list holds the other, which it cannot distinguish from a list that misses nobody
 * @see docs/methods/two-lists.md (Chapman 1951; Seber 1970; Seber 1982, section 3.1)
 */
export function answerByChapman(
  overlap: Overlap,
  { level }: { readonly level: number },
): Answered<ChapmanAnswer> {
  const wrong = wrongLevel(level)
  if (wrong !== null) return wrong
  if (overlap.lists.length !== 2)
    return refuse('needs-two-lists', `Chapman's estimate takes two lists, found ${overlap.lists.length}.`)
  const [first = '', second = ''] = overlap.lists
  const pair = pairCounts(overlap, 0, 1)
  if (pair.both === 0) return refuse('no-overlap', `Nobody is on both ${first} and ${second}.`)
  if (pair.both === pair.first || pair.both === pair.second) {
    const [inner, outer] = pair.both === pair.first ? [first, second] : [second, first]
    return refuse('all-mass-at-observed', `Everybody on ${inner} is on ${outer} too.`)
  }
  const point = chapmanOf(pair)
  const variance = chapmanVariance(pair)
  const unseen = point - overlap.observed
  const range = logNormalRange({
    observed: overlap.observed,
    logUnseen: log(unseen),
    variance: logVariance(unseen, variance),
    reach: normalReach(level),
  })
  return ok({
    method: 'chapman',
    point,
    interval: peopleBetween(overlap.observed, range),
    level,
    cautions: cautionsOf(pair),
    standardError: Math.sqrt(variance),
  })
}

/** What two lists alone would say, for every pair of lists: where pairs disagree, lists depend on each other or people differ. */
export interface PairEstimate {
  readonly lists: readonly [string, string]
  readonly first: number
  readonly second: number
  readonly both: number
  /** first × second / both; null where nobody is on both. */
  readonly lincolnPetersen: number | null
  readonly chapman: number
}

/** Every pair of lists by itself, in the order of the lists. A diagnosis; each is an answer only if its two lists are independent. */
export function pairEstimates(overlap: Overlap): readonly PairEstimate[] {
  return overlap.lists.flatMap((first, a) =>
    overlap.lists.slice(a + 1).map((second, offset) => {
      const pair = pairCounts(overlap, a, a + 1 + offset)
      return {
        lists: [first, second] as const,
        ...pair,
        lincolnPetersen: pair.both === 0 ? null : (pair.first * pair.second) / pair.both,
        chapman: chapmanOf(pair),
      }
    }),
  )
}

interface PairCounts {
  readonly first: number
  readonly second: number
  readonly both: number
}

function pairCounts(overlap: Overlap, a: number, b: number): PairCounts {
  const pair = (1 << a) | (1 << b)
  return {
    first: sizeOfList(overlap, a),
    second: sizeOfList(overlap, b),
    both: countWhere(overlap, (mask) => (mask & pair) === pair),
  }
}

function chapmanOf({ first, second, both }: PairCounts): number {
  return ((first + 1) * (second + 1)) / (both + 1) - 1
}

/** @see Seber 1970; unbiased when first + second is at least the population. */
function chapmanVariance({ first, second, both }: PairCounts): number {
  return (
    ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) * (both + 1) * (both + 2))
  )
}

function cautionsOf({ both }: PairCounts): readonly Caution[] {
  const independent: Caution = { code: 'lists-taken-as-independent', args: { lists: 2 } }
  return both < FEW_ON_BOTH
    ? [independent, { code: 'few-on-both', args: { count: both, enough: FEW_ON_BOTH } }]
    : [independent]
}
