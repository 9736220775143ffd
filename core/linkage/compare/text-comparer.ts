import type { Comparer, PairBatch } from './comparer.ts'
import { jaroWinkler, lettersNeeded } from './jaro-winkler.ts'
import { bitsIn, type TextPool } from './text-pool.ts'

/** Texts compared by Jaro-Winkler. */
export interface TextData {
  readonly kind: 'text'
  readonly ids: Int32Array
  readonly pool: TextPool
  /** Similarities from which on each level holds, rising; below the first is "else", above all of them "same". */
  readonly levels: readonly number[]
}

export function textComparer(data: TextData): Comparer {
  const lowest = data.levels[0] ?? 1
  const needed = lettersNeeded(lowest)
  const radix = data.levels.length + 3
  let id = new Int32Array(0)
  let once = id
  let twice = id
  let size = id
  return {
    radix,
    makeRoom(records) {
      id = new Int32Array(records)
      once = new Int32Array(records)
      twice = new Int32Array(records)
      size = new Int32Array(records)
    },
    gather(rows, from, to, at) {
      const { ids } = data
      const { marks } = data.pool
      for (let n = from, t = at; n < to; n++, t++) {
        const value = ids[rows[n] ?? 0] ?? -1
        id[t] = value
        if (value < 0) continue
        once[t] = marks[4 * value] ?? 0
        twice[t] = marks[4 * value + 1] ?? 0
        size[t] = marks[4 * value + 2] ?? 0
      }
    },
    compare: (batch) => compareTexts({ id, once, twice, size, needed }, data, radix, batch),
  }
}

interface Gathered {
  readonly id: Int32Array
  readonly once: Int32Array
  readonly twice: Int32Array
  readonly size: Int32Array
  readonly needed: Uint8Array
}

function compareTexts(gathered: Gathered, data: TextData, radix: number, batch: PairBatch): void {
  const { id } = gathered
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
      else if (mayReach(gathered, i, j)) digit = levelOf(jaroWinkler(pool, a, b), levels)
    }
    patterns[k] = (patterns[k] ?? 0) * radix + digit
  }
}

/** Whether the masks leave it open that two texts reach the lowest level. */
function mayReach({ once, twice, size, needed }: Gathered, i: number, j: number): boolean {
  const sizeA = size[i] ?? 0
  const sizeB = size[j] ?? 0
  const moreA = sizeA >> 8
  const moreB = sizeB >> 8
  const common =
    bitsIn((once[i] ?? 0) & (once[j] ?? 0)) +
    bitsIn((twice[i] ?? 0) & (twice[j] ?? 0)) +
    (moreA < moreB ? moreA : moreB)
  return common >= (needed[lengthsIndex(sizeA & 255, sizeB & 255)] ?? 0)
}

function lengthsIndex(a: number, b: number): number {
  return ((a < 63 ? a : 63) << 6) | (b < 63 ? b : 63)
}

function levelOf(similarity: number, levels: readonly number[]): number {
  let digit = 1
  while (digit <= levels.length && similarity >= (levels[digit - 1] ?? 2)) digit += 1
  return digit
}
