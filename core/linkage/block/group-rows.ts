import type { Room } from '../compare/text-pool.ts'
import type { ListInTable } from '../record-table.ts'
import { byNumber } from './by-number.ts'

/** The rows that share all keys of a blocking rule, block after block. */
export interface RowGroups {
  /** For every row its block; a negative number of its own where it lacks a key, so that equal numbers mean one block. */
  readonly groupOf: Int32Array
  /** Where each block begins in `rows`; one more at the end. */
  readonly starts: Int32Array
  /** Rows with all keys, by block, in their order within it. */
  readonly rows: Int32Array
  readonly groups: number
}

/** Blocks of the rows whose keys are all equal, without those of one row, which make no pair. No key at all: one block of all rows. */
export function groupRows(keys: readonly Int32Array[], rowCount: number, room: Room): RowGroups {
  const groupOf = room.int32(rowCount)
  const numbers = sizesOf(groupOf, combineInto(groupOf, keys))
  let [groups, keyed] = [0, 0]
  for (const size of numbers) {
    if (size < 2) continue
    groups += 1
    keyed += size
  }
  const starts = room.int32(groups + 1)
  const rows = room.int32(keyed)
  // In place: of each combination first how many rows have it, then the number of its block.
  let block = 0
  for (let group = 0; group < numbers.length; group++) {
    const size = numbers[group] ?? 0
    numbers[group] = size < 2 ? -1 : block
    if (size < 2) continue
    starts[block + 1] = (starts[block] ?? 0) + size
    block += 1
  }
  putIntoBlocks(groupOf, numbers, starts, rows)
  return { groupOf, starts, rows, groups }
}

/** Every row into its block; one that has none gets a negative number of its own. */
function putIntoBlocks(groupOf: Int32Array, numbers: Int32Array, starts: Int32Array, rows: Int32Array): void {
  const next = starts.slice()
  for (let row = 0; row < groupOf.length; row++) {
    const block = numbers[groupOf[row] ?? -1] ?? -1
    groupOf[row] = block < 0 ? -1 - row : block
    if (block < 0) continue
    const at = next[block] ?? 0
    rows[at] = row
    next[block] = at + 1
  }
}

function sizesOf(groupOf: Int32Array, groups: number): Int32Array {
  const sizes = new Int32Array(groups)
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1
  return sizes
}

/** For every row the number of its combination of keys, from 0; -1 where it lacks one. */
export function combinedKeys(keys: readonly Int32Array[]): {
  readonly groupOf: Int32Array
  readonly groups: number
} {
  const groupOf = new Int32Array(keys[0]?.length ?? 0)
  return { groupOf, groups: combineInto(groupOf, keys) }
}

function combineInto(groupOf: Int32Array, [first, ...more]: readonly Int32Array[]): number {
  let groups = first ? numbered(first, groupOf) : 1
  for (const key of more) groups = combined(groupOf, groups, key)
  return groups
}

/** Key numbers as they are: they begin at 0 and are dense. */
function numbered(key: Int32Array, groupOf: Int32Array): number {
  groupOf.set(key)
  return countOf(key)
}

function countOf(numbers: Int32Array): number {
  let most = -1
  for (const number of numbers) if (number > most) most = number
  return most + 1
}

/**
 * Numbers the distinct pairs of (group so far, key) from 0, in the order of their first rows. Group by group, so that what is looked up at random is one
 * small array of keys and no table of all pairs.
 */
function combined(groupOf: Int32Array, groups: number, key: Int32Array): number {
  const { starts, positions } = byNumber(groupOf, groups)
  // Of each key the last group that had it and the first row there, side by side: one look at memory.
  const lastSeen = new Int32Array(2 * countOf(key)).fill(-1)
  for (let group = 0; group < groups; group++) {
    const end = starts[group + 1] ?? 0
    for (let n = starts[group] ?? 0; n < end; n++) {
      const row = positions[n] ?? 0
      const of = key[row] ?? -1
      if (of >= 0 && lastSeen[2 * of] !== group) {
        lastSeen[2 * of] = group
        lastSeen[2 * of + 1] = row
      }
      groupOf[row] = of < 0 ? -1 : (lastSeen[2 * of + 1] ?? -1)
    }
  }
  return numberedByFirstRow(groupOf)
}

/** Every row names the first of its group; groups are numbered in the order of these. */
function numberedByFirstRow(firstOf: Int32Array): number {
  let groups = 0
  for (let row = 0; row < firstOf.length; row++) {
    const first = firstOf[row] ?? -1
    if (first < 0) continue
    firstOf[row] = first === row ? groups : (firstOf[first] ?? -1)
    if (first === row) groups += 1
  }
  return groups
}

/** What a rule would cost, known before a pair is made. */
export interface PairsOfGroups {
  readonly pairs: number
  readonly largestBlock: number
  readonly rowsWithoutKey: number
}

/** Pairs in all blocks: n (n - 1) / 2 each, without those within a list on which nobody stands twice. */
export function countPairs(
  groupOf: Int32Array,
  groups: number,
  lists: readonly ListInTable[],
): PairsOfGroups {
  const sizes = new Int32Array(groups)
  let within = 0
  let keyed = 0
  for (const list of lists) {
    const ofList = list.clean ? new Int32Array(groups) : null
    for (let row = list.first; row < list.first + list.rows; row++) {
      const group = groupOf[row] ?? -1
      if (group < 0) continue
      keyed += 1
      sizes[group] = (sizes[group] ?? 0) + 1
      if (ofList) {
        const before = ofList[group] ?? 0
        within += before
        ofList[group] = before + 1
      }
    }
  }
  let pairs = 0 - within
  let largestBlock = 0
  for (const size of sizes) {
    pairs += (size * (size - 1)) / 2
    if (size > largestBlock) largestBlock = size
  }
  return { pairs, largestBlock, rowsWithoutKey: groupOf.length - keyed }
}
