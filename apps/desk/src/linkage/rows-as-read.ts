import { rowAsRead } from '@corroborate/interchange'
import type { ListPreview } from '@corroborate/server/api'
import type { CellsRow } from './cells-table.tsx'
import type { MappingDraft } from './mapping-draft.ts'

/** The first rows of a file as a mapping would read them, at once, while it is being put right. */
export function rowsAsRead({ file, columns, rows }: ListPreview, mapping: MappingDraft): readonly CellsRow[] {
  return rows.map((row, at) => {
    const read = new Map(rowAsRead(file, columns, { row, mapping }).map((cell) => [cell.column, cell]))
    return {
      ...{ row: at + 1, line: row.line, cells: row.cells },
      notes: columns.map((column, i) => {
        const cell = read.get(column)
        if (cell === undefined || cell.read === row.cells[i]) return null
        return { read: cell.read, fault: cell.fault?.sentence ?? null }
      }),
    }
  })
}
