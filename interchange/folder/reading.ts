import { derivedId, type Id } from '@corroborate/base'
import type { z } from 'zod'
import { described, mistake, quoted, type Mistake, type Place } from './mistake.ts'
import { nearest } from './near.ts'
import { checked } from './shape.ts'
import { readYaml, type Path } from './yaml-file.ts'

/** What has a code of its own in a folder. */
export type Named =
  | 'source'
  | 'interview'
  | 'place'
  | 'person'
  | 'unit'
  | 'text'
  | 'passage'
  | 'claim'
  | 'finding'
  | 'estimate'
  | 'list'
  | 'linkage'

/** One reading of one folder: it goes on after a mistake, so that a person is told all of them at once. */
export interface Reading {
  readonly files: ReadonlyMap<string, string>
  readonly mistakes: Mistake[]
  /** The code of the investigation, from which all ids are derived. */
  readonly code: string
  readonly codes: ReadonlyMap<Named, Codes>
}

/** The codes of one kind. Not `whole`: a file that should name some could not be read, so none is called unknown. */
interface Codes {
  whole: boolean
  /** By the code in lower case, because file names differ in nothing else on some machines. */
  readonly known: Map<string, { readonly code: string; readonly place: () => Place }>
}

const NAMED: readonly Named[] = [
  'source',
  'interview',
  'place',
  'person',
  'unit',
  'text',
  'passage',
  'claim',
  'finding',
  'estimate',
  'list',
  'linkage',
]

export function startReading(files: ReadonlyMap<string, string>, code: string): Reading {
  const codes = new Map(NAMED.map((kind) => [kind, { whole: true, known: new Map() } satisfies Codes]))
  return { files, mistakes: [], code, codes }
}

export function idOf<Kind extends string>(
  reading: Reading,
  kind: Kind,
  ...names: readonly string[]
): Id<Kind> {
  return derivedId(kind, reading.code, ...names)
}

/** Something read, and where each part of it stands. */
export interface Located<Value> {
  readonly value: Value
  readonly placeOf: (path: Path) => Place
}

/** The kinds of entry that a file has lists of, by the name of the list. */
export type Lists = Readonly<Record<string, { readonly kind: Named | null; readonly required: boolean }>>
export type Opened = ReadonlyMap<string, readonly Located<unknown>[]>

/** The lists of a YAML file, their codes entered; a missing file is a mistake where one of its lists is required. */
export function openLists(reading: Reading, file: string, lists: Lists): Opened {
  const content = reading.files.get(file)
  if (content === undefined) {
    const needed = Object.values(lists).some((list) => list.required)
    if (needed) missingFile(reading, file, lists)
    return new Map()
  }
  const read = readYaml(file, content)
  if (!read.ok) {
    reading.mistakes.push(...read.mistakes)
    markUnread(reading, lists)
    return new Map()
  }
  const { value, placeOf } = read.yaml
  return new Map(fieldsOf(reading, { value, placeOf }, lists).map(([name, items]) => [name, items]))
}

/** A list in one file (`claims.yaml`), in any number of files of a folder (`claims/*.yaml`), or in both. */
export function openSpread(reading: Reading, name: string, kind: Named): Opened {
  const inFolder = [...reading.files.keys()].filter((file) => isPartOf(name, file)).sort()
  const one = `${name}.yaml`
  const files = reading.files.has(one) || inFolder.length === 0 ? [one, ...inFolder] : inFolder
  const lists = { [name]: { kind, required: true } }
  return new Map([[name, files.flatMap((file) => openLists(reading, file, lists).get(name) ?? [])]])
}

export function isPartOf(name: string, file: string): boolean {
  return file.startsWith(`${name}/`) && /^[^/]+\/[^/]+\.yaml$/.test(file)
}

function missingFile(reading: Reading, file: string, lists: Lists): void {
  const told = {
    expected: `a file with the field ${Object.keys(lists).join(' and ')}`,
    found: 'no such file',
  }
  reading.mistakes.push(mistake({ file, line: null, field: null }, told))
  markUnread(reading, lists)
}

function markUnread(reading: Reading, lists: Lists): void {
  for (const { kind } of Object.values(lists)) if (kind !== null) unread(reading, kind)
}

/** From here on no code of this kind is called unknown: the file that may hold it could not be read. */
export function unread(reading: Reading, kind: Named): void {
  const codes = reading.codes.get(kind)
  if (codes) codes.whole = false
}

type Field = readonly [string, readonly Located<unknown>[]]

