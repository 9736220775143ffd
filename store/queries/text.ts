import type { InvestigationId, MemberId, PassageId, SourceId, TextId, Words } from '@corroborate/base'
import type { Passage, Text } from '@corroborate/testimony'
import { fromJson, toJson } from '../json.ts'
import type { Db, PassageTable, TextTable } from '../tables.ts'
import { chunksOf, insertAll, nextOrdinal } from './insert.ts'
import { changeIndexed, indexRecords, takeOutSuperseded } from './search-index.ts'

export interface TextRef {
  readonly id: TextId
  readonly code: string
  readonly title: Words
  readonly language: string
  readonly kind: Text['kind']
  readonly version: number
}

/** Writes texts. There is no update: a text is frozen, and a correction is a new version. */
export async function insertTexts(
  db: Db,
  investigation: InvestigationId,
  texts: readonly Text[],
): Promise<void> {
  const from = await nextOrdinal(db, 'text', investigation)
  const rows = texts.map((text, i) => ({ investigation, ordinal: from + i, ...columnsOf(text) }))
  await insertAll(db, 'text', rows)
  await indexRecords(db, investigation, { table: 'text', ids: texts.map(({ id }) => id) })
  if (texts.some(({ version }) => version > 1)) await takeOutSuperseded(db, investigation)
}

/** Writes what is left of a text after its words were erased: the one exception to that. */
export async function eraseText(
  db: Db,
  investigation: InvestigationId,
  { id, content, sha256 }: Pick<Text, 'id' | 'content' | 'sha256'>,
): Promise<void> {
  await db
    .updateTable('text')
    .set({ content, sha256 })
    .where('investigation', '=', investigation)
    .where('id', '=', id)
    .execute()
}

export async function insertPassages(
  db: Db,
  investigation: InvestigationId,
  passages: readonly Passage[],
  /** Null when they come with an investigation. */
  markedBy: MemberId | null = null,
): Promise<void> {
  const from = await nextOrdinal(db, 'passage', investigation)
  const rows = passages.map((passage, i) => ({
    investigation,
    ordinal: from + i,
    ...passageColumns(passage),
    marked_by: markedBy,
  }))
  await insertAll(db, 'passage', rows)
  await indexRecords(db, investigation, { table: 'passage', ids: passages.map(({ id }) => id) })
}

/** Writes where a passage stands after it was anchored again. False when this investigation has no such passage. */
export async function updatePassage(
  db: Db,
  investigation: InvestigationId,
  passage: Passage,
): Promise<boolean> {
  return (await updatePassages(db, investigation, [passage])) > 0
}

/** The same of many. Answers how many of them this investigation has. */
export async function updatePassages(
  db: Db,
  investigation: InvestigationId,
  passages: readonly Passage[],
): Promise<number> {
  const change = async () => {
    let updated = 0
    for (const passage of passages) {
      const done = await db
        .updateTable('passage')
        .set(passageColumns(passage))
        .where('investigation', '=', investigation)
        .where('id', '=', passage.id)
        .executeTakeFirst()
      updated += Number(done.numUpdatedRows)
    }
    return updated
  }
  const ids = passages.map(({ id }) => id)
  return changeIndexed(db, investigation, { table: 'passage', ids, change })
}

/** Every text whole, as they were written. */
export async function texts(db: Db, investigation: InvestigationId): Promise<readonly Text[]> {
  const rows = await db
    .selectFrom('text')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(textFrom)
}

/** Every passage, as they were written. */
export async function passages(db: Db, investigation: InvestigationId): Promise<readonly Passage[]> {
  const rows = await db
    .selectFrom('passage')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(passageFrom)
}

/** What does this text say? Null when this investigation has none of that id. */
export async function textById(db: Db, investigation: InvestigationId, text: TextId): Promise<Text | null> {
  const row = await db
    .selectFrom('text')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('id', '=', text)
    .executeTakeFirst()
  return row ? textFrom(row) : null
}

/** Which texts come from this source? In the order of their codes. */
export async function textsOf(
  db: Db,
  investigation: InvestigationId,
  source: SourceId,
): Promise<readonly TextRef[]> {
  const rows = await db
    .selectFrom('text')
    .select(['id', 'code', 'title', 'language', 'kind', 'version'])
    .where('investigation', '=', investigation)
    .where('source', '=', source)
    .orderBy('code')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({ ...row, title: fromJson(row.title) }))
}

