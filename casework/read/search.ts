import { ok, type CodeId, type InvestigationId, type MemberId, type Outcome } from '@corroborate/base'
import {
  documentIn,
  excerptOf,
  FOUND_KINDS,
  NONE,
  parseQuery,
  type FoundColumns,
  type FoundKind,
  type Narrowing,
  type QueryFault,
  type SearchAsked,
} from '@corroborate/search'
import {
  codes,
  codingsOfPassages,
  codingsSeenBy,
  findDocuments,
  ordinalOfText,
  passageOrdinals,
  passagesKeptFrom,
  recordsFound,
  savedSearches,
  textsAt,
  type Db,
  type FoundAll,
  type FoundRecord,
} from '@corroborate/store'
import { codeInForce, codePointLength, codingsInForce } from '@corroborate/testimony'
import type {
  Facets,
  FoundGroup,
  FoundShown,
  LabelCount,
  SavedSearchesView,
  SearchView,
} from '../shapes-of-search.ts'
import { readingIn, type Reader } from './reader.ts'

/** Shown of each kind while all are shown, and of one kind on a page. */
const [OF_EACH, PAGE] = [5, 20]
const MOST_IN_FACET = 20
const PASSAGES_LOOKED_AT = 1_000

export interface SearchRead extends SearchAsked {
  readonly investigation: InvestigationId
  /** How many of the kind were shown before. */
  readonly from: number
}

/** Where do these words stand? A refusal says what is wrong with them. */
export function readSearch(
  reader: Reader,
  { investigation, words, narrowing, from }: SearchRead,
): Promise<Outcome<SearchView, QueryFault> | null> {
  return readingIn(reader, investigation, async (db) => {
    const { member } = reader
    if (member === null || member === 'operator') return null
    const query = parseQuery(words)
    if (!query.ok) return query
    const found = await findDocuments(db, investigation, query.value)
    const at: At = { db, investigation, member }
    const isSeen = await seenIn(at, { found, narrowing })
    const seen = found.order.filter(isSeen)
    const chosen = narrowing.kind === null ? seen : seen.filter(ofKind(found.columns, narrowing.kind))
    return ok({
      total: chosen.length,
      groups: await groupsOf(at, { found, seen, from, kind: narrowing.kind }),
      facets: await facetsOf(at, found.columns, chosen),
    })
  })
}

/** What does this reader keep here? */
export function readSavedSearches(
  reader: Reader,
  investigation: InvestigationId,
): Promise<SavedSearchesView | null> {
  return readingIn(reader, investigation, async (db) => {
    const { member } = reader
    if (member === null || member === 'operator') return null
    return { searches: await savedSearches(db, { investigation, member }) }
  })
}

interface At {
  readonly db: Db
  readonly investigation: InvestigationId
  readonly member: MemberId
}

function ofKind({ kind }: FoundColumns, wanted: FoundKind): (row: number) => boolean {
  const place = FOUND_KINDS.indexOf(wanted)
  return (row) => kind[row] === place
}

/** Whether the reader may see a document, and it is among what the search is narrowed to, its kind apart. */
async function seenIn(
  at: At,
  { found, narrowing }: { readonly found: FoundAll; readonly narrowing: Narrowing },
): Promise<(row: number) => boolean> {
  const { text, code, speaker, language } = narrowing
  const { columns, order } = found
  const isPassage = ofKind(columns, 'passage')
  const hasPassages = order.some(isPassage)
  const kept = hasPassages ? await passagesKeptFrom(at.db, at.investigation, at.member) : new Set<number>()
  const inText = text === null ? null : await ordinalOfText(at.db, at.investigation, text)
  const under = code === null ? null : await passagesUnder(at, code)
  const ordinalAt = (row: number) => columns.ordinal[row] ?? NONE
  const labelAt = (column: Int32Array, row: number) => columns.labels[column[row] ?? NONE]
  return (row) =>
    !(isPassage(row) && kept.has(ordinalAt(row))) &&
    (text === null || columns.text[row] === inText) &&
    (speaker === null || labelAt(columns.speaker, row) === speaker) &&
    (language === null || labelAt(columns.language, row) === language) &&
    (under === null || (isPassage(row) && under.has(ordinalAt(row))))
}

async function passagesUnder({ db, investigation, member }: At, code: CodeId): Promise<ReadonlySet<number>> {
  const system = await codes(db, investigation)
  const wanted = codeInForce(system, code)
  const under = [...system.keys()].filter((one) => codeInForce(system, one) === wanted)
  if (under.length === 0) return new Set()
  const codings = await codingsSeenBy(db, investigation, { member, codes: under })
  const ids = [...new Set(codings.map(({ passage }) => passage))]
  return new Set((await passageOrdinals(db, investigation, ids)).values())
}

