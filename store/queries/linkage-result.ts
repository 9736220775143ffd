import { sql } from 'kysely'
import type { InvestigationId, LinkageRunId, ListId } from '@corroborate/base'
import type { LinkageMemberTable, LinkagePairTable } from '../list-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll } from './insert.ts'
import type { RecordAt } from './judgement.ts'

interface OfRun {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
}

/** A pair that a run kept. */
export interface KeptPair {
  /** Its place in the result, from 1. */
  readonly ordinal: number
  readonly left: RecordAt
  readonly right: RecordAt
  /** Levels of all comparisons as one number. */
  readonly pattern: number
  /** Bits, prior included. */
  readonly weight: number
}

export async function insertPairs(db: Db, of: OfRun, pairs: readonly KeptPair[]): Promise<void> {
  const rows: LinkagePairTable[] = pairs.map(({ ordinal, left, right, pattern, weight }) => ({
    ...{ ...of, ordinal, left_list: left.list, left_record: left.row },
    ...{ right_list: right.list, right_record: right.row, pattern, weight },
  }))
  await insertAll(db, 'linkage_pair', rows)
}

export async function insertMembers(
  db: Db,
  of: OfRun,
  members: readonly (RecordAt & { readonly cluster: string })[],
): Promise<void> {
  const rows: LinkageMemberTable[] = members.map(({ list, row, cluster }) => ({
    ...of,
    list,
    record: row,
    cluster,
  }))
  await insertAll(db, 'linkage_member', rows)
}

/** Which pairs did this run keep, of these weights, the heaviest first? */
export async function pairsOfRun(
  db: Db,
  { investigation, run }: OfRun,
  { from, to, most }: { readonly from: number; readonly to: number; readonly most: number },
): Promise<readonly KeptPair[]> {
  const rows = await db
    .selectFrom('linkage_pair')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .where('weight', '>=', from)
    .where('weight', '<=', to)
    .orderBy('weight', 'desc')
    .orderBy('ordinal')
    .limit(most)
    .execute()
  return rows.map(pairFrom)
}

/** What weighs every pair that this run kept, in their order? For a queue, a histogram, a calibration. */
export async function weightsOfRun(db: Db, { investigation, run }: OfRun): Promise<Float64Array> {
  const rows = await db
    .selectFrom('linkage_pair')
    .select('weight')
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .orderBy('ordinal')
    .execute()
  return Float64Array.from(rows, ({ weight }) => weight)
}

/** All pairs that this run kept, in their order, some thousands at a time. */
export async function* pairsInOrder(
  db: Db,
  { investigation, run }: OfRun,
): AsyncGenerator<readonly KeptPair[], void> {
  for (let after = 0; ; after += AT_ONCE) {
    const rows = await db
      .selectFrom('linkage_pair')
      .selectAll()
      .where('investigation', '=', investigation)
      .where('run', '=', run)
      .where('ordinal', '>', after)
      .orderBy('ordinal')
      .limit(AT_ONCE)
      .execute()
    if (rows.length > 0) yield rows.map(pairFrom)
    if (rows.length < AT_ONCE) return
  }
}

const AT_ONCE = 20_000

/** What stands in the store of the pair of these two records, whichever is named first? Null where the run kept no such pair. */
export async function pairOfRecords(
  db: Db,
  { investigation, run }: OfRun,
  [one, other]: readonly [RecordAt, RecordAt],
): Promise<KeptPair | null> {
  const found = await db
    .selectFrom('linkage_pair')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .where((at) => {
      const as = (left: RecordAt, right: RecordAt) =>
        at.and({
          ...{ left_list: left.list, left_record: left.row },
          ...{ right_list: right.list, right_record: right.row },
        })
      return at.or([as(one, other), as(other, one)])
    })
    .executeTakeFirst()
  return found ? pairFrom(found) : null
}

/** The pairs at these places of the result, in the order of the places. */
export async function pairsAt(
  db: Db,
  { investigation, run }: OfRun,
  ordinals: readonly number[],
): Promise<readonly KeptPair[]> {
  if (ordinals.length === 0) return []
  const rows = await db
    .selectFrom('linkage_pair')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .where('ordinal', 'in', ordinals)
    .execute()
  const found = new Map(rows.map((row) => [row.ordinal, pairFrom(row)]))
  return ordinals.flatMap((ordinal) => found.get(ordinal) ?? [])
}

/** Which records does this run hold to be one person, under this name? Empty when there is no such cluster. */
export async function membersOfCluster(
  db: Db,
  { investigation, run }: OfRun,
  cluster: string,
): Promise<readonly RecordAt[]> {
  const rows = await db
    .selectFrom('linkage_member')
    .innerJoin('list', (join) =>
      join
        .onRef('list.investigation', '=', 'linkage_member.investigation')
        .onRef('list.id', '=', 'linkage_member.list'),
    )
    .select(['linkage_member.list', 'linkage_member.record as row'])
    .where('linkage_member.investigation', '=', investigation)
    .where('linkage_member.run', '=', run)
    .where('linkage_member.cluster', '=', cluster)
    .orderBy('list.ordinal')
    .orderBy('linkage_member.record')
    .execute()
  return rows
}

