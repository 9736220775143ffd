import type { Room } from '../compare/text-pool.ts'
import type { KnownNames } from '../names/known-names.ts'
import { nameFeatures } from '../names/name-features.ts'
import { PartBook } from '../names/part-book.ts'
import { MOST_PARTS } from '../names/read-name.ts'
import { squeezed } from '../names/respelled.ts'
import type { ValueColumn } from '../record-table.ts'
import type { FieldKind } from '../settings.ts'
import { countsOf, spread, valueColumn, type NamedColumns } from './read-column.ts'
import type { RawColumn } from './value-dictionary.ts'

/** A field of names as it was read. */
export interface NameField {
  readonly field: string
  readonly kind: FieldKind
  readonly column: RawColumn
}

export function isNameKind(kind: FieldKind): boolean {
  return (
    kind === 'full-name' ||
    kind === 'given-name' ||
    kind === 'father-name' ||
    kind === 'grandfather-name' ||
    kind === 'family-name'
  )
}

/**
 * Columns of all fields of names, over one dictionary of parts in the order of their texts. Each distinct text is read once.
 * @param reversed whether a list has lam and alef reversed, so that twins must be known
 */
export function nameColumns(
  fields: readonly NameField[],
  reversed: boolean,
  known: KnownNames,
  room: Room,
): NamedColumns {
  const book = new PartBook(known)
  const read = fields.map((field) => ({
    field,
    columns:
      field.kind === 'full-name' ? wholeNames(field, book) : [[field.field, oneParts(field, book)] as const],
  }))
  const values = book.parts.map(({ text }) => text).sort()
  const placeOf = new Int32Array(values.length)
  const parts = values.flatMap((text, place) => {
    const part = book.numberOfText(text)
    placeOf[part] = place
    return book.parts[part] ?? []
  })
  const dictionary = { values, names: nameFeatures(parts, known), twins: reversed ? twinsOf(values) : null }
  const joined = fields
    .filter(({ kind }) => kind === 'full-name')
    .map(
      ({ field, column }) =>
        [`${field}/joined`, valueColumn(column, (text) => joinedChain(text, book), room)] as const,
    )
  const apart = read.flatMap(({ field, columns }) =>
    columns.map(
      ([name, partOfText]) => [name, columnOf(field.column, partOfText, placeOf, dictionary, room)] as const,
    ),
  )
  return [...apart, ...joined]
}

/**
 * The names after the given one as one word, for lists that lose or add spaces (ورش اغا, ورشاغا): without doubled letters, and every lam-alef turned
 * one way. Null where there is none.
 */
function joinedChain(name: string, book: PartBook): string | null {
  const buffer = new Int32Array(MOST_PARTS)
  const count = book.partsOf(name, buffer)
  const chain = Array.from(buffer.subarray(1, Math.max(1, count)), (part) => textAt(book, part))
  return chain.length === 0 ? null : squeezed(chain.join('').replaceAll('لا', 'ال'))
}

/** Equal numbers for texts that are equal when every lam-alef is turned to alef-lam. */
function twinsOf(values: readonly string[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(values, (value) => {
    const turned = value.replaceAll('لا', 'ال')
    const number = numbers.get(turned) ?? numbers.size
    numbers.set(turned, number)
    return number
  })
}

function textAt(book: PartBook, part: number): string {
  return book.parts[part]?.text ?? ''
}

function oneParts({ column }: NameField, book: PartBook): Int32Array {
  return Int32Array.from(column.texts, (text) => book.onePartOf(text))
}

/** Parts of whole names by their roles, as `roleAt` has them. */
function wholeNames(
  { field, column }: NameField,
  book: PartBook,
): readonly (readonly [string, Int32Array])[] {
  const [given, father, grandfather, family] = [none(column), none(column), none(column), none(column)]
  const parts = new Int32Array(MOST_PARTS)
  for (const [at, text] of column.texts.entries()) {
    const last = book.partsOf(text, parts) - 1
    if (last >= 0) given[at] = parts[0] ?? -1
    if (last >= 1) family[at] = parts[last] ?? -1
    if (last >= 2) father[at] = parts[1] ?? -1
    if (last >= 3) grandfather[at] = parts[2] ?? -1
  }
  return [
    [`${field}/given`, given],
    [`${field}/father`, father],
    [`${field}/grandfather`, grandfather],
    [`${field}/family`, family],
  ]
}

function none(column: RawColumn): Int32Array {
  return new Int32Array(column.texts.length).fill(-1)
}

function columnOf(
  raw: RawColumn,
  partOfText: Int32Array,
  placeOf: Int32Array,
  dictionary: Pick<ValueColumn, 'values' | 'names' | 'twins'>,
  room: Room,
): ValueColumn {
  const placeOfText = partOfText.map((part) => (part < 0 ? -1 : (placeOf[part] ?? -1)))
  const ids = spread(raw.ids, placeOfText, -1, room)
  return { kind: 'values', ids, counts: countsOf(ids, dictionary.values.length), ...dictionary }
}
