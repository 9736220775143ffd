import { byNumber } from '../block/by-number.ts'
import type { ComparedBatch } from '../compare/compare-blocks.ts'
import type { PreparedComparison } from '../compare/prepare-comparisons.ts'
import { log2, weightOf } from '../model/binary-logarithm.ts'
import { inOrder, levelsOfPattern, patternSlots, type PatternCounts } from '../model/pattern-counts.ts'
import type { LinkageModel, ScoredPairs } from '../scored.ts'

/** A value rarer than this among the rows that have one is held to be this frequent: the rarest are often slips. */
const RAREST = 1e-5

/** Bits that agreement on one value weighs more (or less) than agreement on any, by value; per comparison, null where frequency does not count. */
export type FrequencyBits = readonly (FrequencyOf | null)[]

export interface FrequencyOf {
  readonly ids: Int32Array
  readonly bits: Float64Array
  /** The most of them, or 0. */
  readonly most: number
}

export function frequencyBits(
  comparisons: readonly PreparedComparison[],
  model: LinkageModel,
): FrequencyBits {
  return comparisons.map(({ frequency }, c) => {
    if (frequency === null) return null
    const u = model.comparisons[c]?.levels.at(-1)?.u ?? 1
    return { ids: frequency.ids, ...bitsOfCounts(frequency.counts, u) }
  })
}

function bitsOfCounts(counts: Int32Array, u: number): Pick<FrequencyOf, 'bits' | 'most'> {
  const total = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  )
  const bits = new Float64Array(counts.length)
  let most = 0
  for (let n = 0; n < bits.length; n++) {
    const of = log2(u / Math.max(RAREST, (counts[n] ?? 0) / total))
    bits[n] = of
    if (of > most) most = of
  }
  return { bits, most }
}

/** Weight of a pattern before its values are looked at, and the frequencies that count in it. */
function weightOfPattern(model: LinkageModel, frequency: FrequencyBits, levels: readonly number[]) {
  let weight = weightOf(model.prior)
  const same: FrequencyOf[] = []
  for (const [c, level] of levels.entries()) {
    const of = frequency[c]
    const models = model.comparisons[c]?.levels ?? []
    weight += models[level]?.weight ?? 0
    if (of && level === models.length - 1) same.push(of)
  }
  return { weight, same }
}

/** The same pairs weighed by another model, without what rivals take. */
export function weighedAgain(
  pairs: ScoredPairs,
  model: LinkageModel,
  radices: readonly number[],
  frequency: FrequencyBits,
): ScoredPairs {
  const weights = weightsOfPatterns({ model, radices, frequency })
  const weight = new Float64Array(pairs.pattern.length)
  for (let n = 0; n < weight.length; n++)
    weight[n] = weights.weight(weights.slotOf(pairs.pattern[n] ?? 0), pairs.left[n] ?? 0)
  return { ...pairs, weight }
}

/** Weighs compared pairs, counts their patterns and keeps those that reach a weight. */
export interface PairScorer {
  readonly take: (batch: ComparedBatch) => void
  readonly scored: () => ScoredPairs
  readonly seen: () => PatternCounts
}

export function pairScorer(input: PatternInput & { readonly keepFrom: number }): PairScorer {
  const keepWeight = weightOf(input.keepFrom)
  const weights = weightsOfPatterns(input)
  const kept = keptPairs()
  return {
    take(batch) {
      const { count, left, right, rows, patterns } = batch
      for (let k = 0; k < count; k++) {
        const pattern = patterns[k] ?? 0
        const slot = weights.slotOf(pattern)
        weights.count(slot)
        if (weights.most(slot) < keepWeight) continue
        const row = rows[left[k] ?? 0] ?? 0
        const weight = weights.weight(slot, row)
        if (weight >= keepWeight) kept.add(row, rows[right[k] ?? 0] ?? 0, pattern, weight)
      }
    },
    scored: () => kept.inOrder(),
    seen: weights.seen,
  }
}

interface PatternInput {
  readonly model: LinkageModel
  readonly radices: readonly number[]
  readonly frequency: FrequencyBits
}

