import type { Room } from '../compare/text-pool.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import type { ListInTable, RecordTable } from '../record-table.ts'
import type { FieldKind, FieldSetting } from '../settings.ts'
import { dayColumn, valueColumn, wholeNumberColumn, type NamedColumns } from './read-column.ts'
import { nameColumns, readNamePart } from './read-names.ts'
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

export function tableBuilder(fields: readonly FieldSetting[], room: Room = OWN_ROOM): TableBuilder {
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
        room,
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
  room: Room = OWN_ROOM,
): RecordTable {
  const rows = lists.reduce((sum, list) => sum + list.rows, 0)
  return { rows, lists, columns: new Map(fields.flatMap((field) => columnsOf(field, room))) }
}

function columnsOf({ field, kind, column }: ReadField, room: Room): NamedColumns {
  switch (kind) {
    case 'full-name':
      return nameColumns(field, column, room)
    case 'day':
      return [[field, dayColumn(column, room)]]
    case 'age':
    case 'whole-number':
      return [[field, wholeNumberColumn(column, room)]]
    case 'given-name':
    case 'father-name':
    case 'grandfather-name':
    case 'family-name':
      return [[field, valueColumn(column, readNamePart, room)]]
    case 'text':
    case 'place':
    case 'category':
    case 'identifier':
      return [[field, valueColumn(column, readerOf(kind), room)]]
  }
}

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
