/** What a new list did to the clusters before it, by the ids of clusters (their first rows, which lists that follow do not move). */
export interface ClusterChanges {
  /** Clusters that are one now: the id that is kept is the older one. */
  readonly merged: readonly { readonly kept: number; readonly gone: readonly number[] }[]
  /** Clusters whose records are several people now: the part with the first record keeps the id. */
  readonly split: readonly { readonly id: number; readonly parts: readonly number[] }[]
  /** Ids of clusters that have new records. */
  readonly grown: readonly number[]
  /** Clusters of new records alone. */
  readonly fresh: number
}

/**
 * Compares clusters before and after: an id is the first row of its cluster, so that it always names the cluster that holds this record.
 * @param before of the rows that were known, the id of each
 * @param after of all rows, the known ones first
 */
export function clusterChanges(before: Int32Array, after: Int32Array): ClusterChanges {
  const gone = new Map<number, number[]>()
  const parts = new Map<number, Set<number>>()
  for (const [row, id] of before.entries()) {
    const now = after[row] ?? row
    if (id === row && now !== row) push(gone, now, row)
    if (now !== (after[id] ?? id)) parts.set(id, (parts.get(id) ?? new Set([after[id] ?? id])).add(now))
  }
  const grown = new Set<number>()
  let fresh = 0
  for (let row = before.length; row < after.length; row++) {
    const id = after[row] ?? row
    if (id < before.length) grown.add(id)
    else if (id === row) fresh += 1
  }
  return {
    merged: rising([...gone]).map(([kept, of]) => ({ kept, gone: of })),
    split: rising([...parts]).map(([id, of]) => ({ id, parts: [...of].sort((a, b) => a - b) })),
    grown: [...grown].sort((a, b) => a - b),
    fresh,
  }
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

function rising<T>(entries: readonly (readonly [number, T])[]): readonly (readonly [number, T])[] {
  return entries.toSorted(([a], [b]) => a - b)
}
