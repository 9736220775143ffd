import type { InvestigationId, LinkageRunId, ListId } from '@corroborate/base'
import type { KnownLinkage } from '@corroborate/linkage'
import { linkageRunById, listHeads, membersOfRun, pairsInOrder, type Db } from '@corroborate/store'
import { summaryKept } from './summary-kept.ts'

/** What a run came to, as a new list is linked against it; null when it has no result, or one that an earlier version kept otherwise. */
export async function linkageKnown(
  db: Db,
  investigation: InvestigationId,
  run: LinkageRunId,
): Promise<KnownLinkage | null> {
  const found = await linkageRunById(db, investigation, run)
  const summary = found?.state.kind === 'done' ? summaryKept(found.state.summary) : null
  if (found === null || summary === null) return null
  const first = new Map<ListId, number>()
  let rows = 0
  for (const [at, list] of found.lists.entries()) {
    first.set(list, rows)
    rows += summary.lists[at]?.rows ?? 0
  }
  const rowOf = ({ list, row }: { readonly list: ListId; readonly row: number }) =>
    (first.get(list) ?? 0) + row - 1
  const of = { investigation, run }
  return {
    model: summary.model,
    pairs: await pairsKnown(db, of, { rowOf, pairs: summary.pairs }),
    clusterOf: await clustersKnown(db, of, { rowOf, rows }),
  }
}

interface OfRun {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
}

type RowOf = (record: { readonly list: ListId; readonly row: number }) => number

async function pairsKnown(
  db: Db,
  of: OfRun,
  { rowOf, pairs }: { readonly rowOf: RowOf; readonly pairs: number },
): Promise<KnownLinkage['pairs']> {
  const [left, right, pattern] = [new Int32Array(pairs), new Int32Array(pairs), new Int32Array(pairs)]
  const weight = new Float64Array(pairs)
  for await (const part of pairsInOrder(db, of))
    for (const pair of part) {
      const at = pair.ordinal - 1
      left[at] = rowOf(pair.left)
      right[at] = rowOf(pair.right)
      pattern[at] = pair.pattern
      weight[at] = pair.weight
    }
  return { left, right, pattern, weight }
}

/** A cluster is called after its first record; one that stands alone has no name in the store. */
async function clustersKnown(
  db: Db,
  of: OfRun,
  { rowOf, rows }: { readonly rowOf: RowOf; readonly rows: number },
): Promise<Int32Array> {
  const ids = new Map((await listHeads(db, of.investigation)).map(({ id, code }) => [code, id]))
  const clusterOf = Int32Array.from({ length: rows }, (_, row) => row)
  for (const { list, row, cluster } of await membersOfRun(db, of)) {
    const cut = cluster.lastIndexOf('#')
    const first = ids.get(cluster.slice(0, cut))
    if (first === undefined) throw new Error(`corrupt store: no list of the cluster ${cluster}`)
    clusterOf[rowOf({ list, row })] = rowOf({ list: first, row: Number(cluster.slice(cut + 1)) })
  }
  return clusterOf
}
