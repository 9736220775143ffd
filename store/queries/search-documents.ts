import { sql, type RawBuilder } from 'kysely'
import type { InvestigationId, Words } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import type { FoundDocument, FoundKind } from '@corroborate/search'
import { indexText, spokenFrom, type Turn } from '@corroborate/testimony'
import { fromJson, type JsonText } from '../json.ts'
import type { Db } from '../tables.ts'

/** The tables whose records can be found; the turns of a text come with it. */
export type SearchedTable = Exclude<FoundKind, 'turn'>

/** A document in words, before it is indexed. */
export interface Findable extends FoundDocument {
  readonly words: string
}

/**
 * What can be found of these records. Columns are named one by one: the step that makes the index is taken before later ones have added theirs.
 */
export async function findablesOf(
  db: Db,
  investigation: InvestigationId,
  { table, ids }: { readonly table: SearchedTable; readonly ids: readonly string[] },
): Promise<readonly Findable[]> {
  if (ids.length === 0) return []
  const these = sql`where ${sql.ref(`${table}.investigation`)} = ${investigation} and ${sql.ref(`${table}.id`)} in (${sql.join(ids)})`
  if (table === 'text') return ofTexts(db, these)
  if (table === 'passage') return ofPassages(db, these)
  return (await worded[table](db, these)).map(({ ordinal, code, said }) => ({
    ...{ kind: table, ordinal, text: null, start: 0, end: 0, speaker: null, language: null },
    // Every language of it: a reader may search in any.
    words: [code, ...said].join('\n'),
  }))
}

type These = RawBuilder<unknown>

interface Worded {
  readonly ordinal: number
  readonly code: string
  readonly said: readonly string[]
}

const worded = {
  claim: (db: Db, these: These) => named(db, these, { table: 'claim', column: 'proposition' }),
  person: (db: Db, these: These) => named(db, these, { table: 'person', column: 'name' }),
  unit: (db: Db, these: These) => named(db, these, { table: 'unit', column: 'name' }),
  source: (db: Db, these: These) => named(db, these, { table: 'source', column: 'title' }),
  place: async (db: Db, these: These): Promise<readonly Worded[]> => {
    const { rows } =
      await sql<PlaceRow>`select ordinal, code, name, aliases from place ${these} order by ordinal`.execute(
        db,
      )
    return rows.map(({ ordinal, code, name, aliases }) => ({
      ...{ ordinal, code },
      said: [...Object.values(fromJson(name)), ...fromJson(aliases)],
    }))
  },
}

interface PlaceRow {
  readonly ordinal: number
  readonly code: string
  readonly name: JsonText<Words>
  readonly aliases: JsonText<Place['aliases']>
}

async function named(
  db: Db,
  these: These,
  { table, column }: { readonly table: SearchedTable; readonly column: string },
): Promise<readonly Worded[]> {
  const { rows } = await sql<{
    readonly ordinal: number
    readonly code: string
    readonly said: JsonText<Words>
  }>`
    select ordinal, code, ${sql.ref(column)} as said from ${sql.table(table)} ${these} order by ordinal`.execute(
    db,
  )
  return rows.map(({ ordinal, code, said }) => ({ ordinal, code, said: Object.values(fromJson(said)) }))
}

interface TextRow {
  readonly ordinal: number
  readonly code: string
  readonly title: JsonText<Words>
  readonly language: string
  readonly content: string
  readonly turns: JsonText<readonly Turn[]>
}

/** A text that a later version has taken the place of is not found any more. */
async function ofTexts(db: Db, these: These): Promise<readonly Findable[]> {
  const { rows } = await sql<TextRow>`
    select ordinal, code, title, language, content, turns from text ${these} and not exists (
      select 1 from text as later where later.investigation = text.investigation and later.code = text.code
        and later.version > text.version)
    order by ordinal`.execute(db)
  return rows.flatMap((row) => [titleOf(row), ...turnsOf(row)])
}

function titleOf({ ordinal, code, title, language }: TextRow): Findable {
  const words = [code, ...Object.values(fromJson(title))].join('\n')
  return { kind: 'text', ordinal, text: ordinal, start: 0, end: 0, speaker: null, language, words }
}

/** What each speaker said without the label before it, and paragraph by paragraph what nobody is said to have said. */
function turnsOf({ ordinal, language, content, turns }: TextRow): readonly Findable[] {
  const index = indexText(content)
  const found: Findable[] = []
  const take = (start: number, end: number, speaker: string | null) => {
    const words = index.slice(start, end)
    if (words.trim() !== '')
      found.push({ kind: 'turn', ordinal, text: ordinal, start, end, speaker, language, words })
  }
  const between = (start: number, end: number) => {
    for (const { from, to } of paragraphsOf(index.slice(start, end)))
      take(index.codePointAt(index.unitAt(start) + from), index.codePointAt(index.unitAt(start) + to), null)
  }
  let reached = 0
  for (const turn of fromJson(turns).toSorted((a, b) => a.start - b.start)) {
    between(reached, Math.max(reached, turn.start))
    take(Math.max(reached, spokenFrom(index.slice(turn.start, turn.end), turn)), turn.end, turn.speaker)
    reached = Math.max(reached, turn.end)
  }
  between(reached, index.length)
  return found
}

/** Paragraphs by the UTF-16 units of the words they are in. */
function paragraphsOf(words: string): readonly { readonly from: number; readonly to: number }[] {
  return Array.from(words.matchAll(/\S(?:(?!\n\s*\n)[\s\S])*/gu), (match) => ({
    from: match.index,
    to: match.index + match[0].trimEnd().length,
  }))
}

interface PassageRow {
  readonly ordinal: number
  readonly starts: number
  readonly ends: number
  readonly exact: string
  readonly text: number
  readonly language: string
  readonly turns: JsonText<readonly Turn[]>
}

async function ofPassages(db: Db, these: These): Promise<readonly Findable[]> {
  const { rows } = await sql<Omit<PassageRow, 'turns' | 'language'>>`
    select passage.ordinal, starts, ends, exact, text.ordinal as text from passage
      join text on text.investigation = passage.investigation and text.id = passage.text
    ${these} order by passage.ordinal`.execute(db)
  const { rows: texts } = await sql<Pick<PassageRow, 'text' | 'language' | 'turns'>>`
    select ordinal as text, language, turns from text where exists (
      select 1 from passage ${these} and passage.investigation = text.investigation and passage.text = text.id)`.execute(
    db,
  )
  const byText = new Map(
    texts.map(({ text, language, turns }) => [text, { language, turns: fromJson(turns) }]),
  )
  return rows.map(({ ordinal, starts, ends, exact, text }) => {
    const of = byText.get(text)
    const speaker = of?.turns.findLast(({ start }) => start <= starts)?.speaker ?? null
    return {
      kind: 'passage',
      ordinal,
      text,
      start: starts,
      end: ends,
      speaker,
      language: of?.language ?? null,
      words: exact,
    }
  })
}