function fieldsOf(reading: Reading, file: Located<unknown>, lists: Lists): readonly Field[] {
  const names = Object.keys(lists)
  const { value, placeOf } = file
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    wrong(reading, placeOf([]), { expected: `the field ${names.join(', ')}`, found: described(value) })
    markUnread(reading, lists)
    return []
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  for (const name of fields.keys())
    if (!names.includes(name))
      wrong(reading, placeOf([name]), {
        expected: `only ${names.join(', ')}`,
        found: `the unknown field ${quoted(name)}`,
      })
  return names.map((name) => [name, itemsOf(reading, { value: fields.get(name), placeOf }, { name, lists })])
}

function itemsOf(
  reading: Reading,
  { value, placeOf }: Located<unknown>,
  { name, lists }: { readonly name: string; readonly lists: Lists },
): readonly Located<unknown>[] {
  const list = lists[name]
  if (value === undefined && list?.required !== true) return []
  if (!Array.isArray(value)) {
    wrong(reading, placeOf([name]), { expected: 'a list', found: described(value) })
    if (list?.kind) unread(reading, list.kind)
    return []
  }
  const items = value.map((item: unknown, index) => ({
    value: item,
    placeOf: (path: Path) => placeOf([name, index, ...path]),
  }))
  if (list?.kind) for (const item of items) enterItem(reading, list.kind, item)
  return items
}

function enterItem(reading: Reading, kind: Named, { value, placeOf }: Located<unknown>): void {
  const found = value !== null && typeof value === 'object' ? Object.entries(value) : []
  const code: unknown = found.find(([key]) => key === 'code')?.[1]
  if (typeof code === 'string') enter(reading, kind, { code, place: () => placeOf(['code']) })
}

/** Enters a code; one that is taken is a mistake. */
export function enter(
  reading: Reading,
  kind: Named,
  entry: { readonly code: string; readonly place: () => Place },
): void {
  const known = reading.codes.get(kind)?.known
  const before = known?.get(entry.code.toLowerCase())
  if (before === undefined) known?.set(entry.code.toLowerCase(), entry)
  else {
    const { file, line } = before.place()
    const where = `${file}, line ${line ?? 1}`
    wrong(reading, entry.place(), {
      expected: `a code that no other ${kind} has`,
      found: `${quoted(entry.code)}, which stands in ${where} too`,
    })
  }
}

/** The id of what a code names; a code that names nothing is a mistake that tells which are near it. */
export function refer<Kind extends Named>(
  reading: Reading,
  kind: Kind,
  to: { readonly code: string; readonly place: () => Place },
): Id<Kind> {
  if (!isKnown(reading, kind, to.code)) unknownCode(reading, [kind], to)
  return idOf(reading, kind, to.code)
}

/** A code that must name something of one of several kinds. */
export function referAny(
  reading: Reading,
  kinds: readonly Named[],
  to: { readonly code: string; readonly place: () => Place },
): void {
  if (!kinds.some((kind) => isKnown(reading, kind, to.code))) unknownCode(reading, kinds, to)
}

function isKnown(reading: Reading, kind: Named, code: string): boolean {
  const codes = reading.codes.get(kind)
  return codes === undefined || !codes.whole || codes.known.get(code.toLowerCase())?.code === code
}

/** After so many mistakes the next ones are told without a guess at what was meant: it takes time for each. */
const HINTED = 200

function unknownCode(
  reading: Reading,
  kinds: readonly Named[],
  to: { readonly code: string; readonly place: () => Place },
): void {
  const known = kinds.flatMap((kind) =>
    [...(reading.codes.get(kind)?.known.values() ?? [])].map(({ code }) => code),
  )
  const near = reading.mistakes.length < HINTED ? nearest(to.code, known) : []
  const hint = near.length === 0 ? '' : ` (perhaps ${near.map((code) => quoted(code)).join(' or ')})`
  wrong(reading, to.place(), {
    expected: `the code of ${kinds.map(withArticle).join(' or ')}${hint}`,
    found: `${quoted(to.code)}, which names none`,
  })
}

function withArticle(kind: string): string {
  return /^[aeiou]/.test(kind) && kind !== 'unit' ? `an ${kind}` : `a ${kind}`
}

export function wrong(
  reading: Reading,
  place: Place,
  told: { readonly expected: string; readonly found: string },
): void {
  reading.mistakes.push(mistake(place, told))
}

/** An entry in the shape asked for, or null when it has not that shape, which is told. */
export function shaped<Value>(
  reading: Reading,
  shape: z.ZodType<Value>,
  item: Located<unknown>,
): Located<Value> | null {
  const result = checked(shape, item.value, item.placeOf)
  if (result.ok) return { value: result.value, placeOf: item.placeOf }
  reading.mistakes.push(...result.mistakes)
  return null
}

/** All entries of a list that have the shape asked for. */
export function entries<Value>(
  reading: Reading,
  shape: z.ZodType<Value>,
  items: readonly Located<unknown>[] | undefined,
): readonly Located<Value>[] {
  return (items ?? []).map((item) => shaped(reading, shape, item)).filter((entry) => entry !== null)
}
