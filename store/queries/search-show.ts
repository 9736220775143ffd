import { sql } from 'kysely'
import type { InvestigationId, MemberId, PassageId, TextId, Words } from '@corroborate/base'
import type { FoundDocument } from '@corroborate/search'
import { fromJson, parsedAs } from '../json.ts'
import type { Db } from '../tables.ts'
import { chunksOf } from './insert.ts'
import type { SearchedTable } from './search-documents.ts'

/** The text that something stands in. */
export interface TextOfFound {
  readonly id: TextId
  readonly code: string
  readonly title: Words
  readonly language: string
}

/** What was found, with its words. */
export interface FoundRecord {
  readonly document: FoundDocument
  readonly id: string
  readonly code: string
  /** The words it was found by: of a claim or an entry one for each language. */
  readonly said: readonly string[]
  readonly text: TextOfFound | null
}

/** The texts of these places in the order of writing, by that place. */
export async function textsAt(
  db: Db,
  investigation: InvestigationId,
  ordinals: readonly number[],
): Promise<ReadonlyMap<number, TextOfFound>> {
  const found = new Map<number, TextOfFound>()
  for (const chunk of chunksOf(ordinals, 1_000)) {
    const rows = await db
      .selectFrom('text')
      .select(['ordinal', 'id', 'code', 'title', 'language'])
      .where('investigation', '=', investigation)
      .where('ordinal', 'in', chunk)
      .execute()
    for (const { ordinal, title, ...text } of rows) found.set(ordinal, { ...text, title: fromJson(title) })
  }
  return found
}

/** Which place in the order of writing has this text? Null when there is none. */
export async function ordinalOfText(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<number | null> {
  const row = await db
    .selectFrom('text')
    .select('ordinal')
    .where('investigation', '=', investigation)
    .where('id', '=', text)
    .executeTakeFirst()
  return row?.ordinal ?? null
}

/** What was found, in its order. What has gone since is left out. */
export async function recordsFound(
  db: Db,
  investigation: InvestigationId,
  documents: readonly FoundDocument[],
): Promise<readonly FoundRecord[]> {
  const texts = await textsAt(db, investigation, [...new Set(documents.flatMap(({ text }) => text ?? []))])
  const records: FoundRecord[] = []
  for (const document of documents) {
    const text = document.text === null ? null : (texts.get(document.text) ?? null)
    const record = await recordOf(db, investigation, document)
    if (record !== null) records.push({ document, ...record, text })
  }
  return records
}

const COLUMN = {
  ...{
    passage: 'exact',
    claim: 'proposition',
    person: 'name',
    place: 'name',
    unit: 'name',
    source: 'title',
    text: 'title',
  },
} as const satisfies Readonly<Record<SearchedTable, string>>

interface Row {
  readonly id: string
  readonly code: string
  readonly said: string
}

async function recordOf(
  db: Db,
  investigation: InvestigationId,
  { kind, ordinal, start, end }: FoundDocument,
): Promise<Pick<FoundRecord, 'id' | 'code' | 'said'> | null> {
  const table = kind === 'turn' ? 'text' : kind
  // Both engines count the code points of a text, from 1.
  const said =
    kind === 'turn'
      ? sql`substr(content, ${sql.lit(start + 1)}, ${sql.lit(end - start)})`
      : sql.ref(COLUMN[kind])
  const { rows } = await sql<Row>`
    select id, code, ${said} as said from ${sql.table(table)}
    where investigation = ${investigation} and ordinal = ${ordinal}`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  const words =
    kind === 'turn' || kind === 'passage' ? [row.said] : Object.values(fromJson(parsedAs<Words>(row.said)))
  return { id: row.id, code: row.code, said: words }
}

/**
 * Passages that are kept from this member: others marked them only to code them, in texts whose coding is not open. The same rule as in the text
 * itself (casework/read/text.ts).
 */
export async function passagesKeptFrom(
  db: Db,
  investigation: InvestigationId,
  member: MemberId,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ readonly ordinal: number }>`
    select ordinal from passage where investigation = ${investigation} and marked_by is not null and marked_by <> ${member}
      and exists (select 1 from coding where coding.investigation = passage.investigation and coding.passage = passage.id)
      and not exists (select 1 from coding where coding.investigation = passage.investigation
        and coding.passage = passage.id and coding.coder = ${member})
      and not exists (select 1 from claim_passage where claim_passage.investigation = passage.investigation
        and claim_passage.passage = passage.id)
      and not exists (select 1 from coding_opened where coding_opened.investigation = passage.investigation
        and coding_opened.text = passage.text)`.execute(db)
  return new Set(rows.map(({ ordinal }) => ordinal))
}

/** Where passages stand in the order of writing. */
export async function passageOrdinals(
  db: Db,
  investigation: InvestigationId,
  ids: readonly PassageId[],
): Promise<ReadonlyMap<PassageId, number>> {
  const found = new Map<PassageId, number>()
  for (const chunk of chunksOf(ids, 1_000)) {
    const rows = await db
      .selectFrom('passage')
      .select(['id', 'ordinal'])
      .where('investigation', '=', investigation)
      .where('id', 'in', chunk)
      .execute()
    for (const { id, ordinal } of rows) found.set(id, ordinal)
  }
  return found
}
