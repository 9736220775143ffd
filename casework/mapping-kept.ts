import type { Json } from '@corroborate/base'
import { FIELD_KINDS } from '@corroborate/linkage'
import type { ColumnMapping, ListMapping } from '@corroborate/interchange'

/** A mapping as the store keeps it. Throws on what no act of ours wrote. */
export function mappingFrom(kept: Json): ListMapping {
  const { columns, dateOrder } = record(kept)
  if (!Array.isArray(columns)) throw new Error('corrupt store: a mapping without columns')
  return {
    columns: columns.map((column: Json) => columnFrom(record(column))),
    dateOrder: dateOrder === 'month-first' ? 'month-first' : 'day-first',
  }
}

function columnFrom({ column, into }: Readonly<Record<string, Json | undefined>>): ColumnMapping {
  if (typeof column !== 'string') throw new Error('corrupt store: a mapping of a column without a name')
  if (into === null || into === undefined) return { column, into: null }
  const { field, kind: said } = record(into)
  const kind = FIELD_KINDS.find((one) => one === said)
  if (typeof field !== 'string' || kind === undefined)
    throw new Error('corrupt store: a field of no known kind')
  return { column, into: { field, kind } }
}

function record(value: Json): Readonly<Record<string, Json | undefined>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value))
  throw new Error('corrupt store: a mapping of another shape')
}
