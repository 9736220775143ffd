import { byNumber, positionsOf } from '../block/by-number.ts'
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
  const rootOf = new Int32Array(table.rows)
  for (let row = 0; row < table.rows; row++) rootOf[row] = sets.rootOf(row)
  const rules = {
    mostDoubt: 0.5,
    cleanListOf: cleanListOf(table),
    apart: bothWays(judged.different),
  }
  const clusterOf = rootOf.slice()
  for (const { records, edges } of setsOf(rootOf, pairs, judged)) {
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
  readonly records: readonly number[]
  readonly edges: readonly Edge[]
}

/** The sets of two records and more, with the kept pairs inside each; one at a time, for they are many. */
function* setsOf(rootOf: Int32Array, pairs: ScoredPairs, judged: JudgedRows): Generator<HangingSet> {
  const records = byNumber(rootOf, rootOf.length)
  const kept = byNumber(rootsOfPairs(rootOf, pairs, judged), rootOf.length)
  const said = saidBySet(rootOf, judged)
  for (let root = 0; root < rootOf.length; root++) {
    if ((records.starts[root + 1] ?? 0) - (records.starts[root] ?? 0) < 2) continue
    const edges: Edge[] = []
    for (const n of positionsOf(kept, root))
      edges.push({ a: pairs.left[n] ?? 0, b: pairs.right[n] ?? 0, doubt: doubtOf(pairs.weight[n] ?? 0) })
    yield { records: [...positionsOf(records, root)], edges: edges.concat(said.get(root) ?? []) }
  }
}

/** For every pair the set that holds both its records; -1 where none does, or where people said the same of it. */
function rootsOfPairs(rootOf: Int32Array, { left, right }: ScoredPairs, judged: JudgedRows): Int32Array {
  const surely = new Set(judged.same.map(([a, b]) => pairText(a, b)))
  const roots = new Int32Array(left.length)
  for (let n = 0; n < roots.length; n++) {
    const a = left[n] ?? 0
    const b = right[n] ?? 0
    const root = rootOf[a] ?? a
    const isSaid = surely.size > 0 && surely.has(pairText(a, b))
    roots[n] = root !== rootOf[b] || isSaid ? -1 : root
  }
  return roots
}

/** What people said to be one person, by the set of the two. */
function saidBySet(rootOf: Int32Array, { same }: JudgedRows): ReadonlyMap<number, readonly Edge[]> {
  const said = new Map<number, Edge[]>()
  for (const [a, b] of same) {
    const root = rootOf[a] ?? a
    const edge = { a: Math.min(a, b), b: Math.max(a, b), doubt: 0 }
    said.set(root, [...(said.get(root) ?? []), edge])
  }
  return said
}

function pairText(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`
}

/** 1 - probability, exact for the surest pairs too, so that the surest is joined first. */
function doubtOf(weight: number): number {
  const against = powerOfTwo(-weight)
  return against / (1 + against)
}
