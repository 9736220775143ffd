import type { Room } from '../compare/text-pool.ts'
import type { ListInTable } from '../record-table.ts'

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

/** Blocks of the rows whose keys are all equal. No key at all: one block of all rows. */
export function groupRows(keys: readonly Int32Array[], rowCount: number, room: Room): RowGroups {
  const groupOf = room.int32(rowCount)
  let groups = combineInto(groupOf, keys)
  groups = withoutLoners(groupOf, groups)
  const starts = room.int32(groups + 1)
  for (let row = 0; row < rowCount; row++) {
    const group = groupOf[row] ?? -1
    if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  }
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  }
  const rows = room.int32(starts[groups] ?? 0)
  const next = starts.slice(0, groups)
  for (let row = 0; row < rowCount; row++) {
    const group = groupOf[row] ?? -1
    if (group < 0) continue
    const at = next[group] ?? 0
    rows[at] = row
    next[group] = at + 1
  }
  return { groupOf, starts, rows, groups }
}

/** Renumbers the blocks without those of one row, which make no pair; their rows get a negative number of their own. */
function withoutLoners(groupOf: Int32Array, groups: number): number {
  const sizes = new Int32Array(groups)
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1
  let kept = 0
  for (let group = 0; group < groups; group++) {
    sizes[group] = (sizes[group] ?? 0) > 1 ? kept++ : -1
  }
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] ?? -1
    const renumbered = group < 0 ? -1 : (sizes[group] ?? -1)
    groupOf[row] = renumbered < 0 ? -1 - row : renumbered
  }
  return kept
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
  for (const key of more) groups = combined(groupOf, key)
  return groups
}

/** Key numbers as they are: they begin at 0 and are dense. */
function numbered(key: Int32Array, groupOf: Int32Array): number {
  let groups = 0
  for (let row = 0; row < key.length; row++) {
    const value = key[row] ?? -1
    groupOf[row] = value
    if (value >= groups) groups = value + 1
  }
  return groups
}

/** Numbers the distinct pairs of (group so far, key) from 0, by open addressing. */
function combined(groupOf: Int32Array, key: Int32Array): number {
  let size = 1024
  while (size < groupOf.length * 1.5) size *= 2
  const mask = size - 1
  // Both numbers of a pair and the number of their group side by side: one look at memory each.
  const slots = new Int32Array(4 * size).fill(-1)
  let groups = 0
  for (let row = 0; row < groupOf.length; row++) {
    const a = groupOf[row] ?? -1
    const b = key[row] ?? -1
    if (a < 0 || b < 0) {
      groupOf[row] = -1
      continue
    }
    let at = scattered(a, b) & mask
    for (;;) {
      const group = slots[4 * at + 2] ?? -1
      if (group < 0) {
        slots[4 * at] = a
        slots[4 * at + 1] = b
        slots[4 * at + 2] = groups
        groupOf[row] = groups
        groups += 1
        break
      }
      if (slots[4 * at] === a && slots[4 * at + 1] === b) {
        groupOf[row] = group
        break
      }
      at = (at + 1) & mask
    }
  }
  return groups
}

function scattered(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return h ^ (h >>> 13)
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
