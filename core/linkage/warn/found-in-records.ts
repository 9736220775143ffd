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
      return saidIn([column.ids], -1)
    case 'days':
      return saidIn([column.earliest, column.latest, column.digits], NO_VALUE)
    case 'whole-numbers':
      return saidIn([column.numbers], NO_VALUE)
  }
}

/** Columns that are one value together; the first says whether there is one. */
function saidIn(columns: readonly Int32Array[], nothing: number): Said {
  const [first = new Int32Array(0)] = columns
  let [rows, example, several] = [0, -1, false]
  for (let row = 0; row < first.length; row++) {
    if (first[row] === nothing) continue
    rows += 1
    if (example < 0) example = row
    const at = example
    several ||= columns.some((column) => column[row] !== column[at])
  }
  return { rows, several }
}
