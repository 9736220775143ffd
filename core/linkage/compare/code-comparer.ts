import type { Comparer, PairBatch } from './comparer.ts'
import { jaroWinkler, lettersNeeded } from './jaro-winkler.ts'
import { gatherColumn } from './plain-comparers.ts'
import { bitsIn, type TextPool } from './text-pool.ts'

/** Numbers of cards, addresses of mail: the same, one slip of the hand apart, alike, or another. */
export interface CodeData {
  readonly kind: 'code'
  readonly ids: Int32Array
  readonly pool: TextPool
  /** Jaro-Winkler from which on two codes are alike. */
  readonly alike: number
}

const RADIX = 5

export function codeComparer(data: CodeData): Comparer {
  const needed = lettersNeeded(data.alike)
  let id = new Int32Array(0)
  return {
    radix: RADIX,
    makeRoom: (records) => {
      id = new Int32Array(records)
    },
    gather: (rows, from, to, at) => gatherColumn(data.ids, id, rows, from, to, at),
    compare: (batch) => compareCodes(id, data, needed, batch),
  }
}

function compareCodes(id: Int32Array, data: CodeData, needed: Uint8Array, batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  const { pool, alike } = data
  for (let k = 0; k < count; k++) {
    const a = id[left[k] ?? 0] ?? -1
    const b = id[right[k] ?? 0] ?? -1
    let digit = 0
    if (a >= 0 && b >= 0) {
      if (a === b) digit = 4
      else digit = a < b ? levelOf(pool, a, b, alike, needed) : levelOf(pool, b, a, alike, needed)
    }
    patterns[k] = (patterns[k] ?? 0) * RADIX + digit
  }
}

function levelOf(pool: TextPool, a: number, b: number, alike: number, needed: Uint8Array): number {
  const { marks } = pool
  const onceA = marks[4 * a] ?? 0
  const onceB = marks[4 * b] ?? 0
  // One slip changes one letter for another at most.
  if (bitsIn(onceA ^ onceB) <= 2 && oneSlipApart(pool, a, b)) return 3
  const sizeA = marks[4 * a + 2] ?? 0
  const sizeB = marks[4 * b + 2] ?? 0
  const twice = bitsIn((marks[4 * a + 1] ?? 0) & (marks[4 * b + 1] ?? 0))
  const common = bitsIn(onceA & onceB) + twice + Math.min(sizeA >> 8, sizeB >> 8)
  const index = (Math.min(63, sizeA & 255) << 6) | Math.min(63, sizeB & 255)
  return common >= (needed[index] ?? 0) && jaroWinkler(pool, a, b) >= alike ? 2 : 1
}

/** Whether one letter put in, left out or changed, or two neighbours exchanged, makes one text of the other. */
export function oneSlipApart(pool: TextPool, a: number, b: number): boolean {
  const { offsets, letters } = pool
  let from = offsets[a] ?? 0
  let to = offsets[a + 1] ?? 0
  let otherFrom = offsets[b] ?? 0
  let otherTo = offsets[b + 1] ?? 0
  const difference = to - from - (otherTo - otherFrom)
  if (difference > 1 || difference < -1) return false
  while (from < to && otherFrom < otherTo && letters[from] === letters[otherFrom]) {
    from += 1
    otherFrom += 1
  }
  while (from < to && otherFrom < otherTo && letters[to - 1] === letters[otherTo - 1]) {
    to -= 1
    otherTo -= 1
  }
  const rest = to - from
  const otherRest = otherTo - otherFrom
  if (rest <= 1 && otherRest <= 1) return true
  return (
    rest === 2 &&
    otherRest === 2 &&
    letters[from] === letters[otherFrom + 1] &&
    letters[from + 1] === letters[otherFrom]
  )
}
