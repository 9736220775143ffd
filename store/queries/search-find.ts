import { sql } from 'kysely'
import type { InvestigationId } from '@corroborate/base'
import {
  columnsOf,
  formsIn,
  formsNeeded,
  matchShelf,
  ranked,
  resolveQuery,
  SHELF_SIZE,
  type FormRef,
  type FoundColumns,
  type FoundOnShelf,
  type Query,
  type Shelf,
  type ShelfMatch,
  type SoughtAll,
} from '@corroborate/search'
import { isPostgres } from '../confined.ts'
import { fromJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { chunksOf } from './insert.ts'

export interface FoundAll {
  readonly columns: FoundColumns
  /** Rows of the columns, the best first. */
  readonly order: Int32Array
  readonly sought: SoughtAll
  /** The forms of what was sought, by their numbers: what is marked in the words that are shown. */
  readonly forms: ReadonlyMap<number, string>
}

/** Of one beginning or one sound; a beginning of two letters has thousands. */
const MOST_FORMS = 400

/** Where does this stand, in all that the investigation has? */
export async function findDocuments(db: Db, investigation: InvestigationId, query: Query): Promise<FoundAll> {
  const { sought, forms } = await soughtIn(db, investigation, query)
  const shelves = await shelvesWith(db, [...sought.all, ...sought.none].flatMap(formsIn))
  const matches = [...shelves].flatMap(([shelf, postings]) => {
    const match = matchShelf(sought, postings)
    return match === null ? [] : [{ shelf, match }]
  })
  const columns = columnsOf(await withDocuments(db, investigation, matches))
  return { columns, order: ranked(columns, matches.length * SHELF_SIZE), sought, forms }
}

async function soughtIn(db: Db, investigation: InvestigationId, query: Query) {
  const needed = formsNeeded(query)
  const [byForm, byStem, byBeginning, bySound] = [
    await wordsBy(db, investigation, { column: 'form', values: [...needed.forms] }),
    await wordsBy(db, investigation, { column: 'stem', values: [...needed.stems] }),
    await wordsByBeginning(db, investigation, [...needed.beginnings]),
    await wordsBySound(db, investigation, [...needed.sounds]),
  ]
  const sought = resolveQuery(query, {
    form: (form) => byForm.get(form) ?? [],
    stem: (stem) => byStem.get(stem) ?? [],
    beginning: (beginning) => byBeginning.get(beginning) ?? [],
    sound: (sound) => bySound.get(sound) ?? [],
  })
  const refs = [byForm, byStem, byBeginning, bySound].flatMap((found) => [...found.values()].flat())
  return { sought, forms: new Map(refs.map(({ word, form }) => [word, form])) }
}

type Words = ReadonlyMap<string, readonly FormRef[]>

async function wordsBy(
  db: Db,
  investigation: InvestigationId,
  { column, values }: { readonly column: 'form' | 'stem'; readonly values: readonly string[] },
): Promise<Words> {
  if (values.length === 0) return new Map()
  const rows = await db
    .selectFrom('search_word')
    .select(['word', 'form', 'stem'])
    .where('investigation', '=', investigation)
    .where(column, 'in', values)
    .orderBy('word')
    .execute()
  return Map.groupBy(rows, (row) => row[column])
}

async function wordsByBeginning(
  db: Db,
  investigation: InvestigationId,
  beginnings: readonly string[],
): Promise<Words> {
  const found = new Map<string, readonly FormRef[]>()
  for (const beginning of beginnings)
    found.set(
      beginning,
      await db
        .selectFrom('search_word')
        .select(['word', 'form'])
        .where('investigation', '=', investigation)
        .where('form', '>=', beginning)
        .where('form', '<', `${beginning}\u{10ffff}`)
        .orderBy('form')
        .limit(MOST_FORMS)
        .execute(),
    )
  return found
}

async function wordsBySound(
  db: Db,
  investigation: InvestigationId,
  sounds: readonly string[],
): Promise<Words> {
  const found: (FormRef & { readonly sound: string })[] = []
  for (const chunk of chunksOf(sounds, 100))
    found.push(
      ...(await db
        .selectFrom('search_sound')
        .innerJoin('search_word', 'search_word.word', 'search_sound.word')
        .select(['search_word.word', 'search_word.form', 'search_sound.sound'])
        .where('search_sound.investigation', '=', investigation)
        .where('search_sound.sound', 'in', chunk)
        .orderBy('search_word.word')
        .execute()),
    )
  return Map.groupBy(found, ({ sound }) => sound)
}

/**
 * The postings of these words, shelf by shelf. Numbers of words are of one investigation each, and so are the rows. A beginning has tens of thousands
 * of rows of a few bytes: they come joined, a row for each word, because to take a row from the engine costs more than to read it.
 */
async function shelvesWith(db: Db, words: readonly number[]): Promise<ReadonlyMap<number, Shelf>> {
  const shelves = new Map<number, Map<number, Uint8Array>>()
  const hex = isPostgres(db) ? sql`encode(places, 'hex')` : sql`hex(places)`
  for (const chunk of chunksOf([...new Set(words)], 1_000)) {
    const { rows } = await sql<JoinedPostings>`
      select word, string_agg(cast(shelf as text), ' ') as shelves, string_agg(cast(length(places) as text), ' ') as lengths,
        string_agg(${hex}, '') as places
      from search_posting where word in (${sql.join(chunk)}) group by word`.execute(db)
    for (const row of rows)
      for (const [shelf, postings] of partedByShelf(row)) {
        const on = shelves.get(shelf) ?? new Map<number, Uint8Array>()
        shelves.set(shelf, on.set(row.word, postings))
      }
  }
  return new Map([...shelves].sort(([a], [b]) => a - b))
}

interface JoinedPostings {
  readonly word: number
  readonly shelves: string
  readonly lengths: string
  /** In hexadecimal digits. */
  readonly places: string
}

function partedByShelf({
  shelves,
  lengths,
  places,
}: JoinedPostings): readonly (readonly [number, Uint8Array])[] {
  const bytes = Buffer.from(places, 'hex')
  const sizes = lengths.split(' ').map(Number)
  let end = 0
  return shelves.split(' ').map((shelf, at) => {
    const start = end
    end += sizes[at] ?? 0
    return [Number(shelf), bytes.subarray(start, end)]
  })
}

async function withDocuments(
  db: Db,
  investigation: InvestigationId,
  matches: readonly { readonly shelf: number; readonly match: ShelfMatch }[],
): Promise<readonly FoundOnShelf[]> {
  const found: FoundOnShelf[] = []
  for (const chunk of chunksOf(matches, 1_000)) {
    const rows = await db
      .selectFrom('search_shelf')
      .select(['shelf', 'documents', 'labels'])
      .where('investigation', '=', investigation)
      .where(
        'shelf',
        'in',
        chunk.map(({ shelf }) => shelf),
      )
      .execute()
    const byShelf = new Map(rows.map((row) => [row.shelf, row]))
    for (const { shelf, match } of chunk) {
      const row = byShelf.get(shelf)
      if (row === undefined) continue
      found.push({ documents: new Uint8Array(row.documents), labels: fromJson(row.labels), match })
    }
  }
  return found
}
