import { OWN_ROOM, type Room } from '../compare/text-pool.ts'
import type { KnownNames } from '../names/known-names.ts'
import { USUAL_NAMES } from '../names/usual-names.ts'
import type { ListInTable, RecordTable } from '../record-table.ts'
import type { FieldKind, FieldSetting } from '../settings.ts'
import { dayColumn, valueColumn, wholeNumberColumn, type NamedColumns } from './read-column.ts'
import { isNameKind, nameColumns } from './name-columns.ts'
import { reversedLists } from './reversed-lists.ts'
import { valueDictionary, type RawColumn } from './value-dictionary.ts'

/** Takes the rows of list after list, in batches, and keeps of each value one copy. */
export interface TableBuilder {
  /** What follows stands on this list. */
  readonly startList: (list: { readonly code: string; readonly clean: boolean }) => void
  /** Cells in the order of the fields; null and the empty text say nothing, and so does a cell that is not there. */
  readonly append: (rows: readonly (readonly (string | null)[])[]) => void
  /** One cell after the other, as UTF-8 in bytes[from..to): field 0 of a row begins it, and every field must come. */
  readonly appendCell: (field: number, bytes: Uint8Array, from: number, to: number) => void
  /** The table of all rows so far. More may follow, for a later table. */
  readonly table: () => RecordTable
}

export interface TableChoices {
  /** Names that are known to be names; those usual in Arab countries where nothing is said. */
  readonly known?: KnownNames
  /** Memory that threads share, where they shall. */
  readonly room?: Room
  /** That a list has lam and alef reversed, of rows that are too few to tell. */
  readonly reversed?: boolean
}

export function tableBuilder(fields: readonly FieldSetting[], choices: TableChoices = {}): TableBuilder {
  const dictionaries = fields.map(() => valueDictionary())
  const starts: { code: string; clean: boolean; first: number }[] = []
  let rows = 0
  return {
    startList: ({ code, clean }) => starts.push({ code, clean, first: rows }),
    append(batch) {
      if (starts.length === 0) throw new Error('rows before the first list')
      rows += batch.length
      for (const cells of batch) {
        for (const [n, dictionary] of dictionaries.entries()) dictionary.add(cells[n] ?? null)
      }
    },
    appendCell(field, bytes, from, to) {
      if (field === 0) rows += 1
      dictionaries[field]?.addBytes(bytes, from, to)
    },
    table: () => {
      const lists = starts.map(({ code, clean, first }, n) => ({
        code,
        clean,
        first,
        rows: (starts[n + 1]?.first ?? rows) - first,
      }))
      const raw = fields.map((field, n) => ({ ...field, raw: dictionaries[n]?.raw() }))
      return tableOf(
        lists,
        raw.flatMap(({ raw: column, ...field }) => (column ? [{ ...field, column }] : [])),
        choices,
      )
    },
  }
}

/** A field with its values as they were read. */
export interface ReadField extends FieldSetting {
  readonly column: RawColumn
}

/** A table of columns that have been read elsewhere, by whoever reads files fast. */
export function tableOf(
  lists: readonly ListInTable[],
  fields: readonly ReadField[],
  { known = USUAL_NAMES, room = OWN_ROOM, reversed: isReversed = false }: TableChoices = {},
): RecordTable {
  const rows = lists.reduce((sum, list) => sum + list.rows, 0)
  const ofNames = fields.filter(({ kind }) => isNameKind(kind))
  const reversed = reversedLists(ofNames, lists, known)
  const names = nameColumns(ofNames, isReversed || reversed.length > 0, known, room)
  const others = fields.flatMap((field) => columnsOf(field, room))
  return { rows, lists, columns: new Map([...names, ...others]), reversed }
}

function columnsOf({ field, kind, column }: ReadField, room: Room): NamedColumns {
  switch (kind) {
    case 'day':
      return [[field, dayColumn(column, room)]]
    case 'age':
      return [[field, wholeNumberColumn(column, AGES, room)]]
    case 'whole-number':
      return [[field, wholeNumberColumn(column, WHOLE_NUMBERS, room)]]
    case 'text':
    case 'place':
    case 'category':
    case 'identifier':
      return [[field, valueColumn(column, readerOf(kind), room)]]
    case 'full-name':
    case 'given-name':
    case 'father-name':
    case 'grandfather-name':
    case 'family-name':
      return []
  }
}

const AGES = { least: 0, most: 130 }
const WHOLE_NUMBERS = { least: -2_147_483_647, most: 2_147_483_647 }

function readerOf(kind: FieldKind): (text: string) => string {
  return kind === 'category' ? foldedText : (text) => foldedText(text).replaceAll(' ', '')
}

/** Letters only as far as they tell texts apart: one case, one form, signs and runs of spaces as one space. */
function foldedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}@.]+/gu, ' ')
    .trim()
}