/** Which cluster does this run put the record into? Null where it stands alone. */
export async function clusterOfRecord(
  db: Db,
  { investigation, run }: OfRun,
  { list, row }: RecordAt,
): Promise<string | null> {
  const found = await db
    .selectFrom('linkage_member')
    .select('cluster')
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .where('list', '=', list)
    .where('record', '=', row)
    .executeTakeFirst()
  return found?.cluster ?? null
}

/** The pairs that this run kept between two records of a cluster. */
export async function pairsWithin(
  db: Db,
  { investigation, run }: OfRun,
  cluster: string,
): Promise<readonly KeptPair[]> {
  const found = await sql<LinkagePairTable>`
    select p.* from linkage_member a
    join linkage_pair p on p.investigation = a.investigation and p.run = a.run and p.left_list = a.list and p.left_record = a.record
    join linkage_member b on b.investigation = a.investigation and b.run = a.run and b.cluster = a.cluster
      and b.list = p.right_list and b.record = p.right_record
    where a.investigation = ${investigation} and a.run = ${run} and a.cluster = ${cluster}
    order by p.ordinal`.execute(db)
  return found.rows.map(pairFrom)
}

/** Which records does each cluster of this run hold? Clusters in the order of their names; records that stand alone are not among them. */
export async function membersOfRun(
  db: Db,
  { investigation, run }: OfRun,
): Promise<readonly (RecordAt & { readonly cluster: string })[]> {
  return db
    .selectFrom('linkage_member')
    .select(['list', 'record as row', 'cluster'])
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .orderBy('cluster')
    .orderBy('list')
    .orderBy('record')
    .execute()
}

/** How many people of this run are on exactly these lists? Records that stand alone are people too. */
export async function overlapOfRun(
  db: Db,
  { investigation, run }: OfRun,
  sizes: readonly { readonly id: ListId; readonly rows: number }[],
): Promise<readonly { readonly lists: readonly ListId[]; readonly people: number }[]> {
  const rows = await db
    .selectFrom('linkage_member')
    .select(['cluster', 'list', (at) => at.fn.countAll().as('rows')])
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .groupBy(['cluster', 'list'])
    .orderBy('cluster')
    .orderBy('list')
    .execute()
  const counts = new Map<string, { readonly lists: readonly ListId[]; people: number }>()
  const count = (lists: readonly ListId[], people: number) => {
    const key = lists.join(' ')
    const counted = counts.get(key) ?? { lists, people: 0 }
    counted.people += people
    counts.set(key, counted)
  }
  const alone = new Map(sizes.map(({ id, rows: of }) => [id, of]))
  for (const of of Map.groupBy(rows, ({ cluster }) => cluster).values()) {
    count(
      of.map(({ list }) => list),
      1,
    )
    for (const { list, rows: taken } of of) alone.set(list, (alone.get(list) ?? 0) - Number(taken))
  }
  for (const [list, people] of alone) if (people > 0) count([list], people)
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted)
}

/** What does every pair of this run weigh, and which of them, by their places from 0, has this person judged? */
export async function placesJudged(
  db: Db,
  { investigation, run }: OfRun,
  by: string,
): Promise<{ readonly weights: Float64Array; readonly judged: ReadonlySet<number> }> {
  const weights = await weightsOfRun(db, { investigation, run })
  // The last word of this person on a pair, whichever record they put first.
  const rows = await sql<{ ordinal: number; verdict: string }>`
    select p.ordinal as ordinal, j.verdict as verdict from judgement j
    join linkage_pair p on p.investigation = j.investigation and p.run = ${run} and (
      (p.left_list = j.left_list and p.left_record = j.left_record and p.right_list = j.right_list and p.right_record = j.right_record) or
      (p.left_list = j.right_list and p.left_record = j.right_record and p.right_list = j.left_list and p.right_record = j.left_record))
    where j.investigation = ${investigation} and j.judged_by = ${by} order by j.ordinal`.execute(db)
  const judged = new Set<number>()
  for (const { ordinal, verdict } of rows.rows)
    if (verdict === 'taken-back') judged.delete(ordinal - 1)
    else judged.add(ordinal - 1)
  return { weights, judged }
}

function pairFrom(row: LinkagePairTable): KeptPair {
  const { ordinal, left_list, left_record, right_list, right_record, pattern, weight } = row
  return {
    ...{ ordinal, pattern, weight },
    left: { list: left_list, row: left_record },
    right: { list: right_list, row: right_record },
  }
}

/** A word on a pair of a run, by the pair's place from 0. */
export interface WordOnPair {
  readonly place: number
  readonly by: string
  readonly verdict: string
}

/** What was said of the pairs of this run, by whom, in the order in which it was said? */
export async function wordsOnPairs(db: Db, { investigation, run }: OfRun): Promise<readonly WordOnPair[]> {
  const { rows } = await sql<{ ordinal: number; who: string; verdict: string }>`
    select p.ordinal as ordinal, j.judged_by as who, j.verdict as verdict from judgement j
    join linkage_pair p on p.investigation = j.investigation and p.run = ${run} and (
      (p.left_list = j.left_list and p.left_record = j.left_record and p.right_list = j.right_list and p.right_record = j.right_record) or
      (p.left_list = j.right_list and p.left_record = j.right_record and p.right_list = j.left_list and p.right_record = j.left_record))
    where j.investigation = ${investigation} order by j.ordinal`.execute(db)
  return rows.map(({ ordinal, who, verdict }) => ({ place: ordinal - 1, by: who, verdict }))
}
