import {
  ELSE,
  LETTERS_DECIDE,
  levelOfLetters,
  NEAR,
  NEAR_FROM,
  SAME,
  settledLevel,
} from '../names/compare-parts.ts'
import type { NameFeatures } from '../names/name-features.ts'
import type { Comparer, PairBatch } from './comparer.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { gatherFours, letterBound, mayReach } from './letter-bound.ts'
import { gatherColumn } from './plain-comparers.ts'
import type { TextPool } from './text-pool.ts'

/** One name of a person in Arabic or Latin letters, by the levels of `PART_LEVELS`. */
export interface NameData extends PartsData {
  readonly kind: 'name'
  readonly ids: Int32Array
}

/** What comparing parts of names reads. */
export interface PartsData {
  readonly features: NameFeatures
  /** Letters to hold against letters of the same script: the parts' own of Arabic ones, of others in Latin letters. */
  readonly letters: TextPool
  /** For two scripts: of n parts their letters in Latin, and from number n on the same without an article; no letter where there is none. */
  readonly romanised: TextPool
  /** See `ValueColumn`. */
  readonly twins: Int32Array | null
  /**
   * Four numbers for each part, side by side, by which most pairs are known to have nothing in common: its skeleton, its relaxed skeleton, its known
   * name, and signs of what else could make it near to another.
   */
  readonly traits: Int32Array
}

/** Signs among the traits. */
const [NOT_ARABIC, MANY_READINGS, ARTICLE, BARE] = [4, 8, 16, 32] as const
const KUNYA = 3

/** The traits of parts, from their features; see `PartsData`. */
export function traitsOf(features: NameFeatures, traits: Int32Array): Int32Array {
  const columns = [features.skeleton, features.relaxed, features.known]
  for (let part = 0; part < features.skeleton.length; part++) {
    for (const [n, column] of columns.entries()) {
      const number = column[part] ?? -1
      // Where there is none, a number that no other part has: then one comparison tells that two are not the same.
      traits[4 * part + n] = number < 0 ? -2 - part : number
    }
    traits[4 * part + 3] = signsOf(features, part)
  }
  return traits
}

function signsOf({ kunya, script, known, readings, article, bare }: NameFeatures, part: number): number {
  const isArabic = script[part] === 0
  const names = readings[known[part] ?? -1]?.length ?? 0
  const signs = (isArabic ? 0 : NOT_ARABIC) | (names > 1 ? MANY_READINGS : 0)
  const ofArticle = (article[part] === 1 ? ARTICLE : 0) | ((bare[part] ?? -1) >= 0 ? BARE : 0)
  return signs | ofArticle | (kunya[part] ?? 0)
}

/** Levels of `PART_LEVELS` and "says nothing". */
const RADIX = 7

export function nameComparer(data: NameData): Comparer {
  const levelOf = partLevels(data)
  let gathered = roomFor(0)
  return {
    radix: RADIX,
    makeRoom: (records) => {
      gathered = roomFor(records)
    },
    gather: (rows, from, to, at) => {
      const { id, traits, marks, twin } = gathered
      const places = { from: at, to: at + to - from }
      gatherColumn(data.ids, id, rows, from, to, at)
      gatherFours(data.traits, traits, id, places)
      gatherFours(data.letters.marks, marks, id, places)
      const { twins } = data
      for (let t = places.from; t < places.to; t++) {
        const part = id[t] ?? -1
        if (part >= 0) twin[t] = twins === null ? part : (twins[part] ?? 0)
      }
    },
    compare: (batch) => compareNames(gathered, levelOf, batch),
  }
}

type Gathered = Readonly<Record<'id' | 'traits' | 'marks' | 'twin', Int32Array>>

function roomFor(records: number): Gathered {
  const room = (each: number) => new Int32Array(each * records)
  return { id: room(1), traits: room(4), marks: room(4), twin: room(1) }
}

function compareNames(gathered: Gathered, levelOf: PartLevelOf, batch: PairBatch): void {
  const { id } = gathered
  const { left, right, patterns, count } = batch
  for (let k = 0; k < count; k++) {
    const i = left[k] ?? 0
    const j = right[k] ?? 0
    const a = id[i] ?? -1
    const b = id[j] ?? -1
    let digit = 0
    if (a >= 0 && b >= 0) {
      if (a === b) digit = RADIX - 1
      else digit = 1 + (areFar(gathered, i, j) ? ELSE : levelOf(a, b))
    }
    patterns[k] = (patterns[k] ?? 0) * RADIX + digit
  }
}

type PartLevelOf = (a: number, b: number) => number

/** Whether the traits and marks of two names leave nothing but `ELSE`. False where that has to be looked at more closely. */
function areFar({ traits, marks, twin }: Gathered, i: number, j: number): boolean {
  const a = 4 * i
  const b = 4 * j
  if (traits[a] === traits[b] || traits[a + 1] === traits[b + 1]) return false
  if (traits[a + 2] === traits[b + 2] || twin[i] === twin[j]) return false
  return !needCloserLook(traits[a + 3] ?? 0, traits[b + 3] ?? 0) && !mayReach(bound, marks, i, j)
}

const bound = letterBound(NEAR_FROM)

/** Two scripts, a father of, several readings, an article beside a name that may have lost its own. */
function needCloserLook(a: number, b: number): boolean {
  const either = a | b
  return (
    ((a ^ b) & NOT_ARABIC) !== 0 ||
    (either & (KUNYA | MANY_READINGS)) !== 0 ||
    (either & (ARTICLE | BARE)) === (ARTICLE | BARE)
  )
}

/**
 * The level of two parts, as `partLevel` has it, but that parts which are one word with lam and alef reversed are near at least. Where only letters can
 * say, by the marks and the bit-parallel comparison of the kernel.
 */
export function partLevels({ features, letters, romanised, twins }: PartsData): PartLevelOf {
  const { script, article, bare } = features
  const parts = bare.length
  // An Arabic name that has left its article out is held against the other without its own.
  const inLatin = (a: number, b: number) =>
    (bare[a] ?? -1) >= 0 && article[b] === 1 && script[b] === 0 ? parts + a : a
  const areNear = (a: number, b: number) => {
    if ((script[a] === 0) === (script[b] === 0)) return reach(letters, a, b)
    return reach(romanised, inLatin(a, b), inLatin(b, a))
  }
  return (a, b) => {
    if (a === b) return SAME
    if (twins !== null && twins[a] === twins[b]) return Math.max(NEAR, settledLevel(features, a, b))
    const settled = settledLevel(features, a, b)
    if (settled !== LETTERS_DECIDE) return settled
    return levelOfLetters(features, a, b, areNear(a, b))
  }
}

function reach(pool: TextPool, a: number, b: number): boolean {
  return mayReach(bound, pool.marks, a, b) && jaroWinkler(pool, a, b) >= NEAR_FROM
}
