import { readVarint, skipVarints, writeVarints, type Cursor } from './varints.ts'

/**
 * Documents that share a row for each form. More make a search of common words faster, and the next document dearer to add: its words are
 * written into the rows of its shelf.
 */
export const SHELF_SIZE = 1_024

/** Where one form stands in one document of a shelf: the numbers of its words, counted from 0, ascending. */
export interface Posting {
  readonly document: number
  readonly places: readonly number[]
}

/** Postings as bytes. What two calls gave can be joined, when the documents of the second come after those of the first. */
export function writePostings(postings: readonly Posting[]): Uint8Array<ArrayBuffer> {
  return writeVarints(
    postings.flatMap(({ document, places }) => [
      document,
      places.length,
      ...places.map((place, at) => place - (places[at - 1] ?? 0)),
    ]),
  )
}

/** Adds to `counts`, for each document of the shelf, how often the form stands in it. */
export function countPostings(bytes: Uint8Array, counts: Uint16Array): void {
  const cursor: Cursor = { bytes, at: 0 }
  while (cursor.at < bytes.length) {
    const document = readVarint(cursor)
    const count = readVarint(cursor)
    counts[document] = (counts[document] ?? 0) + count
    skipVarints(cursor, count)
  }
}

/** The places of the form by document, of the documents that are wanted. */
export function readPostings(
  bytes: Uint8Array,
  isWanted: (document: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>()
  const cursor: Cursor = { bytes, at: 0 }
  while (cursor.at < bytes.length) {
    const document = readVarint(cursor)
    const count = readVarint(cursor)
    if (isWanted(document)) found.set(document, placesAt(cursor, count))
    else skipVarints(cursor, count)
  }
  return found
}

function placesAt(cursor: Cursor, count: number): readonly number[] {
  const places: number[] = []
  let place = 0
  for (let left = count; left > 0; left--) {
    place += readVarint(cursor)
    places.push(place)
  }
  return places
}
