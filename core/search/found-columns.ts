import { FOUND_KINDS, GONE, WIDTH, type FoundKind } from './documents.ts'
import type { ShelfMatch } from './match.ts'
import { readVarint, skipVarints, type Cursor } from './varints.ts'

/** What can be found: a record, and where in its text. */
export interface FoundDocument {
  readonly kind: FoundKind
  readonly ordinal: number
  readonly text: number | null
  readonly start: number
  readonly end: number
  readonly speaker: string | null
  readonly language: string | null
}

/** In the column of a text, a speaker or a language: the document has none. */
export const NONE = -1

/**
 * The documents that a search found, column by column. They are tens of thousands, of which a page is shown: an object for each of them took longer
 * than all else that a search does.
 */
export interface FoundColumns {
  readonly size: number
  /** Places in `FOUND_KINDS`. */
  readonly kind: Int32Array
  readonly ordinal: Int32Array
  readonly text: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** Places in `labels`. */
  readonly speaker: Int32Array
  readonly language: Int32Array
  readonly words: Int32Array
  readonly labels: readonly string[]
  /** A column for each of what is sought: how often it stands in the document. */
  readonly counts: readonly Uint16Array[]
}

/** A shelf, and what was found on it. */
export interface FoundOnShelf {
  readonly documents: Uint8Array
  readonly labels: readonly string[]
  readonly match: ShelfMatch
}

/** What was found on these shelves, but for what was taken out of them. */
export function columnsOf(shelves: readonly FoundOnShelf[]): FoundColumns {
  const most = shelves.reduce((sum, { match }) => sum + match.documents.length, 0)
  const column = () => new Int32Array(most)
  const columns = {
    ...{ kind: column(), ordinal: column(), text: column(), start: column(), end: column() },
    ...{ speaker: column(), language: column(), words: column() },
  }
  const counts = (shelves[0]?.match.counts ?? []).map(() => new Uint16Array(most))
  const numbers = new Map<string, number>()
  const numberOf = (label: string) => {
    const number = numbers.get(label) ?? numbers.size
    numbers.set(label, number)
    return number
  }
  let size = 0
  for (const { documents, labels, match } of shelves) {
    const own = [NONE, ...labels.map(numberOf)]
    const cursor: Cursor = { bytes: documents, at: 0 }
    let reached = 0
    for (const at of match.documents) {
      skipVarints(cursor, (at - reached) * WIDTH)
      reached = at + 1
      if (!readInto(columns, size, { cursor, own })) continue
      counts.forEach((of, i) => (of[size] = match.counts[i]?.[at] ?? 0))
      size++
    }
  }
  return { ...columns, size, counts, labels: [...numbers.keys()] }
}

/** Reads a document into a row. Answers whether it is still there. */
function readInto(
  columns: Omit<FoundColumns, 'size' | 'labels' | 'counts'>,
  row: number,
  { cursor, own }: { readonly cursor: Cursor; readonly own: readonly number[] },
): boolean {
  const kind = readVarint(cursor)
  columns.kind[row] = kind - 1
  columns.ordinal[row] = readVarint(cursor)
  columns.text[row] = readVarint(cursor) - 1
  columns.speaker[row] = own[readVarint(cursor)] ?? NONE
  columns.language[row] = own[readVarint(cursor)] ?? NONE
  const start = readVarint(cursor)
  columns.start[row] = start
  columns.end[row] = start + readVarint(cursor)
  columns.words[row] = readVarint(cursor)
  return kind !== GONE
}

/** One of the documents, by its row. */
export function documentIn(found: FoundColumns, row: number): FoundDocument | null {
  const kind = FOUND_KINDS[found.kind[row] ?? NONE]
  const text = found.text[row] ?? NONE
  const label = (column: Int32Array) => found.labels[column[row] ?? NONE] ?? null
  return kind === undefined
    ? null
    : {
        ...{ kind, ordinal: found.ordinal[row] ?? 0, text: text === NONE ? null : text },
        ...{ start: found.start[row] ?? 0, end: found.end[row] ?? 0 },
        ...{ speaker: label(found.speaker), language: label(found.language) },
      }
}
