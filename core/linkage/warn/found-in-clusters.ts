import { byNumber, positionsOf } from '../block/by-number.ts'
import { LARGE_CLUSTER, shapeOfCluster } from '../cluster/shape-of-cluster.ts'
import { rowOfRecord, recordOfRow } from '../cluster/rows-of-records.ts'
import { weightOf } from '../model/binary-logarithm.ts'
import { listOfRow, type RecordTable } from '../record-table.ts'
import { recordKey } from '../review/decided-pairs.ts'
import { judgementGraph, type JudgementGraph } from '../review/judgement-graph.ts'
import type { RecordName } from '../scored.ts'
import type { ClusterFound } from './linkage-warning.ts'
import type { WarnedRun } from './warned-run.ts'

/** Clusters that are large, thin, or held together by one pair, and words of people that a cluster goes against. */
export function foundInClusters(run: WarnedRun): readonly ClusterFound[] {
  const graph = judgementGraph(run.judgements)
  const found = [...differentInside(run, graph)]
  for (const cluster of largerClusters(run, graph)) found.push(...foundIn(run.table, cluster))
  return found
}

interface LargerCluster {
  readonly rows: Int32Array
  /** The pairs inside it that reach the line or that people hold to be one person, each once. */
  readonly joined: readonly (readonly [number, number])[]
}

/** Clusters of three records and more, in the order of their first; of two there is nothing to say but their pair. One at a time, for they are many. */
function* largerClusters(run: WarnedRun, { pairs: decided }: JudgementGraph): Generator<LargerCluster> {
  const { numberOf, count } = numbersOfLarger(run.clusterOf)
  const rows = byNumber(numberOf, count)
  const said = saidPairs(run.table, decided)
  const saidByCluster = Map.groupBy(said.values(), ([a, b]) => numberIfOne(numberOf, a, b))
  const joined = byNumber(clustersOfPairs(run, numberOf, said), count)
  const { left, right } = run.pairs
  for (let cluster = 0; cluster < count; cluster++) {
    const pairs = Array.from(positionsOf(joined, cluster), (n): readonly [number, number] => [
      left[n] ?? 0,
      right[n] ?? 0,
    ])
    yield { rows: positionsOf(rows, cluster), joined: pairs.concat(saidByCluster.get(cluster) ?? []) }
  }
}

/** Numbers the clusters of three records and more in the order of their first; -1 for every row of a smaller one. */
function numbersOfLarger(clusterOf: Int32Array): { readonly numberOf: Int32Array; readonly count: number } {
  const sizes = new Int32Array(clusterOf.length)
  for (let row = 0; row < sizes.length; row++) {
    const cluster = clusterOf[row] ?? row
    sizes[cluster] = (sizes[cluster] ?? 0) + 1
  }
  const numberOf = new Int32Array(clusterOf.length).fill(-1)
  let count = 0
  for (let row = 0; row < clusterOf.length; row++) {
    const cluster = clusterOf[row] ?? row
    if ((sizes[cluster] ?? 0) >= 3) numberOf[row] = cluster === row ? count++ : (numberOf[cluster] ?? -1)
  }
  return { numberOf, count }
}

/** What people hold to be one person, by the text of the pair, the lesser row first. */
function saidPairs(
  table: RecordTable,
  decided: JudgementGraph['pairs'],
): ReadonlyMap<string, readonly [number, number]> {
  const said = new Map<string, readonly [number, number]>()
  for (const { left, right, decision } of decided) {
    const a = rowOfRecord(table, left)
    const b = rowOfRecord(table, right)
    if (decision !== 'same' || a < 0 || b < 0) continue
    const pair = [Math.min(a, b), Math.max(a, b)] as const
    said.set(pair.join(' '), pair)
  }
  return said
}

/** For every pair that reaches the line the larger cluster that holds both its records; -1 for any other, and where people have said the same. */
function clustersOfPairs(
  { pairs: { left, right, weight }, settings }: WarnedRun,
  numberOf: Int32Array,
  said: ReadonlyMap<string, unknown>,
): Int32Array {
  const line = weightOf(settings.joinFrom)
  return left.map((a, n) => {
    const b = right[n] ?? 0
    const isSaid = said.size > 0 && said.has(`${a} ${b}`)
    return (weight[n] ?? 0) >= line && !isSaid ? numberIfOne(numberOf, a, b) : -1
  })
}

function numberIfOne(numberOf: Int32Array, a: number, b: number): number {
  return numberOf[a] === numberOf[b] ? (numberOf[a] ?? -1) : -1
}

function foundIn(table: RecordTable, { rows, joined }: LargerCluster): readonly ClusterFound[] {
  const placeOf = new Map(Array.from(rows, (row, place) => [row, place]))
  const lists = new Set(rows.map((row) => listOfRow(table, row))).size
  const shape = shapeOfCluster(rows.length, {
    joined: joined.map(([a, b]) => [placeOf.get(a) ?? 0, placeOf.get(b) ?? 0]),
    lists,
  })
  const cluster = recordOfRow(table, rows[0] ?? 0)
  const at = (place: number) => recordOfRow(table, rows[place] ?? 0)
  const warns = new Set(shape.warnings)
  const found: ClusterFound[] = []
  if (warns.has('large') && warns.has('more-than-lists')) {
    const expected = Math.max(lists, LARGE_CLUSTER - 1)
    found.push({ kind: 'cluster-larger-than-expected', cluster, records: rows.length, expected })
  }
  if (warns.has('sparse'))
    found.push({ kind: 'low-density', cluster, joined: shape.joined, possible: shape.possible })
  const bridges = shape.bridges.toSorted(([a, b], [c, d]) => a - c || b - d)
  return [
    ...found,
    ...bridges.map(([a, b]): ClusterFound => ({ kind: 'bridge', cluster, left: at(a), right: at(b) })),
  ]
}

function differentInside({ table, clusterOf }: WarnedRun, graph: JudgementGraph): readonly ClusterFound[] {
  const chained = new Set(graph.contradictions.map(({ different }) => textOf(different)))
  return graph.pairs.flatMap((pair): ClusterFound[] => {
    if (pair.decision !== 'different') return []
    const { left, right } = pair
    const [a, b] = [rowOfRecord(table, left), rowOfRecord(table, right)]
    if (a < 0 || b < 0) return []
    const inside = clusterOf[a] === clusterOf[b] || chained.has(textOf(pair))
    return inside ? [{ kind: 'different-inside-cluster', left, right }] : []
  })
}

function textOf({ left, right }: { readonly left: RecordName; readonly right: RecordName }): string {
  return `${recordKey(left)} ${recordKey(right)}`
}
