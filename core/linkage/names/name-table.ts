import type { KnownNames } from './known-names.ts'
import { nameFeatures, type NameFeatures } from './name-features.ts'
import { PartBook } from './part-book.ts'
import { MOST_PARTS } from './read-name.ts'

/** Distinct whole names, read: number i of every column belongs to name i and is a part's number in `features`, -1 where it has none. */
export interface NameTable {
  readonly features: NameFeatures
  readonly given: Int32Array
  readonly father: Int32Array
  readonly grandfather: Int32Array
  readonly family: Int32Array
  /** How many parts the name has; more than four have ancestors that stand in no column. */
  readonly count: Uint8Array
}

/** Many distinct names at once: each word is read once, each part has its features once. Same readings as `readName`. */
export function nameTable(names: readonly string[], known: KnownNames): NameTable {
  const [given, father, grandfather, family] = [column(names), column(names), column(names), column(names)]
  const count = new Uint8Array(names.length)
  const book = new PartBook(known)
  const parts = new Int32Array(MOST_PARTS)
  for (let at = 0; at < names.length; at += 1) {
    const found = book.partsOf(names[at] ?? '', parts)
    const last = found - 1
    count[at] = found
    if (last >= 0) given[at] = parts[0] ?? -1
    if (last >= 1) family[at] = parts[last] ?? -1
    if (last >= 2) father[at] = parts[1] ?? -1
    if (last >= 3) grandfather[at] = parts[2] ?? -1
  }
  return { features: nameFeatures(book.parts, known), given, father, grandfather, family, count }
}

export interface PartTable {
  readonly features: NameFeatures
  /** For every column the part of each of its values; -1 for values without a letter. */
  readonly columns: readonly Int32Array[]
}

/** Columns that hold one part each (given name, father's name, …), with one set of features for all, so that parts of any two can be compared. */
export function partTable(columns: readonly (readonly string[])[], known: KnownNames): PartTable {
  const book = new PartBook(known)
  const numbers = columns.map((values) => Int32Array.from(values, (value) => book.onePartOf(value)))
  return { features: nameFeatures(book.parts, known), columns: numbers }
}

function column(names: readonly string[]): Int32Array {
  return new Int32Array(names.length).fill(-1)
}
