import type { Comparer, PairBatch } from '../compare/comparer.ts'
import type { PreparedComparison } from '../compare/prepare-comparisons.ts'
import { weightOf } from '../model/binary-logarithm.ts'
import { withNamesAtMost } from '../run/bound-names.ts'
import { frequencyBits, type FrequencyBits } from '../run/score-pairs.ts'
import type { LinkageModel } from '../scored.ts'

/** Records that say too little to be linked: which share of them weighs less than each weight, even against themselves. */
export interface Unlinkables {
  /** Rising by weight in bits, at most about forty: from a weight that all reach to one that none does. */
  readonly points: readonly { readonly bits: number; readonly share: number }[]
  /** In bits, from where the run joins, and the share of records that could not reach it. */
  readonly line: number
  readonly underLine: number
}

/**
 * The curve of unlinkable records.
 * @param selfWeights of every record, in bits (`selfWeightsOf`)
 * @param joinFrom the probability from which the run joins
 * @see Linacre and others 2022 (Splink), chart of unlinkables
 */
export function unlinkablesOf(selfWeights: Float64Array, joinFrom: number): Unlinkables {
  const line = weightOf(joinFrom)
  let [least, most, under] = [Infinity, -Infinity, 0]
  for (const weight of selfWeights) {
    least = Math.min(least, weight)
    most = Math.max(most, weight)
    if (weight < line) under += 1
  }
  if (selfWeights.length === 0) return { points: [], line, underLine: 0 }
  const step = stepFor(most - least)
  const first = Math.floor(least / step)
  const count = Math.floor(most / step) + 2 - first
  const bits = Array.from({ length: count }, (_, at) => (first + at) * step)
  const points = sharesUnder(selfWeights, bits).map((share, at) => ({ bits: bits[at] ?? 0, share }))
  return { points, line, underLine: under / selfWeights.length }
}

/** For every one of rising numbers the share of weights that are less. */
function sharesUnder(weights: Float64Array, bits: readonly number[]): readonly number[] {
  // How many weights reach so many of the numbers and no more.
  const reaching = new Float64Array(bits.length + 1)
  for (const weight of weights) {
    const reached = countUpTo(bits, weight)
    reaching[reached] = (reaching[reached] ?? 0) + 1
  }
  let under = 0
  return bits.map((_, at) => {
    under += reaching[at] ?? 0
    return under / weights.length
  })
}

const POINTS = 40

/** Whole bits, or two, five, ten of them where the weights lie far apart. */
function stepFor(width: number): number {
  return [1, 2, 5, 10, 20, 50].find((step) => width / step <= POINTS) ?? 100
}

/** How many of rising numbers a weight reaches. */
function countUpTo(bits: readonly number[], weight: number): number {
  let [low, high] = [0, bits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bits[middle] ?? 0) <= weight) low = middle + 1
    else high = middle
  }
  return low
}

/** Records gathered at once. */
const AT_ONCE = 2048

/**
 * For every row the weight, in bits, that it would have against itself: as much as a pair of it can weigh where no rarer value agrees.
 * Costs one comparison for each row.
 */
export function selfWeightsOf(rows: number, { comparisons, comparers, model }: SelfCompared): Float64Array {
  const own = selfWeigher(rows, model, frequencyBits(comparisons, model))
  const most = withNamesAtMost(model, comparisons)
  const ceiling = selfWeigher(rows, most.model, most.frequency)
  for (const [at, comparer] of comparers.entries()) {
    answersToSelf(rows, comparer, (from, answers, count) => {
      own.add(at, from, answers, count)
      ceiling.add(at, from, answers, count)
    })
  }
  return own.weights.map((weight, row) => Math.min(weight, ceiling.weights[row] ?? weight))
}

function selfWeigher(rows: number, model: LinkageModel, frequency: FrequencyBits) {
  const weights = new Float64Array(rows).fill(weightOf(model.prior))
  return {
    weights,
    /** Answers of the rows from `from` on. */
    add(at: number, from: number, answers: Int32Array, count: number) {
      const bits = [0, ...(model.comparisons[at]?.levels ?? []).map(({ weight }) => weight)]
      const rare = frequency[at]
      const agreed = Math.max(1, bits.length - 1)
      for (let n = 0; n < count; n++) {
        const row = from + n
        const answer = answers[n] ?? 0
        const more = rare && answer === agreed ? (rare.bits[rare.ids[row] ?? -1] ?? 0) : 0
        weights[row] = (weights[row] ?? 0) + (bits[answer] ?? 0) + more
      }
    },
  }
}

export interface SelfCompared {
  readonly comparisons: readonly PreparedComparison[]
  readonly comparers: readonly Comparer[]
  readonly model: LinkageModel
}

function answersToSelf(
  rows: number,
  comparer: Comparer,
  take: (from: number, answers: Int32Array, count: number) => void,
): void {
  comparer.makeRoom(AT_ONCE)
  const places = Int32Array.from({ length: AT_ONCE }, (_, n) => n)
  const batch: PairBatch = { count: 0, left: places, right: places, patterns: new Int32Array(AT_ONCE) }
  const at = new Int32Array(AT_ONCE)
  for (let from = 0; from < rows; from += AT_ONCE) {
    batch.count = Math.min(AT_ONCE, rows - from)
    for (let n = 0; n < batch.count; n++) at[n] = from + n
    batch.patterns.fill(0)
    comparer.gather(at, 0, batch.count, 0)
    comparer.compare(batch)
    take(from, batch.patterns, batch.count)
  }
}
