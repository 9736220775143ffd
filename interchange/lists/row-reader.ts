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
    return { setting, column, at: column === null ? -1 : columns.indexOf(column) }
  })
  return {
    fields: wanted,
    read: ({ line, cells }) => {
      const faults: CellFault[] = []
      const texts = sources.map(({ setting, column, at }) => {
        const cell = cells[at]
        if (cell === undefined || cell === '' || column === null) return null
        const read = readCell(cell, setting, mapping.dateOrder)
        if (read.kind !== 'trouble') return textOf(read)
        const { reason, expected } = read
        faults.push({ reason, line, column, expected, found: described(cell) })
        return null
      })
      return { cells: texts, faults }
    },
  }
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
