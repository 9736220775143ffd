import type { Comparer, PairBatch } from './comparer.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { letterBound, mayReach, type LetterBound } from './letter-bound.ts'
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
  const bound = letterBound(data.alike)
  let id = new Int32Array(0)
  return {
    radix: RADIX,
    makeRoom: (records) => {
      id = new Int32Array(records)
    },
    gather: (rows, from, to, at) => gatherColumn(data.ids, id, rows, from, to, at),
    compare: (batch) => compareCodes(id, data, bound, batch),
  }
}

function compareCodes(id: Int32Array, data: CodeData, bound: LetterBound, batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  const { pool, alike } = data
  for (let k = 0; k < count; k++) {
    const a = id[left[k] ?? 0] ?? -1
    const b = id[right[k] ?? 0] ?? -1
    let digit = 0
    if (a >= 0 && b >= 0) {
      if (a === b) digit = 4
      else digit = levelOf(pool, a, b, alike, bound)
    }
    patterns[k] = (patterns[k] ?? 0) * RADIX + digit
  }
}

function levelOf(pool: TextPool, a: number, b: number, alike: number, bound: LetterBound): number {
  const { marks } = pool
  // One slip changes one letter for another at most.
  if (bitsIn((marks[4 * a] ?? 0) ^ (marks[4 * b] ?? 0)) <= 2 && oneSlipApart(pool, a, b)) return 3
  return mayReach(bound, marks, a, b) && jaroWinkler(pool, a, b) >= alike ? 2 : 1
}

/** Whether one letter put in, left out or changed, or two neighbours exchanged, makes one text of the other. */
export function oneSlipApart({ offsets, letters }: TextPool, a: number, b: number): boolean {
  const from = offsets[a] ?? 0
  const length = (offsets[a + 1] ?? 0) - from
  const other = offsets[b] ?? 0
  const otherLength = (offsets[b + 1] ?? 0) - other
  const shorter = Math.min(length, otherLength)
  if (Math.max(length, otherLength) > shorter + 1) return false
  let head = 0
  while (head < shorter && letters[from + head] === letters[other + head]) head += 1
  let tail = 0
  while (
    tail < shorter - head &&
    letters[from + length - 1 - tail] === letters[other + otherLength - 1 - tail]
  )
    tail += 1
  const rest = length - head - tail
  const otherRest = otherLength - head - tail
  if (rest <= 1 && otherRest <= 1) return true
  const exchanged =
    letters[from + head] === letters[other + head + 1] && letters[from + head + 1] === letters[other + head]
  return rest === 2 && otherRest === 2 && exchanged
}
