import type { NameFeatures } from './names/name-features.ts'

/**
 * Records of all lists, one after the other, in columns: number i of every column belongs to row i. Values are kept once in a dictionary and
 * rows hold their number, so that ten million rows fit into memory and equal values are found by comparing two integers.
 */
export interface RecordTable {
  readonly rows: number
  readonly lists: readonly ListInTable[]
  /** Columns by the name of their field; a whole name has one per part: `name/given`, `name/father`, … */
  readonly columns: ReadonlyMap<string, Column>
  /** Lists that have lam and alef reversed in a field of names. */
  readonly reversed: readonly ReversedNames[]
}

/** Of the distinct names with Arabic letters in a field of a list: how many nothing but the fault explains, and how many were turned back. */
export interface ReversedNames {
  readonly list: string
  readonly field: string
  readonly values: number
  readonly certain: number
  readonly repaired: number
}

/** The rows of a list stand together: from `first`, `rows` of them, in the order in which they came. */
export interface ListInTable {
  readonly code: string
  readonly first: number
  readonly rows: number
  /**
   * Nobody stands on it twice, as far as its maker could tell: then one record of it is at most one person of another such list, and
   * its rows are not compared with each other.
   */
  readonly clean: boolean
}

export type Column = ValueColumn | DayColumn | WholeNumberColumn

/** Texts of any kind: names, parts of names, places, sexes, numbers of identity cards. */
export interface ValueColumn {
  readonly kind: 'values'
  /** For every row the position of its value in `values`; -1 where it says nothing. */
  readonly ids: Int32Array
  /** Distinct values as they are compared (normalised), in rising order; the words as they came stay with the list. */
  readonly values: readonly string[]
  /** How many rows hold each value. */
  readonly counts: Int32Array
  /**
   * Of names: what is known of each value, number i of value i. All columns of names share one dictionary of values and its features, so that a given name
   * can be held against a family name; null for other texts.
   */
  readonly names: NameFeatures | null
  /**
   * Of names, where a list has lam and alef reversed as some PDF readers leave them: values with equal numbers may be one word (صلاح, صالح). Null where
   * no list has.
   */
  readonly twins: Int32Array | null
}

/** Days of any precision: from the earliest to the latest day they can mean, as days since 1970-01-01. Each distinct day is kept once. */
export interface DayColumn {
  readonly kind: 'days'
  /** For every row the position of its day in the three columns below; -1 where it says nothing. */
  readonly ids: Int32Array
  /** `NO_VALUE` for a day that there is not. */
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /**
   * The eight digits as they were written, year, month and day, one to four bits: of 31 February too, which is a slip of the hand and
   * near to the day that was meant. `NO_VALUE` where fewer were written.
   */
  readonly digits: Int32Array
}

/** Ages and other whole numbers. */
export interface WholeNumberColumn {
  readonly kind: 'whole-numbers'
  /** `NO_VALUE` where the row says nothing. */
  readonly numbers: Int32Array
}

/** Stands in a column of numbers where a row says nothing: no age, no day is this far away. */
export const NO_VALUE = -2_147_483_648

/** Position in `lists` of the list on which a row stands. */
export function listOfRow(table: RecordTable, row: number): number {
  let low = 0
  let high = table.lists.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((table.lists[middle]?.first ?? 0) <= row) low = middle
    else high = middle - 1
  }
  return low
}
