import { ok, refuse, type Outcome } from '@corroborate/base'
import { takeActsIn, type ActsTaken } from '@corroborate/casework'
import {
  ACT_FIELDS,
  actMappingOf,
  actMappingShape,
  actRows,
  proposeActMapping,
  readActFiles,
  readActs,
  type ActFiles,
  type ActMapping,
  type ActsRead,
} from '@corroborate/interchange'
import { actTables, type ActTableKept, type InvestigationHead, type Store } from '@corroborate/store'
import { openAskedStore } from './asked-store.ts'
import { deskOf } from './desk-of.ts'
import type { ActsInto, ExchangeActsAsked } from './exchange-acts-command-line.ts'
import { readInWords, tablesInWords, takenInWords } from './exchange-acts-said.ts'
import { complain } from './exchange-said.ts'
import { fileOnDisk } from './files-on-disk.ts'
import { firstMember } from './first-member.ts'
import { investigationNamed } from './investigation-named.ts'
import { readJsonFile } from './json-file.ts'
import { sourceNamed } from './source-named.ts'

/** What is known of a database before its files are read. */
interface Before {
  /** What was made of it the last time. */
  readonly kept: ActTableKept | null
  readonly all: readonly ActTableKept[]
}

/** Shows how tables of acts of another database are read; takes them in where an investigation is named; without files, tells which were. */
export async function exchangeActs(asked: ExchangeActsAsked): Promise<number> {
  const { into } = asked
  const done = into === null ? await shown(asked, { kept: null, all: [] }) : await inStore(asked, into)
  if (!done.ok) return complain(asked.json, [done.detail])
  const { told, words } = done.value
  console.log(asked.json ? JSON.stringify({ ok: true, ...told }, null, 2) : words.join('\n'))
  return 0
}

/** What is said at the end: as JSON, and in words. */
interface Said {
  readonly told: object
  readonly words: readonly string[]
}

async function inStore(asked: ExchangeActsAsked, into: ActsInto): Promise<Outcome<Said>> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) return opened
  const { store } = opened.value
  try {
    const named = await investigationNamed(store, into.investigation)
    if (!named.ok) return named
    const all = await actTables(store.db, named.value.id)
    if (asked.files.length === 0) return ok({ told: { tables: all }, words: tablesInWords(all) })
    const before = { all, kept: all.find(({ name }) => name === into.name) ?? null }
    return into.dry
      ? await shown(asked, before)
      : await takeIn(store, { asked, into, before, at: named.value })
  } finally {
    await store.close()
  }
}

async function shown(asked: ExchangeActsAsked, before: Before): Promise<Outcome<Said>> {
  const read = await readOf(asked, before)
  if (!read.ok) return read
  const { mapping, acts } = read.value
  return ok({ told: { mapping, ...acts, persons: acts.persons.length }, words: readInWords(read.value) })
}

interface TakingIn {
  readonly asked: ExchangeActsAsked
  readonly into: ActsInto
  readonly before: Before
  readonly at: InvestigationHead
}

async function takeIn(store: Store, { asked, into, before, at }: TakingIn): Promise<Outcome<Said>> {
  const read = await readOf(asked, before)
  if (!read.ok) return read
  const source = await documentOf(store, { into, before, at })
  if (!source.ok) return source
  const { mapping, acts } = read.value
  const taken: Outcome<ActsTaken> = await takeActsIn(deskOf(store, (await firstMember(store)).id), {
    ...{
      investigation: at.id,
      name: into.name ?? '',
      source: source.value,
      language: into.language,
      mapping,
    },
    rows: actRows(acts),
  })
  if (!taken.ok)
    return refuse(taken.reason, [taken.detail, ...acts.aside.map(({ sentence }) => sentence)].join('\n'))
  return ok({ told: { ...taken.value, aside: acts.aside }, words: takenInWords(taken.value, acts) })
}

/** The document that the database is: as it was the last time, or as is said now. */
async function documentOf(
  store: Store,
  { into, before, at }: Omit<TakingIn, 'asked'>,
): Promise<Outcome<ActTableKept['source']>> {
  if (into.source !== null) {
    const source = await sourceNamed(store, at, into.source)
    return source.ok ? ok(source.value.id) : source
  }
  if (before.kept !== null) return ok(before.kept.source)
  return refuse(
    'no-source',
    `Nothing named ${into.name ?? ''} was taken in yet: --source says which document it is.`,
  )
}

export interface ActsReadSo {
  readonly mapping: ActMapping
  readonly acts: ActsRead
}

async function readOf(asked: ExchangeActsAsked, before: Before): Promise<Outcome<ActsReadSo>> {
  const files = await filesOf(asked.files)
  if (!files.ok) return files
  const mapping = await mappingOf(asked.mapping, { files: files.value, before })
  if (!mapping.ok) return mapping
  const read = readActs(files.value, {
    ...{ database: asked.into?.name ?? '', mapping: mapping.value },
    before: before.kept?.rows ?? [],
  })
  if (read.ok) return ok({ mapping: mapping.value, acts: read.acts })
  return refuse('table-unreadable', read.mistakes.map(({ sentence }) => sentence).join('\n'))
}

async function filesOf(paths: readonly string[]): Promise<Outcome<ActFiles>> {
  const given = []
  for (const path of paths) {
    const file = await fileOnDisk(path)
    if (!file.ok) return file
    given.push(file.value)
  }
  return readActFiles(given)
}

/** Which column is which: as a file says; otherwise as it was kept, and of a table that was not there then, as it is proposed. */
async function mappingOf(
  said: ExchangeActsAsked['mapping'],
  { files, before }: { readonly files: ActFiles; readonly before: Before },
): Promise<Outcome<ActMapping>> {
  if (said !== null && 'file' in said) return readJsonFile(said.file, actMappingShape)
  const named = said === null ? before.kept : before.all.find(({ name }) => name === said.database)
  if (named === undefined) {
    const there = before.all.map(({ name }) => name).join(', ')
    return refuse('no-mapping', `No mapping was kept of ${said?.database ?? ''}; there are: ${there}.`)
  }
  const kept = actMappingShape.safeParse(named?.mapping)
  const columns = Object.fromEntries(
    Object.entries(files).map(([table, { columns: names }]) => [table, names]),
  )
  const draft = proposeActMapping(columns, kept.success ? kept.data : null)
  const mapping = actMappingOf(draft)
  if (mapping !== null) return ok(mapping)
  const lacking = ACT_FIELDS.acts.required.filter((field) => typeof draft.acts?.[field] !== 'string')
  return refuse(
    'no-mapping',
    `${files.acts?.name ?? 'acts'}: expected a column for ${lacking.join(' and ')} of an act, found ${(columns.acts ?? []).map((name) => `“${name}”`).join(', ') || 'none'}. Say which is which by --mapping.`,
  )
}
