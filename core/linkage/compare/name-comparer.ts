import {
  ELSE,
  LETTERS_DECIDE,
  levelOfLetters,
  NEAR,
  NEAR_FROM,
  partLevel,
  SAME,
  settledLevel,
} from '../names/compare-parts.ts'
import type { NameFeatures } from '../names/name-features.ts'
import type { Comparer, PairBatch } from './comparer.ts'
import { jaroWinkler, lettersNeeded } from './jaro-winkler.ts'
import { gatherColumn } from './plain-comparers.ts'
import { bitsIn, type TextPool } from './text-pool.ts'

/** One name of a person in Arabic or Latin letters, by the levels of `PART_LEVELS`. */
export interface NameData extends PartsData {
  readonly kind: 'name'
  readonly ids: Int32Array
}

/** What comparing parts of names reads. */
export interface PartsData {
  readonly features: NameFeatures
  /** The parts' own letters. */
  readonly letters: TextPool
  /** See `ValueColumn`. */
  readonly twins: Int32Array | null
}

/** Levels of `PART_LEVELS` and "says nothing". */
const RADIX = 7

export function nameComparer(data: NameData): Comparer {
  const levelOf = partLevels(data)
  let id = new Int32Array(0)
  return {
    radix: RADIX,
    makeRoom: (records) => {
      id = new Int32Array(records)
    },
    gather: (rows, from, to, at) => gatherColumn(data.ids, id, rows, from, to, at),
    compare: (batch) => compareNames(id, levelOf, batch),
  }
}

function compareNames(id: Int32Array, levelOf: (a: number, b: number) => number, batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  for (let k = 0; k < count; k++) {
    const a = id[left[k] ?? 0] ?? -1
    const b = id[right[k] ?? 0] ?? -1
    const digit = a < 0 || b < 0 ? 0 : a === b ? RADIX - 1 : 1 + levelOf(a, b)
    patterns[k] = (patterns[k] ?? 0) * RADIX + digit
  }
}

const needed = lettersNeeded(NEAR_FROM)

/**
 * The level of two parts, as `partLevel` has it, but that parts which are one word with lam and alef reversed are near at least. Where only letters can say and both are Arabic, by the masks and the
 * bit-parallel comparison of the kernel.
 */
export function partLevels({ features, letters, twins }: PartsData): (a: number, b: number) => number {
  return (a, b) => {
    if (a === b) return SAME
    if (twins !== null && twins[a] === twins[b]) return Math.max(NEAR, settledLevel(features, a, b))
    const settled = settledLevel(features, a, b)
    if (settled !== LETTERS_DECIDE) return settled
    if (features.script[a] !== 0 || features.script[b] !== 0) return partLevel(features, a, b)
    if (!mayBeNear(letters, a, b)) return ELSE
    const similarity = a < b ? jaroWinkler(letters, a, b) : jaroWinkler(letters, b, a)
    return levelOfLetters(features, a, b, similarity >= NEAR_FROM)
  }
}

function mayBeNear({ marks }: TextPool, a: number, b: number): boolean {
  const sizeA = marks[4 * a + 2] ?? 0
  const sizeB = marks[4 * b + 2] ?? 0
  const common =
    bitsIn((marks[4 * a] ?? 0) & (marks[4 * b] ?? 0)) +
    bitsIn((marks[4 * a + 1] ?? 0) & (marks[4 * b + 1] ?? 0)) +
    Math.min(sizeA >> 8, sizeB >> 8)
  const index = (Math.min(63, sizeA & 255) << 6) | Math.min(63, sizeB & 255)
  return common >= (needed[index] ?? 0)
}
