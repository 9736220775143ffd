import { sql, type SqlBool } from 'kysely'
import type {
  ClaimId,
  FindingId,
  InvestigationId,
  PassageId,
  Quantity,
  SourceId,
  TextId,
  Words,
} from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { fromJson, fromJsonOrNull } from '../json.ts'
import type { Db } from '../tables.ts'
import { chunksOf } from './insert.ts'
import type { SourceRef } from './source.ts'

/** A claim as a list shows it, with what is needed to walk on: its source and its exact words. */
export interface ClaimRow {
  readonly id: ClaimId
  readonly code: string
  readonly source: SourceRef
  readonly proposition: Words
  readonly mode: Claim['mode']
  readonly topic: string
  readonly basis: Claim['basis']['kind']
  readonly polarity: Claim['polarity']
  readonly certainty: Claim['certainty']
  readonly status: Claim['status']
  /** EDTF. */
  readonly when: string | null
  readonly quantity: Quantity | null
  readonly passages: readonly PassageRef[]
  /** Another claim of its topic cannot be right beside it, whatever a person decided about the two. */
  readonly contradicted: boolean
}

export interface PassageRef {
  readonly id: PassageId
  readonly text: TextId
  readonly textTitle: Words
  readonly language: string
  readonly exact: string
}

export interface ClaimPage {
  readonly claims: readonly ClaimRow[]
  /** Of all pages. */
  readonly total: number
  /** Of the whole investigation, whatever was asked. */
  readonly topics: readonly string[]
  /** The code after which the next page begins; null on the last. */
  readonly next: string | null
}

export const CLAIMS_ON_A_PAGE = 200

/** What was claimed, about what, by whom? A page in the order of the codes. */
export async function claimPage(
  db: Db,
  investigation: InvestigationId,
  asked: { readonly topic?: string; readonly source?: SourceId; readonly after?: string } = {},
): Promise<ClaimPage> {
  let query = selectRows(db, investigation)
  let count = db
    .selectFrom('claim')
    .select((build) => build.fn.countAll<number>().as('total'))
    .where('claim.investigation', '=', investigation)
  if (asked.topic !== undefined) {
    query = query.where('claim.topic', '=', asked.topic)
    count = count.where('claim.topic', '=', asked.topic)
  }
  if (asked.source !== undefined) {
    query = query.where('claim.source', '=', asked.source)
    count = count.where('claim.source', '=', asked.source)
  }
  if (asked.after !== undefined) query = query.where('claim.code', '>', asked.after)
  const rows = await query
    .orderBy('claim.code')
    .limit(CLAIMS_ON_A_PAGE + 1)
    .execute()
  const shown = rows.slice(0, CLAIMS_ON_A_PAGE)
  return {
    claims: await withPassages(db, investigation, shown),
    total: (await count.executeTakeFirstOrThrow()).total,
    topics: await topicsOf(db, investigation),
    next: rows.length > shown.length ? (shown.at(-1)?.code ?? null) : null,
  }
}

/** What are the claims of this investigation about? Walks from topic to topic in the index, not over all claims. */
export async function topicsOf(db: Db, investigation: InvestigationId): Promise<readonly string[]> {
  const found = await sql<{ topic: string }>`
    with recursive topics(topic) as (
      select min(topic) from claim where investigation = ${investigation}
      union all
      select (select min(claim.topic) from claim
              where claim.investigation = ${investigation} and claim.topic > topics.topic)
      from topics where topics.topic is not null)
    select topic from topics where topic is not null order by topic
  `.execute(db)
  return found.rows.map((row) => row.topic)
}

/** The claims of these ids that this investigation has, in the order of their codes. */
export async function claimRows(
  db: Db,
  investigation: InvestigationId,
  ids: readonly ClaimId[],
): Promise<readonly ClaimRow[]> {
  const found: Selected[] = []
  for (const chunk of chunksOf(ids, 1_000))
    found.push(...(await selectRows(db, investigation).where('claim.id', 'in', chunk).execute()))
  return withPassages(db, investigation, inOrder(found))
}

/** What does this source assert? */
export async function claimRowsOfSource(
  db: Db,
  investigation: InvestigationId,
  source: SourceId,
): Promise<readonly ClaimRow[]> {
  const rows = await selectRows(db, investigation)
    .where('claim.source', '=', source)
    .orderBy('claim.code')
    .execute()
  return withPassages(db, investigation, rows)
}

