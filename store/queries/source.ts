import { sql } from 'kysely'
import type { InvestigationId, SourceId, Words } from '@corroborate/base'
import type { OriginLink, Source } from '@corroborate/testimony'
import { fromJson, toJson } from '../json.ts'
import type { Db, OriginLinkTable, SourceTable } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'
import { changeIndexed, indexRecords } from './search-index.ts'

export interface SourceRef {
  readonly id: SourceId
  readonly code: string
  readonly title: Words
}

/** A source as a list shows it. Where it goes back to is computed from the links, not asked here. */
export interface SourceRow {
  readonly source: Source
  readonly claims: number
  /** Links from or to it that a person has still to decide. */
  readonly undecided: number
  readonly consent: 'not-needed' | 'given' | 'withdrawn' | 'missing'
}

export async function insertSources(
  db: Db,
  investigation: InvestigationId,
  sources: readonly Source[],
): Promise<void> {
  const from = await nextOrdinal(db, 'source', investigation)
  const rows = sources.map((source, i) => ({ investigation, ordinal: from + i, ...columnsOf(source) }))
  await insertAll(db, 'source', rows)
  await indexRecords(db, investigation, { table: 'source', ids: sources.map(({ id }) => id) })
}

/** False when this investigation has no such source. */
export async function updateSource(db: Db, investigation: InvestigationId, source: Source): Promise<boolean> {
  const change = () =>
    db
      .updateTable('source')
      .set(columnsOf(source))
      .where('investigation', '=', investigation)
      .where('id', '=', source.id)
      .executeTakeFirst()
  const done = await changeIndexed(db, investigation, { table: 'source', ids: [source.id], change })
  return done.numUpdatedRows > 0n
}

export async function insertOriginLinks(
  db: Db,
  investigation: InvestigationId,
  links: readonly OriginLink[],
): Promise<void> {
  const from = await nextOrdinal(db, 'origin_link', investigation)
  const rows = links.map((link, i) => ({ investigation, ordinal: from + i, ...linkColumns(link) }))
  await insertAll(db, 'origin_link', rows)
}

/** Writes what a person decided about a link, and why. False when the two are not linked so. */
export async function updateOriginLink(
  db: Db,
  investigation: InvestigationId,
  link: OriginLink,
): Promise<boolean> {
  const done = await db
    .updateTable('origin_link')
    .set({ decision: link.decision, reason: link.reason })
    .where('investigation', '=', investigation)
    .where('from_source', '=', link.from)
    .where('to_source', '=', link.to)
    .where('kind', '=', link.kind)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** All sources, as they were written. */
export async function sources(db: Db, investigation: InvestigationId): Promise<readonly Source[]> {
  const rows = await db
    .selectFrom('source')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(sourceFrom)
}

/** Who depends on whom? */
export async function originLinks(db: Db, investigation: InvestigationId): Promise<readonly OriginLink[]> {
  const rows = await db
    .selectFrom('origin_link')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('from_source')
    .orderBy('to_source')
    .execute()
  return rows.map(linkFrom)
}

/** Which sources are there, what does each carry, and what is open about it? In the order of their codes. */
export async function sourceRows(db: Db, investigation: InvestigationId): Promise<readonly SourceRow[]> {
  const rows = await selectSourceRows(db, investigation).orderBy('source.code').execute()
  return rows.map(sourceRowFrom)
}

export async function sourceRow(
  db: Db,
  investigation: InvestigationId,
  source: SourceId,
): Promise<SourceRow | null> {
  const row = await selectSourceRows(db, investigation).where('source.id', '=', source).executeTakeFirst()
  return row ? sourceRowFrom(row) : null
}

/** What is this source? Null when this investigation has none of that id. */
export async function sourceById(
  db: Db,
  investigation: InvestigationId,
  source: SourceId,
): Promise<Source | null> {
  const row = await db
    .selectFrom('source')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('id', '=', source)
    .executeTakeFirst()
  return row ? sourceFrom(row) : null
}

/** `withdrawn` is said by the newest version of a witness's consent alone: an earlier one no longer counts. */
function selectSourceRows(db: Db, investigation: InvestigationId) {
  const consent = sql<SourceRow['consent']>`
    case when source.kind <> 'witness' then 'not-needed' else coalesce((
      select case when consent.withdrawn_at is null then 'given' else 'withdrawn' end from consent
      where consent.investigation = source.investigation and consent.witness = source.id
      order by consent.version desc, consent.ordinal desc limit 1), 'missing') end`
  const claims = sql<number>`(select count(*) from claim
    where claim.investigation = source.investigation and claim.source = source.id)`
  const undecided = sql<number>`(select count(*) from origin_link
    where origin_link.investigation = source.investigation and origin_link.decision = 'undecided'
      and (origin_link.from_source = source.id or origin_link.to_source = source.id))`
  return db
    .selectFrom('source')
    .selectAll('source')
    .select([claims.as('claims'), undecided.as('undecided'), consent.as('consent')])
    .where('source.investigation', '=', investigation)
}

function sourceRowFrom(row: SourceTable & Omit<SourceRow, 'source'>): SourceRow {
  return { source: sourceFrom(row), claims: row.claims, undecided: row.undecided, consent: row.consent }
}

function columnsOf(source: Source) {
  return {
    id: source.id,
    code: source.code,
    kind: source.kind,
    role: source.role,
    title: toJson(source.title),
    reliability: source.reliability,
    credibility: source.credibility,
  } satisfies Omit<SourceTable, 'investigation' | 'ordinal'>
}

function sourceFrom(row: SourceTable): Source {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    role: row.role,
    title: fromJson(row.title),
    reliability: row.reliability,
    credibility: row.credibility,
  }
}

function linkColumns(link: OriginLink) {
  return {
    from_source: link.from,
    to_source: link.to,
    kind: link.kind,
    decision: link.decision,
    reason: link.reason,
  } satisfies Omit<OriginLinkTable, 'investigation' | 'ordinal'>
}

function linkFrom(row: OriginLinkTable): OriginLink {
  return {
    from: row.from_source,
    to: row.to_source,
    kind: row.kind,
    decision: row.decision,
    reason: row.reason,
  }
}
