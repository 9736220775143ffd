import { NO_VALUE, type Column, type RecordTable } from '../record-table.ts'
import type { FieldSetting } from '../settings.ts'
import type { RecordsFound } from './linkage-warning.ts'

/** Fields that say nothing of anybody, or the same of everybody, and lists whose names were read badly. */
export function foundInRecords(table: RecordTable, fields: readonly FieldSetting[]): readonly RecordsFound[] {
  const ofColumns = fields.flatMap(({ field, kind }): RecordsFound[] => {
    const parts = kind === 'full-name' ? PARTS.map((part) => `${field}/${part}`) : [field]
    const columns = parts.flatMap((part) => table.columns.get(part) ?? [])
    const said = columns.map(whatIsSaid)
    const [first] = said
    if (first === undefined) return []
    if (said.every(({ rows }) => rows === 0)) return [{ kind: 'all-null-column', field }]
    const one = first.rows > 1 && said.every(({ several }) => !several)
    return one ? [{ kind: 'one-value-column', field, rows: first.rows }] : []
  })
  const reversed = table.reversed.map(({ list, field, values, repaired }): RecordsFound => ({
    ...{ kind: 'reversed-lam-alef', list, field, values, repaired },
  }))
  return [...ofColumns, ...reversed]
}

const PARTS = ['given', 'father', 'grandfather', 'family']

interface Said {
  /** Rows that say something. */
  readonly rows: number
  /** Whether two of them say different things. */
  readonly several: boolean
}

function whatIsSaid(column: Column): Said {
  switch (column.kind) {
    case 'values':
      return saidIn(column.ids, -1)
    case 'days':
      // A day that there is not says nothing here.
      return saidIn(
        column.ids.map((id) => ((column.earliest[id] ?? NO_VALUE) === NO_VALUE ? -1 : id)),
        -1,
      )
    case 'whole-numbers':
      return saidIn(column.numbers, NO_VALUE)
  }
}

function saidIn(column: Int32Array, nothing: number): Said {
  let [rows, example, several] = [0, nothing, false]
  for (const value of column) {
    if (value === nothing) continue
    rows += 1
    if (example === nothing) example = value
    several ||= value !== example
  }
  return { rows, several }
}
