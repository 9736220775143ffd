import type { RowGroups } from '../block/group-rows.ts'

/**
 * Only the blocks that hold a new row: the others make no pair that has not been made. Rows rise within a block, so its last row says it.
 * @param known how many rows, from the first, are not new
 */
export function blocksWithNew(groups: RowGroups, known: number): RowGroups {
  const kept: number[] = []
  let size = 0
  for (let group = 0; group < groups.groups; group++) {
    const from = groups.starts[group] ?? 0
    const to = groups.starts[group + 1] ?? 0
    if ((groups.rows[to - 1] ?? -1) < known) continue
    kept.push(group)
    size += to - from
  }
  const starts = new Int32Array(kept.length + 1)
  const rows = new Int32Array(size)
  let at = 0
  for (const [n, group] of kept.entries()) {
    const block = groups.rows.subarray(groups.starts[group] ?? 0, groups.starts[group + 1] ?? 0)
    rows.set(block, at)
    at += block.length
    starts[n + 1] = at
  }
  return { groupOf: groups.groupOf, starts, rows, groups: kept.length }
}
