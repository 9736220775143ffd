import type { ListId } from '@corroborate/base'

/** A list of people as it came: what an investigation holds of it, as far as an overlap needs it. */
export interface ListRows {
  readonly id: ListId
  readonly code: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Somebody holds that this row of this list is this person: rows with one key are one person. */
export interface RowLink {
  readonly list: ListId
  /** Counted from 1. */
  readonly row: number
  /** A key within the linkage, and no entry of a register. */
  readonly person: string
  /**
   * Which draw of an uncertain linkage says so, counted from 1. Null: every draw does. A linkage without draws is one
   * opinion, held to be right.
   */
  readonly draw: number | null
}

/** The draws that a linkage has, in their order; none where it is one opinion. */
export function drawsOf(links: readonly RowLink[]): readonly number[] {
  const draws = new Set(links.map(({ draw }) => draw).filter((draw) => draw !== null))
  return [...draws].toSorted((a, b) => a - b)
}

/** What one draw says: its own links and those of every draw. */
export function linksOfDraw(links: readonly RowLink[], draw: number | null): readonly RowLink[] {
  return links.filter((link) => link.draw === null || link.draw === draw)
}