async function groupsOf(
  { db, investigation }: At,
  asked: {
    readonly found: FoundAll
    readonly seen: Int32Array
    readonly from: number
    readonly kind: FoundKind | null
  },
): Promise<readonly FoundGroup[]> {
  const { columns } = asked.found
  const byKind = Map.groupBy(asked.seen, (row) => columns.kind[row])
  const groups: FoundGroup[] = []
  for (const [place, kind] of FOUND_KINDS.entries()) {
    const of = byKind.get(place) ?? []
    if (of.length === 0) continue
    const shown = of.slice(...shownOf(kind, asked)).flatMap((row) => documentIn(columns, row) ?? [])
    const records = await recordsFound(db, investigation, shown)
    groups.push({ kind, count: of.length, found: records.map((record) => foundShown(record, asked.found)) })
  }
  return groups
}

function shownOf(
  kind: FoundKind,
  asked: { readonly kind: FoundKind | null; readonly from: number },
): readonly [number, number] {
  if (asked.kind === null) return [0, OF_EACH]
  return asked.kind === kind ? [asked.from, asked.from + PAGE] : [0, 0]
}

function foundShown(
  { document, id, code, said, text }: FoundRecord,
  { sought, forms }: FoundAll,
): FoundShown {
  const excerpts = said.map((words) => ({ words, ...excerptOf(words, sought, forms) }))
  const marked = excerpts.find(({ pieces }) => pieces.some(({ found }) => found)) ?? excerpts[0]
  const { kind, speaker, start } = document
  const isInText = text !== null && (kind === 'turn' || kind === 'passage') && marked !== undefined
  return {
    ...{ kind, id, code, pieces: marked?.pieces ?? [] },
    place: isInText ? { text, speaker, ...placeIn(start, marked) } : null,
  }
}

function placeIn(
  start: number,
  {
    words,
    first,
  }: { readonly words: string; readonly first: { readonly start: number; readonly end: number } },
) {
  const from = start + codePointLength(words.slice(0, first.start))
  return { start: from, end: from + codePointLength(words.slice(first.start, first.end)) }
}

async function facetsOf(at: At, columns: FoundColumns, rows: Int32Array): Promise<Facets> {
  const { db, investigation } = at
  const byText = mostIn(columns.text, rows)
  const texts = await textsAt(
    db,
    investigation,
    byText.map(([ordinal]) => ordinal),
  )
  const labelled = (column: Int32Array): readonly LabelCount[] =>
    mostIn(column, rows).map(([label, count]) => ({ label: columns.labels[label] ?? '', count }))
  return {
    texts: byText.flatMap(([ordinal, count]) => {
      const text = texts.get(ordinal)
      return text === undefined ? [] : [{ id: text.id, code: text.code, title: text.title, count }]
    }),
    speakers: labelled(columns.speaker),
    languages: labelled(columns.language),
    codes: await codesOf(at, columns, rows),
  }
}

async function codesOf(
  { db, investigation, member }: At,
  columns: FoundColumns,
  rows: Int32Array,
): Promise<Facets['codes']> {
  const passages = rows.filter(ofKind(columns, 'passage')).subarray(0, PASSAGES_LOOKED_AT)
  const ordinals = Array.from(passages, (row) => columns.ordinal[row] ?? NONE)
  const codings = await codingsOfPassages(db, investigation, { member, ordinals })
  if (codings.length === 0) return []
  const system = await codes(db, investigation)
  const pairs = new Map(
    codingsInForce(system, codings).map(({ passage, code }) => [`${passage} ${code}`, code]),
  )
  return mostOf(pairs.values()).flatMap(([id, count]) => {
    const code = system.get(id)
    return code === undefined ? [] : [{ id, code: code.code, name: code.name, count }]
  })
}

function mostIn(column: Int32Array, rows: Int32Array): readonly (readonly [number, number])[] {
  return mostOf(rows.map((row) => column[row] ?? NONE).filter((had) => had !== NONE))
}

/** Each that comes with how often it does, the most frequent first; equals in the order in which they came. */
function mostOf<Had>(all: Iterable<Had>): readonly (readonly [Had, number])[] {
  const counts = new Map<Had, number>()
  for (const had of all) counts.set(had, (counts.get(had) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_IN_FACET)
}
