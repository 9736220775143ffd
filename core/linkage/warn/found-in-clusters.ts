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
  const { table, clusterOf } = run
  const graph = judgementGraph(run.judgements)
  const clusters = largerClusters(clusterOf)
  putJoinedPairs(clusters, run, graph)
  return [
    ...differentInside(run, graph),
    ...[...clusters.values()].flatMap((cluster) => foundIn(table, cluster)),
  ]
}

interface LargerCluster {
  readonly rows: number[]
  readonly joined: (readonly [number, number])[]
}

/** Clusters of three records and more; of two there is nothing to say but their pair. By the name of the cluster, in the order of rows. */
function largerClusters(clusterOf: Int32Array): ReadonlyMap<number, LargerCluster> {
  const sizes = new Int32Array(clusterOf.length)
  for (const cluster of clusterOf) sizes[cluster] = (sizes[cluster] ?? 0) + 1
  const clusters = new Map<number, LargerCluster>()
  for (let row = 0; row < clusterOf.length; row++) {
    const cluster = clusterOf[row] ?? row
    if ((sizes[cluster] ?? 0) < 3) continue
    const known = clusters.get(cluster) ?? { rows: [], joined: [] }
    known.rows.push(row)
    if (cluster === row) clusters.set(cluster, known)
  }
  return clusters
}

/** Gives every larger cluster the pairs inside it that reach the line or that people hold to be one person, each once. */
function putJoinedPairs(
  clusters: ReadonlyMap<number, LargerCluster>,
  { table, pairs, settings, clusterOf }: WarnedRun,
  { pairs: decided }: JudgementGraph,
): void {
  const line = weightOf(settings.joinFrom)
  const said = new Set<string>()
  const put = (a: number, b: number) => {
    if (clusterOf[a] === clusterOf[b]) clusters.get(clusterOf[a] ?? -1)?.joined.push([a, b])
  }
  for (const { left, right, decision } of decided) {
    const [a, b] = [rowOfRecord(table, left), rowOfRecord(table, right)]
    if (decision !== 'same' || a < 0 || b < 0) continue
    said.add(`${Math.min(a, b)} ${Math.max(a, b)}`)
    put(Math.min(a, b), Math.max(a, b))
  }
  for (let n = 0; n < pairs.left.length; n++) {
    const [a, b] = [pairs.left[n] ?? 0, pairs.right[n] ?? 0]
    const known = said.size > 0 && said.has(`${a} ${b}`)
    if ((pairs.weight[n] ?? 0) >= line && !known) put(a, b)
  }
}

function foundIn(table: RecordTable, { rows, joined }: LargerCluster): readonly ClusterFound[] {
  const placeOf = new Map(rows.map((row, place) => [row, place]))
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