/** What was claimed from this text? By passage; a claim that rests on two passages stands under both. */
export async function claimRowsOfText(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<ReadonlyMap<PassageId, readonly ClaimRow[]>> {
  const links = await db
    .selectFrom('claim_passage')
    .select(['claim', 'passage'])
    .where('investigation', '=', investigation)
    .where('passage', 'in', (build) =>
      build
        .selectFrom('passage')
        .select('passage.id')
        .where('passage.investigation', '=', investigation)
        .where('passage.text', '=', text),
    )
    .execute()
  const rows = await claimRows(db, investigation, [...new Set(links.map((link) => link.claim))])
  const linked = Map.groupBy(links, (link) => link.claim)
  const pairs = rows.flatMap((row) =>
    (linked.get(row.id) ?? []).map((link) => ({ passage: link.passage, row })),
  )
  const byPassage = Map.groupBy(pairs, (pair) => pair.passage)
  return new Map([...byPassage].map(([passage, under]) => [passage, under.map((pair) => pair.row)]))
}

/** What carries this finding, and what speaks against it? */
export async function claimRowsOfFinding(
  db: Db,
  investigation: InvestigationId,
  finding: FindingId,
): Promise<readonly ClaimRow[]> {
  const links = await db
    .selectFrom('finding_claim')
    .select('claim')
    .where('investigation', '=', investigation)
    .where('finding', '=', finding)
    .orderBy('side')
    .orderBy('ordinal')
    .execute()
  return claimRows(db, investigation, [...new Set(links.map((link) => link.claim))])
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

function selectRows(db: Db, investigation: InvestigationId) {
  const contradicted = sql<SqlBool>`(exists (select 1 from contradiction
      where contradiction.investigation = claim.investigation and contradiction.first = claim.id)
    or exists (select 1 from contradiction
      where contradiction.investigation = claim.investigation and contradiction.second = claim.id))`
  return db
    .selectFrom('claim')
    .innerJoin('source', (join) =>
      join.onRef('source.investigation', '=', 'claim.investigation').onRef('source.id', '=', 'claim.source'),
    )
    .select([
      'claim.id',
      'claim.code',
      'claim.source',
      'source.code as source_code',
      'source.title as source_title',
      'claim.proposition',
      'claim.mode',
      'claim.topic',
      'claim.basis_kind',
      'claim.polarity',
      'claim.certainty',
      'claim.status',
      'claim.time',
      'claim.quantity',
    ])
    .select(contradicted.as('contradicted'))
    .where('claim.investigation', '=', investigation)
}

async function withPassages(db: Db, investigation: InvestigationId, rows: readonly Selected[]) {
  const refs = new Map<ClaimId, PassageRef[]>()
  for (const chunk of chunksOf(rows, 1_000)) {
    const links = await passageRefs(
      db,
      investigation,
      chunk.map((row) => row.id),
    )
    for (const { claim, ...ref } of links) {
      const list = refs.get(claim) ?? []
      list.push({ ...ref, textTitle: fromJson(ref.textTitle) })
      refs.set(claim, list)
    }
  }
  return rows.map((row) => rowFrom(row, refs.get(row.id) ?? []))
}

function passageRefs(db: Db, investigation: InvestigationId, claims: readonly ClaimId[]) {
  return db
    .selectFrom('claim_passage')
    .innerJoin('passage', (join) =>
      join
        .onRef('passage.investigation', '=', 'claim_passage.investigation')
        .onRef('passage.id', '=', 'claim_passage.passage'),
    )
    .innerJoin('text', (join) =>
      join.onRef('text.investigation', '=', 'passage.investigation').onRef('text.id', '=', 'passage.text'),
    )
    .select([
      'claim_passage.claim',
      'passage.id',
      'passage.text',
      'text.title as textTitle',
      'text.language',
      'passage.exact',
    ])
    .where('claim_passage.investigation', '=', investigation)
    .where('claim_passage.claim', 'in', claims)
    .orderBy('claim_passage.claim')
    .orderBy('claim_passage.ordinal')
    .execute()
}

function rowFrom(row: Selected, passages: readonly PassageRef[]): ClaimRow {
  return {
    id: row.id,
    code: row.code,
    source: { id: row.source, code: row.source_code, title: fromJson(row.source_title) },
    proposition: fromJson(row.proposition),
    mode: row.mode,
    topic: row.topic,
    basis: row.basis_kind,
    polarity: row.polarity,
    certainty: row.certainty,
    status: row.status,
    when: fromJsonOrNull(row.time)?.edtf ?? null,
    quantity: fromJsonOrNull(row.quantity),
    passages,
    contradicted: Boolean(row.contradicted),
  }
}

/** By code points, as both engines order text. */
function inOrder(rows: readonly Selected[]): readonly Selected[] {
  return rows.toSorted((a, b) => Buffer.compare(Buffer.from(a.code), Buffer.from(b.code)))
}
