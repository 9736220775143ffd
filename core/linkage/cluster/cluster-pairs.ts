import { powerOfTwo, weightOf } from '../model/binary-logarithm.ts'
import { listOfRow, type RecordTable } from '../record-table.ts'
import type { ScoredPairs } from '../scored.ts'
import { components } from './components.ts'
import { joinByAverage, type Edge } from './join-by-average.ts'

/** Rows that people judged, two and two. */
export interface JudgedRows {
  readonly same: readonly (readonly [number, number])[]
  readonly different: readonly (readonly [number, number])[]
}

/**
 * Clusters of records held to be one person. Records joined by pairs of at least `joinFrom` hang together; within such a set, groups are
 * joined by average linkage on all kept pairs while the mean probability between them is at least one half, pairs that were not kept
 * counting as surely two people. A person's "same" is sure, a person's "different" is never joined, and of a clean list a cluster holds one
 * record at most.
 * @returns for every row the least row of its cluster, which names the cluster
 */
export function clusterPairs(
  table: RecordTable,
  pairs: ScoredPairs,
  joinFrom: number,
  judged: JudgedRows,
): Int32Array {
  const joinWeight = weightOf(joinFrom)
  const sets = components(table.rows)
  for (let n = 0; n < pairs.left.length; n++) {
    if ((pairs.weight[n] ?? 0) >= joinWeight) sets.join(pairs.left[n] ?? 0, pairs.right[n] ?? 0)
  }
  for (const [a, b] of judged.same) sets.join(a, b)
  const clusterOf = new Int32Array(table.rows)
  for (let row = 0; row < table.rows; row++) clusterOf[row] = sets.rootOf(row)
  const rules = {
    mostDoubt: 0.5,
    cleanListOf: cleanListOf(table),
    apart: bothWays(judged.different),
  }
  for (const { records, edges } of setsOf(clusterOf, pairs, judged)) {
    for (const group of joinByAverage(records, edges, rules)) {
      for (const record of group) clusterOf[record] = group[0] ?? record
    }
  }
  return clusterOf
}

function cleanListOf(table: RecordTable): (row: number) => number {
  if (!table.lists.some((list) => list.clean)) return () => -1
  return (row) => {
    const list = listOfRow(table, row)
    return table.lists[list]?.clean === true ? list : -1
  }
}

function bothWays(pairs: readonly (readonly [number, number])[]): ReadonlyMap<number, ReadonlySet<number>> {
  const apart = new Map<number, Set<number>>()
  for (const [a, b] of pairs) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = apart.get(one) ?? new Set()
      known.add(other)
      apart.set(one, known)
    }
  }
  return apart
}

interface HangingSet {
  readonly records: number[]
  readonly edges: Edge[]
}

/** The sets of two records and more, with the kept pairs inside each. */
function setsOf(rootOf: Int32Array, pairs: ScoredPairs, judged: JudgedRows): Iterable<HangingSet> {
  const sets = recordsOfSets(rootOf)
  const surely = new Set(judged.same.map(([a, b]) => pairText(a, b)))
  for (let n = 0; n < pairs.left.length; n++) {
    const a = pairs.left[n] ?? 0
    const b = pairs.right[n] ?? 0
    const root = rootOf[a] ?? a
    if (root !== rootOf[b] || (surely.size > 0 && surely.has(pairText(a, b)))) continue
    sets.get(root)?.edges.push({ a, b, doubt: doubtOf(pairs.weight[n] ?? 0) })
  }
  for (const [a, b] of judged.same) {
    sets.get(rootOf[a] ?? a)?.edges.push({ a: Math.min(a, b), b: Math.max(a, b), doubt: 0 })
  }
  return sets.values()
}

function recordsOfSets(rootOf: Int32Array): Map<number, HangingSet> {
  const sizes = new Int32Array(rootOf.length)
  for (const root of rootOf) sizes[root] = (sizes[root] ?? 0) + 1
  const sets = new Map<number, HangingSet>()
  for (const [row, root] of rootOf.entries()) {
    if ((sizes[root] ?? 0) < 2) continue
    const set = sets.get(root)
    if (set) set.records.push(row)
    else sets.set(root, { records: [row], edges: [] })
  }
  return sets
}

function pairText(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`
}

/** 1 - probability, exact for the surest pairs too, so that the surest is joined first. */
function doubtOf(weight: number): number {
  const against = powerOfTwo(-weight)
  return against / (1 + against)
}
