/**
 * Records of all lists, one after the other, in columns: number i of every column belongs to row i. Values are kept once in a dictionary and
 * rows hold their number, so that ten million rows fit into memory and equal values are found by comparing two integers.
 */
export interface RecordTable {
  readonly rows: number
  readonly lists: readonly ListInTable[]
  /** For every row the position of its list in `lists`. */
  readonly listOf: Int32Array
  readonly columns: ReadonlyMap<string, Column>
}

/** The rows of a list stand together: from `first`, `rows` of them, in the order in which they came. */
export interface ListInTable {
  readonly code: string
  readonly first: number
  readonly rows: number
  /** Nobody stands on it twice, as far as its maker could tell: then one record of it is at most one person of another such list. */
  readonly clean: boolean
}

export type Column = ValueColumn | DayColumn | WholeNumberColumn

/** Texts of any kind: names, parts of names, places, sexes, numbers of identity cards. */
export interface ValueColumn {
  readonly kind: 'values'
  /** For every row the position of its value in `values`; -1 where it says nothing. */
  readonly ids: Int32Array
  /** Distinct values as they are compared (normalised); the words as they came stay with the list. */
  readonly values: readonly string[]
  /** How many rows hold each value. */
  readonly counts: Int32Array
}

/** Days of any precision: from the earliest to the latest day they can mean, as days since 1970-01-01. */
export interface DayColumn {
  readonly kind: 'days'
  /** `NO_VALUE` where the row says nothing. */
  readonly earliest: Int32Array
  readonly latest: Int32Array
}

/** Ages and other whole numbers. */
export interface WholeNumberColumn {
  readonly kind: 'whole-numbers'
  /** `NO_VALUE` where the row says nothing. */
  readonly numbers: Int32Array
}

/** Stands in a column of numbers where a row says nothing: no age, no day is this far away. */
export const NO_VALUE = -2_147_483_648
