import { listOfRow, type ClusterChanges, type RecordTable } from '@corroborate/linkage'

/** What a new list did to the clusters before it, by their names. */
export interface ChangesNamed {
  /** How many there are of each. */
  readonly counts: {
    readonly merged: number
    readonly split: number
    readonly grown: number
    readonly fresh: number
  }
  /** The first of those that are one now, and of those that are several. */
  readonly merged: readonly { readonly kept: string; readonly gone: readonly string[] }[]
  readonly split: readonly { readonly kept: string; readonly parts: readonly string[] }[]
}

/** Clusters that are told; all are counted. */
const MOST_TOLD = 100

/** Names clusters by their first record, which is how a run keeps them. */
export function changesNamed(
  table: RecordTable,
  { merged, split, grown, fresh }: ClusterChanges,
): ChangesNamed {
  const named = (row: number) => {
    const list = table.lists[listOfRow(table, row)]
    if (list === undefined) throw new Error(`row ${row} stands on no list`)
    return `${list.code}#${row - list.first + 1}`
  }
  return {
    counts: { merged: merged.length, split: split.length, grown: grown.length, fresh },
    merged: merged
      .slice(0, MOST_TOLD)
      .map(({ kept, gone }) => ({ kept: named(kept), gone: gone.map(named) })),
    split: split.slice(0, MOST_TOLD).map(({ id, parts }) => ({
      kept: named(id),
      parts: parts.filter((row) => row !== id).map(named),
    })),
  }
}
