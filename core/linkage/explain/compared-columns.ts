import type { KnownNames } from '../names/known-names.ts'
import { NO_VALUE, type Column, type RecordTable } from '../record-table.ts'
import type { FieldSetting } from '../settings.ts'
import { dayOfNumber } from '../table/read-day.ts'
import type { ComparedColumn, ComparedValue } from './pair-explanation.ts'
import { readWords } from './read-words.ts'

/** A record's own words by field, as its list has them; null or missing where it has none. */
export type WordsOfRecord = ReadonlyMap<string, string | null>

/** What explains the columns of one table, whose values are counted once. */
export interface ColumnReader {
  readonly column: (
    name: string,
    left: { readonly row: number; readonly words: WordsOfRecord },
    right: { readonly row: number; readonly words: WordsOfRecord },
  ) => ComparedColumn
}

export function columnReader(
  table: RecordTable,
  fields: readonly FieldSetting[],
  known: KnownNames,
): ColumnReader {
  const totals = new Map<string, number>()
  const totalOf = (name: string, counts: Int32Array) => {
    const total = totals.get(name) ?? counts.reduce((sum, count) => sum + count, 0)
    totals.set(name, total)
    return total
  }
  return {
    column(name, left, right) {
      const column = table.columns.get(name)
      if (!column) throw new Error(`no column ${name}`)
      const { field, part } = fieldOf(name, fields)
      const kind = fields.find((each) => each.field === field)?.kind
      const side = ({ row, words }: typeof left): ComparedValue => {
        const own = words.get(field) ?? null
        const read = own === null || kind === undefined ? null : readWords(own, { kind, part, known })
        return {
          words: own,
          ...valueAt(column, row),
          steps: read?.steps ?? [],
          particles: read?.particles ?? [],
          repaired: read?.repaired ?? false,
          role: read?.role ?? null,
        }
      }
      const of = column.kind === 'values' ? totalOf(name, column.counts) : null
      return { column: name, field, of, left: side(left), right: side(right) }
    },
  }
}

/** Columns of a whole name are named after their field and the part: `name/father`. */
function fieldOf(
  column: string,
  fields: readonly FieldSetting[],
): { readonly field: string; readonly part: string | null } {
  const whole = fields.find(({ field, kind }) => kind === 'full-name' && column.startsWith(`${field}/`))
  return whole
    ? { field: whole.field, part: column.slice(whole.field.length + 1) }
    : { field: column, part: null }
}

function valueAt(column: Column, row: number): Pick<ComparedValue, 'value' | 'count'> {
  switch (column.kind) {
    case 'values': {
      const id = column.ids[row] ?? -1
      return id < 0
        ? { value: null, count: null }
        : { value: column.values[id] ?? '', count: column.counts[id] ?? 0 }
    }
    case 'whole-numbers': {
      const number = column.numbers[row] ?? NO_VALUE
      return { value: number === NO_VALUE ? null : String(number), count: null }
    }
    case 'days': {
      const id = column.ids[row] ?? -1
      const of = (bounds: Int32Array) => bounds[id] ?? NO_VALUE
      return { value: dayText(of(column.earliest), of(column.latest), of(column.digits)), count: null }
    }
  }
}

/** A day, two bounds with a slash between them, or the eight digits of a day that there is not. */
function dayText(earliest: number, latest: number, digits: number): string | null {
  if (earliest === NO_VALUE) return digits === NO_VALUE ? null : digitsText(digits)
  return earliest === latest ? dayOfNumber(earliest) : `${dayOfNumber(earliest)}/${dayOfNumber(latest)}`
}

function digitsText(digits: number): string {
  const text = (digits >>> 0).toString(16).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
