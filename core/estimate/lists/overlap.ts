import { ok, refuse, type Outcome } from '@corroborate/base'

/**
 * How many people are on which lists. Membership is a bit mask: bit i is set for people on `lists[i]`.
 * Combinations that do not stand among the cells were observed on nobody; people on no list are what is asked for.
 */
export interface Overlap {
  /** Codes of 2 to 12 lists. */
  readonly lists: readonly string[]
  /** Counts above 0, in the order of their masks; never mask 0. */
  readonly cells: readonly Cell[]
  /** People on at least one list. */
  readonly observed: number
}

export interface Cell {
  readonly mask: number
  readonly count: number
}

export type OverlapRefusal =
  | 'too-few-lists'
  | 'too-many-lists'
  | 'list-twice'
  | 'cell-unreadable'
  | 'cell-twice'
  | 'count-unusable'
  | 'count-too-large'
  | 'nobody-observed'

export const FEWEST_LISTS = 2
export const MOST_LISTS = 12
/** One cell with more people than this is a slip of the pen. */
export const LARGEST_COUNT = 100_000_000

/**
 * Counts by membership as an overlap, in one order whatever the order they came in; zeros are left out.
 * @param cells each combination once; a mask from 1 to 2^lists - 1 and a whole count from 0
 * @returns the overlap, or why these counts are none, naming the cell
 */
export function overlapOf(
  lists: readonly string[],
  cells: readonly Cell[],
): Outcome<Overlap, OverlapRefusal> {
  const wrong = wrongLists(lists) ?? wrongCells(lists, cells)
  if (wrong !== null) return wrong
  const counted = cells.filter((cell) => cell.count > 0).toSorted((a, b) => a.mask - b.mask)
  const observed = counted.reduce((sum, cell) => sum + cell.count, 0)
  if (observed === 0) return refuse('nobody-observed', 'Nobody is on any of the lists: every count is 0.')
  return ok({ lists, cells: counted, observed })
}

/** "A+B" for a mask: the lists that these people are on. */
export function membershipText(lists: readonly string[], mask: number): string {
  return lists.filter((_, at) => (mask >> at) & 1).join('+')
}

/** People on this list, whatever other lists they are on. */
export function sizeOfList(overlap: Overlap, list: number): number {
  return countWhere(overlap, (mask) => ((mask >> list) & 1) === 1)
}

/** People whose membership satisfies the question. */
export function countWhere(overlap: Overlap, holds: (mask: number) => boolean): number {
  return overlap.cells.reduce((sum, cell) => (holds(cell.mask) ? sum + cell.count : sum), 0)
}

/** Counts as an array by mask, of length 2^lists; index 0 is 0 and means nothing. */
export function countsByMask(overlap: Overlap): Float64Array {
  const counts = new Float64Array(1 << overlap.lists.length)
  for (const { mask, count } of overlap.cells) counts[mask] = count
  return counts
}

function wrongLists(lists: readonly string[]) {
  if (lists.length < FEWEST_LISTS)
    return refuse('too-few-lists', `Overlap needs at least ${FEWEST_LISTS} lists, found ${lists.length}.`)
  if (lists.length > MOST_LISTS)
    return refuse('too-many-lists', `At most ${MOST_LISTS} lists can be compared, found ${lists.length}.`)
  const twice = lists.find((list, at) => lists.indexOf(list) !== at)
  return twice === undefined ? null : refuse('list-twice', `List ${twice} stands twice.`)
}

function wrongCells(lists: readonly string[], cells: readonly Cell[]) {
  const seen = new Set<number>()
  for (const { mask, count } of cells) {
    if (!Number.isInteger(mask) || mask < 1 || mask >= 1 << lists.length)
      return refuse('cell-unreadable', `${String(mask)} is no combination of ${lists.length} lists.`)
    const name = membershipText(lists, mask)
    if (seen.has(mask)) return refuse('cell-twice', `The combination ${name} stands twice.`)
    seen.add(mask)
    if (!Number.isInteger(count) || count < 0)
      return refuse('count-unusable', `${name}: a count is a whole number from 0, found ${String(count)}.`)
    if (count > LARGEST_COUNT)
      return refuse('count-too-large', `${name}: ${String(count)} people are more than ${LARGEST_COUNT}.`)
  }
  return null
}
