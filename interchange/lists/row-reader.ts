import { addDays } from '@corroborate/base'
import type { FieldSetting } from '@corroborate/linkage'
import { described } from '../folder/mistake.ts'
import type { ListMapping } from './list-mapping.ts'
import type { ListRow } from './list-rows.ts'
import { readCell, type CellReason, type CellRead } from './read-cell.ts'

/** A cell that could not be read, and so says nothing. */
export interface CellFault {
  readonly reason: CellReason
  readonly line: number
  readonly column: string
  readonly expected: string
  readonly found: string
}

/** Reads rows of one list by its mapping. */
export interface RowReader {
  /** The fields that the list is read into, in the order of its columns. */
  readonly fields: readonly FieldSetting[]
  /** One text for each of the fields that are asked for, null where the row says nothing of it; and the cells that could not be read. */
  readonly read: (row: ListRow) => {
    readonly cells: readonly (string | null)[]
    readonly faults: readonly CellFault[]
  }
}

/**
 * What the rows of a list say, as texts that a linkage takes in: names and places as they came, a day as EDTF, an age as a number, a sex as `m` or `f`.
 * @param wanted the fields that all lists are linked by; a field that this list does not have says nothing
 */
export function rowReader(
  columns: readonly string[],
  mapping: ListMapping,
  wanted: readonly FieldSetting[] = fieldsOf(mapping),
): RowReader {
  const sources = wanted.map((setting) => {
    const column = mapping.columns.find(({ into }) => into?.field === setting.field)?.column ?? null
    const at = column === null ? -1 : columns.indexOf(column)
    return { column, at, read: remembering((cell) => readCell(cell, setting, mapping.dateOrder)) }
  })
  return {
    fields: wanted,
    read: ({ line, cells }) => {
      const faults: CellFault[] = []
      const texts = sources.map(({ column, at, read }) => {
        const cell = cells[at]
        if (cell === undefined || cell === '' || column === null) return null
        const found = read(cell)
        if (found.kind !== 'trouble') return textOf(found)
        const { reason, expected } = found
        faults.push({ reason, line, column, expected, found: described(cell) })
        return null
      })
      return { cells: texts, faults }
    },
  }
}

const REMEMBERED = 50_000

/** Values of a column come again and again: what was read of one is kept, so many of them at a time. */
function remembering(read: (cell: string) => CellRead): (cell: string) => CellRead {
  const known = new Map<string, CellRead>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    if (known.size >= REMEMBERED) known.clear()
    const own = ownText(cell)
    const found = read(own)
    known.set(own, found)
    return found
  }
}

/** A text of its own: one that was cut out of a piece of a file would keep the whole piece in memory. */
function ownText(text: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(text))
  return typeof copy === 'string' ? copy : text
}

/** The fields of a mapping. */
export function fieldsOf({ columns }: ListMapping): readonly FieldSetting[] {
  return columns.flatMap(({ into }) => (into === null ? [] : [into]))
}

/** What was read, as text; null where it says nothing. */
export function textOf(read: CellRead): string | null {
  switch (read.kind) {
    case 'nothing':
    case 'trouble':
      return null
    case 'text':
      return read.text
    case 'number':
      return String(read.number)
    case 'days': {
      const first = addDays('1970-01-01', read.earliest)
      return read.earliest === read.latest ? first : `${first}/${addDays('1970-01-01', read.latest)}`
    }
  }
}
