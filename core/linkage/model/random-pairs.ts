import type { Dice } from '@corroborate/base'
import type { RowGroups } from '../block/group-rows.ts'
import type { Comparer, PairBatch } from '../compare/comparer.ts'
import type { ListInTable } from '../record-table.ts'

/** Pairs that no blocking rule makes, with their patterns: a sample of all those. */
export interface RandomPairs {
  /** Drawn, whether a rule makes them or not. */
  readonly drawn: number
  readonly outside: number
}

const AT_ONCE = 2048

/** All pairs that may be looked at: of different rows, and not within one clean list. */
export function allPairs(lists: readonly ListInTable[]): number {
  let rows = 0
  let pairs = 0
  for (const list of lists) {
    pairs += rows * list.rows + (list.clean ? 0 : (list.rows * (list.rows - 1)) / 2)
    rows += list.rows
  }
  return pairs
}

/**
 * Draws pairs at random, each as probable as any other, compares those that no rule makes, and hands their patterns on.
 */
export function compareRandomPairs(
  input: {
    readonly lists: readonly ListInTable[]
    readonly rules: readonly RowGroups[]
    readonly comparers: readonly Comparer[]
    readonly draws: number
    readonly dice: Dice
  },
  take: (batch: PairBatch) => void,
): RandomPairs {
  const { lists, rules, comparers, draws, dice } = input
  const batch: PairBatch = {
    count: 0,
    left: Int32Array.from({ length: AT_ONCE }, (_, k) => 2 * k),
    right: Int32Array.from({ length: AT_ONCE }, (_, k) => 2 * k + 1),
    patterns: new Int32Array(AT_ONCE),
  }
  const rows = new Int32Array(2 * AT_ONCE)
  const draw = pairDrawer(lists, dice)
  for (const comparer of comparers) comparer.makeRoom(2 * AT_ONCE)
  let outside = 0
  const flush = () => {
    batch.patterns.fill(0)
    for (const comparer of comparers) {
      comparer.gather(rows, 0, 2 * batch.count, 0)
      comparer.compare(batch)
    }
    take(batch)
    outside += batch.count
    batch.count = 0
  }
  for (let n = 0; n < draws; n++) {
    const [i, j] = draw()
    if (rules.some(({ groupOf }) => groupOf[i] === groupOf[j])) continue
    rows[2 * batch.count] = i
    rows[2 * batch.count + 1] = j
    batch.count += 1
    if (batch.count === AT_ONCE) flush()
  }
  flush()
  return { drawn: draws, outside }
}

/** Draws two rows until they make a pair. */
function pairDrawer(lists: readonly ListInTable[], dice: Dice): () => readonly [number, number] {
  const rows = lists.reduce((sum, list) => sum + list.rows, 0)
  const throws = new Float64Array(4096)
  let at = throws.length
  const next = () => {
    if (at === throws.length) {
      dice.fill(throws)
      at = 0
    }
    return Math.floor((throws[at++] ?? 0) * rows)
  }
  const clean = lists.filter((list) => list.clean)
  const within = (row: number, list: ListInTable) => row >= list.first && row < list.first + list.rows
  return () => {
    for (;;) {
      const i = next()
      const j = next()
      if (i === j) continue
      if (clean.length > 0 && clean.some((list) => within(i, list) && within(j, list))) continue
      return [i, j]
    }
  }
}
