import type { InvestigationId, LinkageRunId, ListId } from '@corroborate/base'
import type { Judgement } from '@corroborate/linkage'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** A record by the id of its list. */
export interface RecordAt {
  readonly list: ListId
  readonly row: number
}

/** What is written of a judgement, before it has its place. */
export interface JudgementSaid {
  readonly left: RecordAt
  readonly right: RecordAt
  readonly verdict: Judgement['verdict']
  readonly by: string
  readonly at: string
  readonly why: string | null
  readonly run: LinkageRunId | null
}

/** Writes what was said, in its order. */
export async function insertJudgements(
  db: Db,
  investigation: InvestigationId,
  said: readonly JudgementSaid[],
): Promise<void> {
  const from = await nextOrdinal(db, 'judgement', investigation)
  const rows = said.map(({ left, right, verdict, by, at, why, run }, i) => ({
    ...{ investigation, ordinal: from + i, left_list: left.list, left_record: left.row },
    ...{ right_list: right.list, right_record: right.row, verdict, judged_by: by, judged_at: at, why, run },
  }))
  await insertAll(db, 'judgement', rows)
}

/** What did people say of pairs, up to and with this place (null: all), in the order in which they said it? */
export async function judgements(
  db: Db,
  investigation: InvestigationId,
  upTo: number | null = null,
): Promise<readonly Judgement[]> {
  const rows = await db
    .selectFrom('judgement as j')
    .innerJoin('list as a', (join) =>
      join.onRef('a.investigation', '=', 'j.investigation').onRef('a.id', '=', 'j.left_list'),
    )
    .innerJoin('list as b', (join) =>
      join.onRef('b.investigation', '=', 'j.investigation').onRef('b.id', '=', 'j.right_list'),
    )
    .select(['a.code as left', 'b.code as right', 'j.left_record', 'j.right_record', 'j.verdict'])
    .select(['j.judged_by as by', 'j.judged_at as at', 'j.why'])
    .where('j.investigation', '=', investigation)
    .$if(upTo !== null, (query) => query.where('j.ordinal', '<=', upTo ?? 0))
    .orderBy('j.ordinal')
    .execute()
  return rows.map(({ left, right, left_record, right_record, ...said }) => ({
    left: { list: left, row: left_record },
    right: { list: right, row: right_record },
    ...said,
  }))
}

/** The place of the last judgement; 0 where there is none. */
export async function lastJudgement(db: Db, investigation: InvestigationId): Promise<number> {
  return (await nextOrdinal(db, 'judgement', investigation)) - 1
}

/** Are all these records there? */
export async function recordsExist(
  db: Db,
  investigation: InvestigationId,
  records: readonly RecordAt[],
): Promise<boolean> {
  for (const { list, row } of records) {
    const found = await db
      .selectFrom('list_record')
      .select('ordinal')
      .where('investigation', '=', investigation)
      .where('list', '=', list)
      .where('ordinal', '=', row)
      .executeTakeFirst()
    if (!found) return false
  }
  return true
}