/** What is known of each pattern met so far: what it weighs, what it can weigh at most, how often it was counted. */
function weightsOfPatterns({ model, radices, frequency }: PatternInput) {
  const slots = patternSlots()
  let weights = new Float64Array(256)
  let reaches = new Float64Array(256)
  let counts = new Float64Array(256)
  const same: (readonly FrequencyOf[])[] = []
  const describe = (slot: number) => {
    const pattern = weightOfPattern(model, frequency, levelsOfPattern(slots.patternAt(slot), radices))
    if (slot >= weights.length)
      [weights, reaches, counts] = [doubled(weights), doubled(reaches), doubled(counts)]
    weights[slot] = pattern.weight
    reaches[slot] = pattern.same.reduce((sum, of) => sum + of.most, pattern.weight)
    same[slot] = pattern.same
  }
  return {
    slotOf(pattern: number) {
      const slot = slots.slotOf(pattern)
      if (slot === same.length) describe(slot)
      return slot
    },
    count: (slot: number) => {
      counts[slot] = (counts[slot] ?? 0) + 1
    },
    most: (slot: number) => reaches[slot] ?? 0,
    weight(slot: number, row: number) {
      let weight = weights[slot] ?? 0
      for (const { ids, bits } of same[slot] ?? []) weight += bits[ids[row] ?? -1] ?? 0
      return weight
    },
    seen: () => inOrder(slots, counts),
  }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(values.length * 2)
  more.set(values)
  return more
}

/** Kept pairs in growing columns. */
function keptPairs() {
  let [left, right, pattern] = [new Int32Array(1024), new Int32Array(1024), new Int32Array(1024)]
  let weight = new Float64Array(1024)
  let count = 0
  const grow = () => {
    const more = (column: Int32Array) => {
      const next = new Int32Array(column.length * 2)
      next.set(column)
      return next
    }
    ;[left, right, pattern] = [more(left), more(right), more(pattern)]
    weight = doubled(weight)
  }
  return {
    add(i: number, j: number, of: number, bits: number) {
      if (count === left.length) grow()
      left[count] = i
      right[count] = j
      pattern[count] = of
      weight[count] = bits
      count += 1
    },
    inOrder: () =>
      orderedPairs({
        left: left.subarray(0, count),
        right: right.subarray(0, count),
        pattern: pattern.subarray(0, count),
        weight: weight.subarray(0, count),
      }),
  }
}

/** Pairs of two sets that share none, the one after the other. */
export function joinedPairs(some: ScoredPairs, others: ScoredPairs): ScoredPairs {
  const ints = (a: Int32Array, b: Int32Array) => {
    const both = new Int32Array(a.length + b.length)
    both.set(a)
    both.set(b, a.length)
    return both
  }
  const weight = new Float64Array(some.weight.length + others.weight.length)
  weight.set(some.weight)
  weight.set(others.weight, some.weight.length)
  return {
    left: ints(some.left, others.left),
    right: ints(some.right, others.right),
    pattern: ints(some.pattern, others.pattern),
    weight,
  }
}

/** Pairs in the order of their left row, then of their right: sorted by counting, first by right row, then by left. */
export function orderedPairs(pairs: ScoredPairs): ScoredPairs {
  const rows = pairs.right.reduce((most, row) => Math.max(most, row + 1), 0)
  const byRight = byNumber(pairs.right, rows).positions
  const byLeft = byNumber(inOrderOf(byRight, pairs.left), rows).positions
  return pairsAt(pairs, inOrderOf(byLeft, byRight))
}

/** The pairs at these positions, in their order. */
export function pairsAt(pairs: ScoredPairs, positions: Int32Array): ScoredPairs {
  const weight = new Float64Array(positions.length)
  for (let n = 0; n < positions.length; n++) weight[n] = pairs.weight[positions[n] ?? 0] ?? 0
  return {
    left: inOrderOf(positions, pairs.left),
    right: inOrderOf(positions, pairs.right),
    pattern: inOrderOf(positions, pairs.pattern),
    weight,
  }
}

function inOrderOf(order: Int32Array, column: Int32Array): Int32Array {
  const ordered = new Int32Array(order.length)
  for (let n = 0; n < order.length; n++) ordered[n] = column[order[n] ?? 0] ?? 0
  return ordered
}
