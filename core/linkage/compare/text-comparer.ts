import type { Comparer, PairBatch } from './comparer.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { gatherFours, letterBound, mayReach, type LetterBound } from './letter-bound.ts'
import { gatherColumn } from './plain-comparers.ts'
import type { TextPool } from './text-pool.ts'

/** Texts compared by Jaro-Winkler. */
export interface TextData {
  readonly kind: 'text'
  readonly ids: Int32Array
  readonly pool: TextPool
  /** Similarities from which on each level holds, rising; below the first is "else", above all of them "same". */
  readonly levels: readonly number[]
}

export function textComparer(data: TextData): Comparer {
  const bound = letterBound(data.levels[0] ?? 1)
  const radix = data.levels.length + 3
  let id = new Int32Array(0)
  let marks = id
  return {
    radix,
    makeRoom(records) {
      id = new Int32Array(records)
      marks = new Int32Array(4 * records)
    },
    gather(rows, from, to, at) {
      gatherColumn(data.ids, id, rows, from, to, at)
      gatherFours(data.pool.marks, marks, id, { from: at, to: at + to - from })
    },
    compare: (batch) => compareTexts({ id, marks, bound }, data, radix, batch),
  }
}

interface Gathered {
  readonly id: Int32Array
  readonly marks: Int32Array
  readonly bound: LetterBound
}

function compareTexts({ id, marks, bound }: Gathered, data: TextData, radix: number, batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  const { pool, levels } = data
  const same = radix - 1
  for (let k = 0; k < count; k++) {
    const i = left[k] ?? 0
    const j = right[k] ?? 0
    const a = id[i] ?? -1
    const b = id[j] ?? -1
    let digit = 0
    if (a >= 0 && b >= 0) {
      digit = 1
      if (a === b) digit = same
      else if (mayReach(bound, marks, i, j)) digit = levelOf(jaroWinkler(pool, a, b), levels)
    }
    patterns[k] = (patterns[k] ?? 0) * radix + digit
  }
}

function levelOf(similarity: number, levels: readonly number[]): number {
  let digit = 1
  while (digit <= levels.length && similarity >= (levels[digit - 1] ?? 2)) digit += 1
  return digit
}