/** Which texts say that they translate this one? */
export async function translationsOfText(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<readonly TextId[]> {
  const rows = await db
    .selectFrom('text')
    .select('id')
    .where('investigation', '=', investigation)
    .where('translation_of', '=', text)
    .execute()
  return rows.map(({ id }) => id)
}

/** Which text of this source has these very words? Null where none has. */
export async function textWithWords(
  db: Db,
  investigation: InvestigationId,
  { source, sha256 }: { readonly source: SourceId; readonly sha256: string },
): Promise<Pick<TextRef, 'id' | 'code'> | null> {
  const row = await db
    .selectFrom('text')
    .select(['id', 'code'])
    .where('investigation', '=', investigation)
    .where('source', '=', source)
    .where('sha256', '=', sha256)
    .orderBy('ordinal')
    .executeTakeFirst()
  return row ?? null
}

/** What was marked in this text? In the order of the text. */
export async function passagesOf(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<readonly Passage[]> {
  const rows = await db
    .selectFrom('passage')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('text', '=', text)
    .orderBy('starts')
    .orderBy('ends')
    .orderBy('code')
    .execute()
  return rows.map(passageFrom)
}

/** The passages of these ids that this investigation has, in the order in which they were written. */
export async function passagesById(
  db: Db,
  investigation: InvestigationId,
  ids: readonly PassageId[],
): Promise<readonly Passage[]> {
  const rows: PassageTable[] = []
  for (const chunk of chunksOf(ids, 1_000))
    rows.push(
      ...(await db
        .selectFrom('passage')
        .selectAll()
        .where('investigation', '=', investigation)
        .where('id', 'in', chunk)
        .execute()),
    )
  // Sorted here: asked for in order, the engine walks the whole investigation in that order to find a few passages.
  return rows.toSorted((a, b) => a.ordinal - b.ordinal).map(passageFrom)
}

/** A passage as lists show it, with its code and the text that it stands in. */
export interface PassageCard {
  readonly id: PassageId
  readonly code: string
  readonly text: TextId
  readonly textTitle: Words
  readonly language: string
  readonly exact: string
}

/** Where do these passages stand? By their ids. */
export async function passageCards(
  db: Db,
  investigation: InvestigationId,
  ids: readonly PassageId[],
): Promise<ReadonlyMap<PassageId, PassageCard>> {
  const found = new Map<PassageId, PassageCard>()
  for (const chunk of chunksOf(ids, 1_000)) {
    const rows = await db
      .selectFrom('passage')
      .innerJoin('text', (join) =>
        join.onRef('text.investigation', '=', 'passage.investigation').onRef('text.id', '=', 'passage.text'),
      )
      .select(['passage.id', 'passage.code', 'passage.text', 'text.title as textTitle'])
      .select(['text.language', 'passage.exact'])
      .where('passage.investigation', '=', investigation)
      .where('passage.id', 'in', chunk)
      .execute()
    for (const row of rows) found.set(row.id, { ...row, textTitle: fromJson(row.textTitle) })
  }
  return found
}

function columnsOf(text: Text) {
  return {
    id: text.id,
    code: text.code,
    source: text.source,
    title: toJson(text.title),
    language: text.language,
    kind: text.kind,
    translation_of: text.translationOf,
    version: text.version,
    content: text.content,
    sha256: text.sha256,
    turns: toJson(text.turns),
    read_from: text.readFrom === undefined ? null : toJson(text.readFrom),
  } satisfies Omit<TextTable, 'investigation' | 'ordinal'>
}

function textFrom(row: TextTable): Text {
  return {
    id: row.id,
    code: row.code,
    source: row.source,
    title: fromJson(row.title),
    language: row.language,
    kind: row.kind,
    translationOf: row.translation_of,
    version: row.version,
    content: row.content,
    sha256: row.sha256,
    turns: fromJson(row.turns),
    ...(row.read_from === null ? {} : { readFrom: fromJson(row.read_from) }),
  }
}

function passageColumns(passage: Passage) {
  return {
    id: passage.id,
    code: passage.code,
    text: passage.text,
    sha256: passage.sha256,
    starts: passage.start,
    ends: passage.end,
    exact: passage.exact,
    prefix: passage.prefix,
    suffix: passage.suffix,
  } satisfies Omit<PassageTable, 'investigation' | 'ordinal' | 'marked_by'>
}

function passageFrom(row: PassageTable): Passage {
  return {
    id: row.id,
    code: row.code,
    text: row.text,
    sha256: row.sha256,
    start: row.starts,
    end: row.ends,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
  }
}
