import type { InvestigationId } from '@corroborate/base'
import {
  countsAt,
  formsIn,
  formsNeeded,
  matchShelf,
  ranked,
  readDocumentsAt,
  resolveQuery,
  SHELF_SIZE,
  type FormRef,
  type Query,
  type Ranked,
  type SoughtAll,
  type ShelfMatch,
} from '@corroborate/search'
import { fromJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { chunksOf } from './insert.ts'
import type { FoundDocument } from './search-documents.ts'

export interface FoundAll {
  /** The best first. */
  readonly documents: readonly FoundDocument[]
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
  return { documents: await documentsOf(db, investigation, matches), sought, forms }
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

/** The postings of these words, shelf by shelf. Numbers of words are of one investigation each, and so are the rows. */
async function shelvesWith(
  db: Db,
  words: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, Uint8Array>>> {
  const shelves = new Map<number, Map<number, Uint8Array>>()
  for (const chunk of chunksOf([...new Set(words)], 1_000)) {
    const rows = await db
      .selectFrom('search_posting')
      .select(['word', 'shelf', 'places'])
      .where('word', 'in', chunk)
      .execute()
    for (const { word, shelf, places } of rows) {
      const on = shelves.get(shelf) ?? new Map<number, Uint8Array>()
      shelves.set(shelf, on.set(word, new Uint8Array(places)))
    }
  }
  return new Map([...shelves].sort(([a], [b]) => a - b))
}

async function documentsOf(
  db: Db,
  investigation: InvestigationId,
  matches: readonly { readonly shelf: number; readonly match: ShelfMatch }[],
): Promise<readonly FoundDocument[]> {
  const found: Ranked<FoundDocument>[] = []
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
      const labels = fromJson(row.labels)
      const label = (at: number | null) => (at === null ? null : (labels[at] ?? null))
      const documents = readDocumentsAt(new Uint8Array(row.documents), match.documents)
      match.documents.forEach((at, i) => {
        const one = documents[i] ?? null
        if (one === null) return
        const { kind, ordinal, text, start, end, words } = one
        const document = {
          kind,
          ordinal,
          text,
          start,
          end,
          speaker: label(one.speaker),
          language: label(one.language),
        }
        found.push({ document, counts: countsAt(match, at), words })
      })
    }
  }
  return ranked(found, matches.length * SHELF_SIZE)
}
