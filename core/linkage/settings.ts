/**
 * What a linkage is told: which fields are compared and how, which pairs are looked at, and where the line is drawn. Plain JSON, kept with every
 * run, so that it can be done again to the byte.
 */
export interface LinkageSettings {
  readonly fields: readonly FieldSetting[]
  readonly comparisons: readonly ComparisonSetting[]
  /** A pair is looked at when it meets one of these rules at least. */
  readonly blocking: readonly BlockingRule[]
  /** Where there are no more pairs than this, every one is looked at and no rule is needed. */
  readonly everyPairUpTo: number
  /** Pairs held at least this probable, from 0 to 1, are joined into clusters. */
  readonly joinFrom: number
  /** Pairs held at least this probable are kept for review and explanation. */
  readonly keepFrom: number
  /** A run that would make more candidate pairs than this is refused before it starts, with the number. */
  readonly mostPairs: number
  readonly seed: string
}

/** A field of the records: what its values are, which decides how they are read. */
export interface FieldSetting {
  readonly field: string
  readonly kind: FieldKind
}

export const FIELD_KINDS = [
  /** A whole personal name, read into its parts: columns `name/given`, `name/father`, `name/grandfather`, `name/family`. */
  'full-name',
  'given-name',
  'father-name',
  'grandfather-name',
  'family-name',
  'text',
  'place',
  /** One of few values: sex, a status. */
  'category',
  /** Says who it is by itself, where it is right: the number of an identity card. */
  'identifier',
  'day',
  'age',
  'whole-number',
] as const

export type FieldKind = (typeof FIELD_KINDS)[number]

/** One question asked of a pair. Its answers are levels, from "says nothing" over "else" up to "the same". */
export interface ComparisonSetting {
  readonly name: string
  /**
   * The columns it reads. More than one where they must be read together: father, grandfather and family name; places that lie one in the other, the
   * narrowest first (village, district, governorate); or a category and the column that mostly decides it, as the given name decides the sex: where that
   * agrees, agreement says nothing more.
   */
  readonly fields: readonly string[]
  readonly by: ComparisonKind
  /** Whether agreeing on a rare value weighs more than agreeing on a common one. */
  readonly frequency: boolean
}

export const COMPARISON_KINDS = [
  /** One name of a person in Arabic or Latin letters: skeletons, known names, names that are known to be two. */
  'name',
  /** One name of a person by its letters alone, in any script. */
  'spelling',
  /** Father, grandfather and family name in one: brothers share them. */
  'patronymic-chain',
  'text',
  'place',
  'category',
  'identifier',
  'day',
  'age',
  'whole-number',
] as const

export type ComparisonKind = (typeof COMPARISON_KINDS)[number]

/** Comparisons that read names of persons: together they may say only so much (docs/methods/linkage.md). */
export const COMPARISONS_OF_NAMES: ReadonlySet<ComparisonKind> = new Set([
  'name',
  'spelling',
  'patronymic-chain',
])

/** Keys that must all be equal; none at all makes every pair. */
export interface BlockingRule {
  readonly keys: readonly BlockingKey[]
}

export interface BlockingKey {
  /** A column of the table. */
  readonly field: string
  readonly by: KeyKind
}

export const KEY_KINDS = [
  'value',
  /** Consonants of a name, the same in both scripts. */
  'skeleton',
  'relaxed-skeleton',
  'first-letters',
  'last-letters',
  'year',
  'month-and-day',
  'day',
] as const

export type KeyKind = (typeof KEY_KINDS)[number]
