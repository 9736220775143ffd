import { jaroWinkler } from '../text/jaro-winkler.ts'
import type { NameFeatures } from './name-features.ts'

/** How two parts of names compare, from the lowest to the highest. */
export const PART_LEVELS = [
  'else',
  /** Near in letters, and two names nevertheless: both are known, or one is the other's feminine, or father of and mother of. */
  'known-different',
  'near',
  /** Other letters, the same consonants: سالم and سليم as well as Khaled and خالد. */
  'same-skeleton',
  /** Other letters, one known name. */
  'same-known-name',
  'same',
] as const
export type PartLevel = (typeof PART_LEVELS)[number]

export const [ELSE, KNOWN_DIFFERENT, NEAR, SAME_SKELETON, SAME_KNOWN_NAME, SAME] = [0, 1, 2, 3, 4, 5] as const

/** From here on two texts are near. Chosen on training pairs; see docs/methods/names.md. */
export const NEAR_FROM = 0.85

/** What a similarity is said to be where no letters are counted. Only their order and their side of `NEAR_FROM` is read. */
const SIMILARITY = { known: 0.97, skeleton: 0.95, relaxed: 0.88, different: 0.6 } as const

export interface PartComparison {
  readonly level: PartLevel
  /** From 0 to 1. `NEAR_FROM` and more: may be one name. */
  readonly similarity: number
}

/** How two parts compare, by their numbers in the features. Symmetric. */
export function compareParts(features: NameFeatures, a: number, b: number): PartComparison {
  const settled = settledLevel(features, a, b)
  if (settled !== LETTERS_DECIDE)
    return { level: PART_LEVELS[settled] ?? 'else', similarity: settledSimilarity(settled) }
  const similarity = lettersAlike(features, a, b)
  if (similarity < NEAR_FROM) return { level: 'else', similarity }
  return areTwoNames(features, a, b)
    ? { level: 'known-different', similarity: SIMILARITY.different }
    : { level: 'near', similarity }
}

/** The level alone, as its number in `PART_LEVELS`. */
export function partLevel(features: NameFeatures, a: number, b: number): number {
  const settled = settledLevel(features, a, b)
  if (settled !== LETTERS_DECIDE) return settled
  return levelOfLetters(features, a, b, lettersAlike(features, a, b) >= NEAR_FROM)
}

/** Returned by `settledLevel` when nothing but the letters can say. */
export const LETTERS_DECIDE = -1

/**
 * The level where numbers alone settle it, which they do for all that is the same and for most that is known; else `LETTERS_DECIDE`. Who has a
 * faster way to find out whether `lettersOf` are near takes this first, then that, then `levelOfLetters`.
 */
export function settledLevel(features: NameFeatures, a: number, b: number): number {
  if (a === b) return SAME
  if (features.kunya[a] !== features.kunya[b] && features.kunya[a] !== 0 && features.kunya[b] !== 0)
    return KNOWN_DIFFERENT
  if (sameReading(features, a, b)) return SAME_KNOWN_NAME
  if (haveOneSkeleton(features, a, b)) return areTwoNames(features, a, b) ? KNOWN_DIFFERENT : SAME_SKELETON
  if (areOneNumber(features.relaxed[a], features.relaxed[b]))
    return areTwoNames(features, a, b) ? KNOWN_DIFFERENT : NEAR
  return LETTERS_DECIDE
}

export function levelOfLetters(features: NameFeatures, a: number, b: number, near: boolean): number {
  if (!near) return ELSE
  return areTwoNames(features, a, b) ? KNOWN_DIFFERENT : NEAR
}

function settledSimilarity(level: number): number {
  if (level === SAME) return 1
  if (level === SAME_KNOWN_NAME) return SIMILARITY.known
  if (level === SAME_SKELETON) return SIMILARITY.skeleton
  return level === NEAR ? SIMILARITY.relaxed : SIMILARITY.different
}

/**
 * The letters that are held against each other: Arabic against Arabic, else both romanised, without the article of the Latin one where the Arabic
 * one has left its own out.
 */
export function lettersOf(features: NameFeatures, a: number, b: number): readonly [string, string] {
  if (features.script[a] === 0 && features.script[b] === 0)
    return [features.parts[a]?.text ?? '', features.parts[b]?.text ?? '']
  return [latinLetters(features, a, b), latinLetters(features, b, a)]
}

function latinLetters(features: NameFeatures, part: number, beside: number): string {
  const letters = features.romanised[part] ?? ''
  const withArticle =
    features.bare[part] !== -1 && features.article[beside] === 1 && features.script[beside] === 0
  return withArticle ? letters.slice(2) : letters
}

function lettersAlike(features: NameFeatures, a: number, b: number): number {
  const [left, right] = lettersOf(features, a, b)
  return jaroWinkler(left, right)
}

/** Both are known, and there is a name that both may be. */
function sameReading(features: NameFeatures, a: number, b: number): boolean {
  const [left, right] = [features.known[a] ?? -1, features.known[b] ?? -1]
  if (left === -1 || right === -1) return false
  if (left === right) return true
  const others = features.readings[right] ?? []
  return (features.readings[left] ?? []).some((name) => others.includes(name))
}

/** Asked only once the letters are near: what would make one name of them is no slip of the pen. */
function areTwoNames(features: NameFeatures, a: number, b: number): boolean {
  const bothKnown = features.known[a] !== -1 && features.known[b] !== -1
  return (bothKnown && !sameReading(features, a, b)) || differByGender(features, a, b)
}

/** Products of endings across scripts: a consonant against the feminine ending (سمير, Samira), ي against -ia (سامي, Samia). */
const MAN_AND_WOMAN: ReadonlySet<number> = new Set([1 * 2, 4 * 5])

function differByGender(features: NameFeatures, a: number, b: number): boolean {
  const [left, right] = [features.ending[a] ?? 0, features.ending[b] ?? 0]
  if (features.script[a] !== features.script[b]) return MAN_AND_WOMAN.has(left * right)
  return left !== right && areOneNumber(features.masculine[a], features.masculine[b])
}

function haveOneSkeleton(features: NameFeatures, a: number, b: number): boolean {
  return (
    areOneNumber(features.skeleton[a], features.skeleton[b]) ||
    (features.article[a] === 1 && areOneNumber(features.skeleton[a], features.bare[b])) ||
    (features.article[b] === 1 && areOneNumber(features.skeleton[b], features.bare[a]))
  )
}

function areOneNumber(left: number | undefined, right: number | undefined): boolean {
  return left === right && left !== -1
}
