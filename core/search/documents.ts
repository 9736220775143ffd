import { readVarint, writeVarints, type Cursor } from './varints.ts'

/** What can be found. The place in this list is written in the index: new kinds come at the end. */
export const FOUND_KINDS = ['turn', 'passage', 'claim', 'person', 'place', 'unit', 'source', 'text'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** One thing that can be found, as the index keeps it. All are numbers, so that a shelf of them is read at once. */
export interface IndexedDocument {
  readonly kind: FoundKind
  /** Its place in the order in which its kind was written; of a turn, that of its text. */
  readonly ordinal: number
  /** The place of the text that it stands in; null for what stands in none. */
  readonly text: number | null
  /** The stretch of its text, in code points; 0 and 0 for what stands in none. */
  readonly start: number
  readonly end: number
  /** Places among the labels of its shelf; null for none. */
  readonly speaker: number | null
  readonly language: number | null
  readonly words: number
}

/** So many numbers are written for each. */
export const WIDTH = 8
/** In the place of a kind: it was taken out, and what stands in the postings for it counts no more. */
export const GONE = 0

export function writeDocuments(documents: readonly (IndexedDocument | null)[]): Uint8Array<ArrayBuffer> {
  return writeVarints(documents.flatMap((one) => (one === null ? GONE_NUMBERS : numbersOf(one))))
}

const GONE_NUMBERS: readonly number[] = new Array<number>(WIDTH).fill(GONE)

function numbersOf({ kind, ordinal, text, start, end, speaker, language, words }: IndexedDocument) {
  const orNone = [text, speaker, language].map((one) => (one === null ? 0 : one + 1))
  return [FOUND_KINDS.indexOf(kind) + 1, ordinal, ...orNone, start, end - start, words]
}

/** The documents of a shelf by their numbers; null where one was taken out. */
export function readDocuments(bytes: Uint8Array): readonly (IndexedDocument | null)[] {
  const found: (IndexedDocument | null)[] = []
  const cursor: Cursor = { bytes, at: 0 }
  while (cursor.at < bytes.length) found.push(documentAt(cursor))
  return found
}

function documentAt(cursor: Cursor): IndexedDocument | null {
  const kind = FOUND_KINDS[readVarint(cursor) - 1]
  const ordinal = readVarint(cursor)
  const text = orNoneOf(readVarint(cursor))
  const speaker = orNoneOf(readVarint(cursor))
  const language = orNoneOf(readVarint(cursor))
  const start = readVarint(cursor)
  const end = start + readVarint(cursor)
  const words = readVarint(cursor)
  return kind === undefined ? null : { kind, ordinal, text, start, end, speaker, language, words }
}

function orNoneOf(number: number): number | null {
  return number === 0 ? null : number - 1
}
