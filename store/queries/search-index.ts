import { sql } from 'kysely'
import type { InvestigationId } from '@corroborate/base'
import {
  FOUND_KINDS,
  readDocuments,
  SHELF_SIZE,
  soundsOf,
  stemOf,
  wordReader,
  writeDocuments,
  writePostings,
  type IndexedDocument,
  type Posting,
} from '@corroborate/search'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { chunksOf, insertAll } from './insert.ts'
import { findablesOf, type Findable, type SearchedTable } from './search-documents.ts'

const AT_ONCE = 1_000
/** A text is long. */
const TEXTS_AT_ONCE = 20

/** Puts records that were just written into the index, in the transaction that wrote them. */
export async function indexRecords(
  db: Db,
  investigation: InvestigationId,
  { table, ids }: { readonly table: SearchedTable; readonly ids: readonly string[] },
): Promise<void> {
  const writer = await openWriter(db, investigation)
  for (const chunk of chunksOf(ids, table === 'text' ? TEXTS_AT_ONCE : AT_ONCE))
    await writer.add(await findablesOf(db, investigation, { table, ids: chunk }))
}

/** Changes records, and what is found of them where their words or their places have changed. Answers what the change answers. */
export async function changeIndexed<Answer>(
  db: Db,
  investigation: InvestigationId,
  {
    table,
    ids,
    change,
  }: {
    readonly table: SearchedTable
    readonly ids: readonly string[]
    readonly change: () => Promise<Answer>
  },
): Promise<Answer> {
  const before = await allFindables(db, investigation, { table, ids })
  const answer = await change()
  const after = await allFindables(db, investigation, { table, ids })
  const gone = new Set(missingIn(before, after).map(({ ordinal }) => ordinal))
  if (gone.size > 0)
    await takeOut(db, investigation, ({ kind, ordinal }) => kind === table && gone.has(ordinal))
  const come = missingIn(after, before)
  if (come.length > 0) await (await openWriter(db, investigation)).add(come)
  return answer
}

/** What stands in one and not, letter for letter, in the other. */
function missingIn(some: readonly Findable[], others: readonly Findable[]): readonly Findable[] {
  const there = new Set(others.map((one) => JSON.stringify(one)))
  return some.filter((one) => !there.has(JSON.stringify(one)))
}

async function allFindables(
  db: Db,
  investigation: InvestigationId,
  { table, ids }: { readonly table: SearchedTable; readonly ids: readonly string[] },
): Promise<readonly Findable[]> {
  const all: Findable[] = []
  for (const chunk of chunksOf(ids, AT_ONCE))
    all.push(...(await findablesOf(db, investigation, { table, ids: chunk })))
  return all
}

/** Takes out of the index the texts whose place later versions have taken. */
export async function takeOutSuperseded(db: Db, investigation: InvestigationId): Promise<void> {
  const { rows } = await sql<{ readonly ordinal: number }>`
    select ordinal from text where investigation = ${investigation} and exists (
      select 1 from text as later where later.investigation = text.investigation and later.code = text.code
        and later.version > text.version)`.execute(db)
  const old = new Set(rows.map(({ ordinal }) => ordinal))
  if (old.size > 0)
    await takeOut(
      db,
      investigation,
      ({ kind, ordinal }) => (kind === 'turn' || kind === 'text') && old.has(ordinal),
    )
}

/** Makes the index of an investigation anew, from what it is derived from. Answers how many documents it has. */
export async function rebuildIndex(db: Db, investigation: InvestigationId): Promise<number> {
  await sql`delete from search_posting where word in (select word from search_word where investigation = ${investigation})`.execute(
    db,
  )
  for (const table of ['search_sound', 'search_word', 'search_shelf'] as const)
    await db.deleteFrom(table).where('investigation', '=', investigation).execute()
  for (const table of FOUND_KINDS.filter((kind) => kind !== 'turn')) {
    const { rows } = await sql<{ readonly id: string }>`
      select id from ${sql.table(table)} where investigation = ${investigation} order by ordinal`.execute(db)
    await indexRecords(db, investigation, { table, ids: rows.map(({ id }) => id) })
  }
  const { rows } = await sql<{ readonly documents: number }>`
    select cast(coalesce(sum(size), 0) as integer) as documents from search_shelf where investigation = ${investigation}`.execute(
    db,
  )
  return rows[0]?.documents ?? 0
}

/** Their words stay in the postings, where they count for nothing; a rebuilt index has them no more. */
async function takeOut(
  db: Db,
  investigation: InvestigationId,
  isGone: (document: IndexedDocument) => boolean,
): Promise<void> {
  const shelves = await db
    .selectFrom('search_shelf')
    .select(['shelf', 'documents'])
    .where('investigation', '=', investigation)
    .execute()
  for (const { shelf, documents } of shelves) {
    const before = readDocuments(new Uint8Array(documents))
    const after = before.map((one) => (one === null || isGone(one) ? null : one))
    if (after.every((one, at) => one === before[at])) continue
    await db
      .updateTable('search_shelf')
      .set({ documents: writeDocuments(after) })
      .where('investigation', '=', investigation)
      .where('shelf', '=', shelf)
      .execute()
  }
}

/** The shelf that is being filled. */
interface OpenShelf {
  readonly shelf: number
  readonly size: number
  readonly documents: Uint8Array
  readonly labels: readonly string[]
}

interface Writer {
  readonly add: (findables: readonly Findable[]) => Promise<void>
}

