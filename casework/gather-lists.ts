import {
  rowReader,
  type CellFault,
  type ListMapping,
  type ListRow,
  type RowReader,
} from '@corroborate/interchange'
import { SHARED_ROOM, tableBuilder, type FieldSetting, type RecordTable } from '@corroborate/linkage'

/** A list as a linkage takes it in. */
export interface ListToGather {
  readonly code: string
  readonly clean: boolean
  readonly columns: readonly string[]
  readonly mapping: ListMapping
}

/** Cells of one column that could not be read, and so say nothing: how many, and the first. */
export interface CellsUnread {
  readonly list: string
  readonly column: string
  readonly reason: CellFault['reason']
  readonly cells: number
  readonly first: { readonly line: number; readonly expected: string; readonly found: string }
}

export interface GatheredLists {
  /** What follows stands on this list. */
  readonly begin: (list: ListToGather) => void
  readonly add: (rows: readonly ListRow[]) => void
  readonly table: () => RecordTable
  readonly unread: () => readonly CellsUnread[]
}

/**
 * Puts the rows of lists together as the table that is linked, batch by batch, in memory that threads share.
 * @param digest is told every cell as it was read, so that two runs can be held to have read the same
 */
export function gatherLists(fields: readonly FieldSetting[], digest: (text: string) => void): GatheredLists {
  const builder = tableBuilder(fields, { room: SHARED_ROOM })
  const unread = new Map<string, CellsUnread & { cells: number }>()
  let now: { readonly list: string; readonly reader: RowReader } | null = null
  return {
    begin: ({ code, clean, columns, mapping }) => {
      builder.startList({ code, clean })
      digest(`${JSON.stringify({ code, clean })}\n`)
      now = { list: code, reader: rowReader(columns, mapping, fields) }
    },
    add: (rows) => {
      if (now === null) throw new Error('rows came before their list')
      const { list, reader } = now
      const batch = rows.map((row) => {
        const { cells, faults } = reader.read(row)
        for (const fault of faults) count(unread, list, fault)
        return cells
      })
      digest(`${JSON.stringify(batch)}\n`)
      builder.append(batch)
    },
    table: () => builder.table(),
    unread: () => [...unread.values()],
  }
}

function count(
  unread: Map<string, CellsUnread & { cells: number }>,
  list: string,
  { column, reason, line, expected, found }: CellFault,
): void {
  const key = JSON.stringify([list, column, reason])
  const before = unread.get(key)
  if (before) before.cells++
  else unread.set(key, { list, column, reason, cells: 1, first: { line, expected, found } })
}
