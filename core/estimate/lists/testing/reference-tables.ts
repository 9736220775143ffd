import type { Overlap } from '../overlap.ts'

export interface ReferenceEntry {
  readonly method: string
  readonly [figure: string]: unknown
}
export interface ReferenceTable {
  readonly lists: readonly string[]
  readonly n: number
  readonly cells: Readonly<Record<string, number>>
  readonly checks?: readonly { readonly model: string; readonly expected: string }[]
  readonly reproduced: readonly ReferenceEntry[]
}

export type ReferenceTables = ReadonlyMap<string, ReferenceTable>

/**
 * The published tables and what other implementations say of them, from the text of `../shared/mse/reference.json`, so that nothing here can
 * agree with itself; null, and said, where that file is not beside this project.
 */
export function referenceTables(text: string | null): ReferenceTables | null {
  if (text === null) {
    console.warn('skipped: the reference tables are not beside this project (../shared/mse)')
    return null
  }
  const file = JSON.parse(text) as { tables: Record<string, ReferenceTable> }
  return new Map(Object.entries(file.tables))
}

/** What one method of the reference says of each table that it was tried on. */
export function referenceFor(
  tables: ReferenceTables | null,
  method: string,
): readonly {
  readonly table: string
  readonly overlap: Overlap
  readonly entry: ReferenceEntry
}[] {
  return [...(tables ?? [])].flatMap(([table, reference]) =>
    reference.reproduced
      .filter((entry) => entry.method === method)
      .map((entry) => ({ table, overlap: overlapFrom(reference), entry })),
  )
}

/** Character i of a pattern is membership of lists[i]. */
export function overlapFrom(table: Pick<ReferenceTable, 'lists' | 'cells'>): Overlap {
  const cells = Object.entries(table.cells)
    .map(([pattern, count]) => ({
      mask: table.lists.reduce((mask, _, list) => (pattern[list] === '1' ? mask | (1 << list) : mask), 0),
      count,
    }))
    .toSorted((a, b) => a.mask - b.mask)
  return { lists: table.lists, cells, observed: cells.reduce((sum, cell) => sum + cell.count, 0) }
}

/** A number of an entry; NaN, which equals nothing, where it is none. */
export function figureOf(entry: ReferenceEntry, name: string): number {
  const figure = entry[name]
  return typeof figure === 'number' ? figure : NaN
}
