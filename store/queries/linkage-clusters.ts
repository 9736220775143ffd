import { sql } from 'kysely'
import type { InvestigationId, LinkageRunId } from '@corroborate/base'
import type { Db } from '../tables.ts'

interface OfRun {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
}

/** A cluster by its name, and how large it is. */
export interface ClusterSize {
  readonly cluster: string
  readonly records: number
  /** On how many lists they stand. */
  readonly lists: number
}

/** Which clusters did this run make, those first that look least like one person: more records than lists, then the larger? */
export async function clustersOfRun(
  db: Db,
  { investigation, run }: OfRun,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly ClusterSize[]> {
  const found = await sql<{ cluster: string; records: number | string; lists: number | string }>`
    select cluster, count(*) as records, count(distinct list) as lists from linkage_member
    where investigation = ${investigation} and run = ${run}
    group by cluster order by count(*) - count(distinct list) desc, count(*) desc, cluster
    limit ${most} offset ${after}`.execute(db)
  return found.rows.map(({ cluster, records, lists }) => ({
    cluster,
    records: Number(records),
    lists: Number(lists),
  }))
}

/** How many clusters of two records or more did this run make? */
export async function clusterCount(db: Db, { investigation, run }: OfRun): Promise<number> {
  const found = await sql<{ clusters: number | string }>`
    select count(distinct cluster) as clusters from linkage_member
    where investigation = ${investigation} and run = ${run}`.execute(db)
  return Number(found.rows[0]?.clusters ?? 0)
}
