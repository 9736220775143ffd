import { sizeOfList, type Overlap } from '../overlap.ts'

/** The picture of an overlap as plain data: a row for each combination that somebody has, the fullest first. */
export interface Upset {
  readonly observed: number
  readonly lists: readonly { readonly list: string; readonly size: number }[]
  readonly rows: readonly UpsetRow[]
}

export interface UpsetRow {
  readonly mask: number
  /** The lists that these people are on, and no other. */
  readonly on: readonly string[]
  readonly count: number
}

/**
 * What an UpSet picture shows. Combinations with equal counts stand in the order of their masks, so that the same overlap gives the same picture.
 * @see Lex, Gehlenborg, Strobelt, Vuillemot, Pfister (2014), "UpSet: visualization of intersecting sets"
 */
export function upsetOf(overlap: Overlap): Upset {
  return {
    observed: overlap.observed,
    lists: overlap.lists.map((list, at) => ({ list, size: sizeOfList(overlap, at) })),
    rows: overlap.cells
      .toSorted((a, b) => b.count - a.count || a.mask - b.mask)
      .map(({ mask, count }) => ({ mask, count, on: overlap.lists.filter((_, at) => (mask >> at) & 1) })),
  }
}
