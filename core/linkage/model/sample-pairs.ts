import { findPartners, listBounds, type PairWork } from '../compare/compare-blocks.ts'
import type { Comparer, PairBatch } from '../compare/comparer.ts'
import type { RowGroups } from '../block/group-rows.ts'

const AT_ONCE = 2048

/** Pairs of rows anywhere in the table, compared a batch at a time: places 2k and 2k + 1 hold the rows of pair k. */
export interface LoosePairs {
  readonly add: (left: number, right: number) => void
  readonly flush: () => void
}

export function loosePairs(
  comparers: readonly Comparer[],
  take: (batch: PairBatch, rows: Int32Array) => void,
): LoosePairs {
  const batch: PairBatch = {
    count: 0,
    left: Int32Array.from({ length: AT_ONCE }, (_, k) => 2 * k),
    right: Int32Array.from({ length: AT_ONCE }, (_, k) => 2 * k + 1),
    patterns: new Int32Array(AT_ONCE),
  }
  const rows = new Int32Array(2 * AT_ONCE)
  for (const comparer of comparers) comparer.makeRoom(2 * AT_ONCE)
  const flush = () => {
    batch.patterns.fill(0)
    for (const comparer of comparers) {
      comparer.gather(rows, 0, 2 * batch.count, 0)
      comparer.compare(batch)
    }
    take(batch, rows)
    batch.count = 0
  }
  return {
    add(left, right) {
      rows[2 * batch.count] = left
      rows[2 * batch.count + 1] = right
      batch.count += 1
      if (batch.count === AT_ONCE) flush()
    },
    flush,
  }
}

/**
 * Pairs of one rule, each `gap()` pairs after the one before it, in the order of the blocks: a sample without a look at what lies between.
 */
export function samplePairs(
  work: Pick<PairWork, 'lists'>,
  rule: RowGroups,
  gap: () => number,
  add: (left: number, right: number) => void,
): void {
  const bounds = listBounds(work.lists)
  const room = { rows: new Int32Array(0), partners: new Int32Array(0), ends: new Int32Array(0) }
  let skip = gap() - 1
  for (let group = 0; group < rule.groups; group++) {
    const from = rule.starts[group] ?? 0
    const size = (rule.starts[group + 1] ?? 0) - from
    // Fewer pairs than are to be passed over; with clean lists there are fewer still, which only those who look can tell.
    if (bounds === null && (size * (size - 1)) / 2 <= skip) {
      skip -= (size * (size - 1)) / 2
      continue
    }
    if (size > room.rows.length) {
      room.rows = new Int32Array(2 * size)
      room.partners = new Int32Array(2 * size)
      room.ends = new Int32Array(2 * size)
    }
    room.rows.set(rule.rows.subarray(from, from + size))
    findPartners(room, 0, size, bounds)
    for (let i = 0; i < size; i++) {
      let j = (room.partners[i] ?? 0) + skip
      for (; j < size; j += gap()) add(room.rows[i] ?? 0, room.rows[j] ?? 0)
      skip = j - size
    }
  }
}
