import { digestOf } from '@corroborate/base'
import type { FieldSetting } from '@corroborate/linkage'

/** How the columns of a list are read. Kept with the list; used again for another that has the same columns. */
export interface ListMapping {
  /** Every column of the list, in its order. */
  readonly columns: readonly ColumnMapping[]
  /** How three numbers are a day, where the year comes last: 3/4/2013 is the third of April or the fourth of March. */
  readonly dateOrder: DateOrder
}

export type DateOrder = 'day-first' | 'month-first'

export interface ColumnMapping {
  readonly column: string
  /** The field it is read into; null where it is kept for display only. */
  readonly into: FieldSetting | null
}

export type MappingReason =
  'column-unknown' | 'column-missing' | 'field-twice' | 'field-unnamed' | 'nothing-mapped'

export interface MappingFault {
  readonly reason: MappingReason
  readonly sentence: string
}

const FIELD = /^[a-z][a-z0-9-]{0,39}$/

/** Why these columns cannot be read so; empty when they can. */
export function mappingFaults(mapping: ListMapping, columns: readonly string[]): readonly MappingFault[] {
  const faults: MappingFault[] = []
  const wrong = (reason: MappingReason, sentence: string) => faults.push({ reason, sentence })
  const mapped = new Set(mapping.columns.map(({ column }) => column))
  for (const column of columns)
    if (!mapped.has(column))
      wrong('column-missing', `Column “${column}”: expected to be mapped or ignored, found neither.`)
  const into = new Map<string, string>()
  for (const { column, into: to } of mapping.columns) {
    if (!columns.includes(column))
      wrong('column-unknown', `Column “${column}”: expected in the list, found no such column.`)
    if (to === null) continue
    const before = into.get(to.field)
    if (before !== undefined)
      wrong(
        'field-twice',
        `Column “${column}”: expected a field of its own, found “${to.field}”, which “${before}” has.`,
      )
    if (!FIELD.test(to.field))
      wrong(
        'field-unnamed',
        `Column “${column}”: expected a field named in small letters, found “${to.field}”.`,
      )
    into.set(to.field, column)
  }
  if (into.size === 0)
    wrong('nothing-mapped', 'Expected a column at least that is read into a field, found none.')
  return faults
}

/** The same for two lists with the same columns in the same order: under it a mapping is found again. */
export function headersKey(columns: readonly string[]): string {
  return digestOf(JSON.stringify(columns.map((column) => column.normalize('NFC').trim())))
}