/** Fills shelves, the last one first. The words that it has met it need not look up again. */
async function openWriter(db: Db, investigation: InvestigationId): Promise<Writer> {
  const read = wordReader()
  const numbers = new Map<string, number>()
  let open = await lastShelf(db, investigation)
  const add = async (findables: readonly Findable[]) => {
    for (let at = 0; at < findables.length;) {
      if (open.size === SHELF_SIZE) open = emptyShelf(open.shelf + 1)
      const taken = findables.slice(at, at + SHELF_SIZE - open.size)
      const { postings, documents, labels } = laidOnShelf(open, taken, read)
      await learnWords(db, investigation, { forms: [...postings.keys()], numbers })
      await putPostings(db, { shelf: open, postings, numbers })
      open = {
        shelf: open.shelf,
        size: open.size + taken.length,
        documents: joined(open.documents, writeDocuments(documents)),
        labels,
      }
      await putShelf(db, investigation, open)
      at += taken.length
    }
  }
  return { add }
}

function emptyShelf(shelf: number): OpenShelf {
  return { shelf, size: 0, documents: new Uint8Array(), labels: [] }
}

async function lastShelf(db: Db, investigation: InvestigationId): Promise<OpenShelf> {
  const row = await db
    .selectFrom('search_shelf')
    .select(['shelf', 'size', 'documents', 'labels'])
    .where('investigation', '=', investigation)
    .orderBy('shelf', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? emptyShelf(1)
    : { ...row, documents: new Uint8Array(row.documents), labels: fromJson(row.labels) }
}

function laidOnShelf(open: OpenShelf, findables: readonly Findable[], read: ReturnType<typeof wordReader>) {
  const postings = new Map<string, Posting[]>()
  const labels = [...open.labels]
  const labelOf = (label: string | null) => {
    if (label === null) return null
    const at = labels.indexOf(label)
    return at === -1 ? labels.push(label) - 1 : at
  }
  const documents = findables.map((findable, at): IndexedDocument => {
    const words = read(findable.words)
    for (const [form, places] of Map.groupBy(words.keys(), (place) => words[place]?.form ?? '')) {
      const of = postings.get(form) ?? []
      of.push({ document: open.size + at, places })
      postings.set(form, of)
    }
    const { kind, ordinal, text, start, end } = findable
    const [speaker, language] = [labelOf(findable.speaker), labelOf(findable.language)]
    return { kind, ordinal, text, start, end, speaker, language, words: words.length }
  })
  return { postings, documents, labels }
}

/** Gives each form its number, a new one where the investigation has not had it. */
async function learnWords(
  db: Db,
  investigation: InvestigationId,
  { forms, numbers }: { readonly forms: readonly string[]; readonly numbers: Map<string, number> },
): Promise<void> {
  for (const chunk of chunksOf(
    forms.filter((form) => !numbers.has(form)),
    AT_ONCE,
  )) {
    const known = await db
      .selectFrom('search_word')
      .select(['word', 'form'])
      .where('investigation', '=', investigation)
      .where('form', 'in', chunk)
      .execute()
    for (const { word, form } of known) numbers.set(form, word)
    const fresh = chunk.filter((form) => !numbers.has(form))
    if (fresh.length === 0) continue
    const made = await db
      .insertInto('search_word')
      .values(fresh.map((form) => ({ investigation, form, stem: stemOf(form) })))
      .returning(['word', 'form'])
      .execute()
    for (const { word, form } of made) numbers.set(form, word)
    const sounds = made.flatMap(({ word, form }) =>
      soundsOf(form).map((sound) => ({ investigation, sound, word })),
    )
    await insertAll(db, 'search_sound', sounds)
  }
}

async function putPostings(
  db: Db,
  {
    shelf: { shelf, size },
    postings,
    numbers,
  }: {
    readonly shelf: OpenShelf
    readonly postings: ReadonlyMap<string, readonly Posting[]>
    readonly numbers: ReadonlyMap<string, number>
  },
): Promise<void> {
  const fresh = [...postings].flatMap(([form, of]) => {
    const word = numbers.get(form)
    return word === undefined ? [] : [{ word, shelf, places: writePostings(of) }]
  })
  for (const chunk of chunksOf(fresh, AT_ONCE)) {
    const before =
      size === 0
        ? NONE
        : await postingsOn(
            db,
            shelf,
            chunk.map(({ word }) => word),
          )
    const rows = chunk.map((row) => ({ ...row, places: joined(before.get(row.word), row.places) }))
    await db
      .insertInto('search_posting')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['word', 'shelf']).doUpdateSet((set) => ({ places: set.ref('excluded.places') })),
      )
      .execute()
  }
}

const NONE: ReadonlyMap<number, Uint8Array> = new Map()

async function postingsOn(db: Db, shelf: number, words: readonly number[]) {
  const rows = await db
    .selectFrom('search_posting')
    .select(['word', 'places'])
    .where('shelf', '=', shelf)
    .where('word', 'in', words)
    .execute()
  return new Map(rows.map(({ word, places }) => [word, new Uint8Array(places)]))
}

async function putShelf(
  db: Db,
  investigation: InvestigationId,
  { labels, ...shelf }: OpenShelf,
): Promise<void> {
  const row = { investigation, ...shelf, labels: toJson(labels) }
  await db
    .insertInto('search_shelf')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['investigation', 'shelf'])
        .doUpdateSet({ size: row.size, documents: row.documents, labels: row.labels }),
    )
    .execute()
}

function joined(before: Uint8Array | undefined, more: Uint8Array): Uint8Array {
  return before === undefined ? more : Buffer.concat([before, more])
}
