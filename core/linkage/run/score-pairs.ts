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
    const total = frequency.counts.reduce((sum, count) => sum + count, 0)
    const bits = Float64Array.from(frequency.counts, (count) =>
      log2(u / Math.max(RAREST, count / Math.max(1, total))),
    )
    return { ids: frequency.ids, bits, most: bits.reduce((most, of) => Math.max(most, of), 0) }
  })
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
  const known = new Map<number, ReturnType<typeof weightOfPattern>>()
  const weight = Float64Array.from(pairs.pattern, (pattern, n) => {
    const of = known.get(pattern) ?? weightOfPattern(model, frequency, levelsOfPattern(pattern, radices))
    known.set(pattern, of)
    const row = pairs.left[n] ?? 0
    return of.same.reduce((sum, { ids, bits }) => sum + (bits[ids[row] ?? -1] ?? 0), of.weight)
  })
  return { ...pairs, weight }
}

/** Weighs compared pairs, counts their patterns and keeps those that reach a weight. */
export interface PairScorer {
  readonly take: (batch: ComparedBatch) => void
  readonly scored: () => ScoredPairs
  readonly seen: () => PatternCounts
}

export function pairScorer(input: {
  readonly model: LinkageModel
  readonly radices: readonly number[]
  readonly frequency: FrequencyBits
  readonly keepFrom: number
}): PairScorer {
  const { model, radices, frequency } = input
  const keepWeight = weightOf(input.keepFrom)
  const slots = patternSlots()
  const table = slotTable()
  const kept = keptPairs()
  const describe = (slot: number) => {
    const { weight, same } = weightOfPattern(
      model,
      frequency,
      levelsOfPattern(slots.patternAt(slot), radices),
    )
    const most = same.reduce((sum, of) => sum + of.most, 0)
    table.set(slot, weight, weight + most, same)
  }
  return {
    take(batch) {
      const { count, left, right, rows, patterns } = batch
      for (let k = 0; k < count; k++) {
        const pattern = patterns[k] ?? 0
        const slot = slots.slotOf(pattern)
        if (slot === table.size()) describe(slot)
        table.count(slot)
        if (table.most(slot) < keepWeight) continue
        const row = rows[left[k] ?? 0] ?? 0
        const weight = table.weight(slot, row)
        if (weight >= keepWeight) kept.add(row, rows[right[k] ?? 0] ?? 0, pattern, weight)
      }
    },
    scored: () => kept.inOrder(),
    seen: () => inOrder(slots, table.counts()),
  }
}

/** What is known of each pattern met so far. */
function slotTable() {
  let weights = new Float64Array(256)
  let reaches = new Float64Array(256)
  let counts = new Float64Array(256)
  const same: (readonly FrequencyOf[])[] = []
  return {
    size: () => same.length,
    set(slot: number, weight: number, most: number, frequencies: readonly FrequencyOf[]) {
      if (slot >= weights.length)
        [weights, reaches, counts] = [doubled(weights), doubled(reaches), doubled(counts)]
      weights[slot] = weight
      reaches[slot] = most
      same[slot] = frequencies
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
    counts: () => counts,
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

/** Pairs in the order of their left row, then of their right: counted into places by left row, then sorted within each. */
export function orderedPairs(pairs: ScoredPairs): ScoredPairs {
  const count = pairs.left.length
  const rows = pairs.left.reduce((most, row) => Math.max(most, row + 1), 0)
  const starts = new Int32Array(rows + 1)
  for (const row of pairs.left) starts[row + 1] = (starts[row + 1] ?? 0) + 1
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
  const order = new Int32Array(count)
  const next = starts.slice(0, rows)
  for (let n = 0; n < count; n++) {
    const row = pairs.left[n] ?? 0
    const at = next[row] ?? 0
    order[at] = n
    next[row] = at + 1
  }
  for (let row = 0; row < rows; row++) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    if (to - from > 1) order.subarray(from, to).sort((a, b) => (pairs.right[a] ?? 0) - (pairs.right[b] ?? 0))
  }
  return {
    left: Int32Array.from(order, (n) => pairs.left[n] ?? 0),
    right: Int32Array.from(order, (n) => pairs.right[n] ?? 0),
    pattern: Int32Array.from(order, (n) => pairs.pattern[n] ?? 0),
    weight: Float64Array.from(order, (n) => pairs.weight[n] ?? 0),
  }
}
