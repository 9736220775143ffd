import { listFault, type ListFault } from './list-fault.ts'
import type { ListMapping } from './list-mapping.ts'
import type { ListRow } from './list-rows.ts'
import type { OpenList } from './open-list.ts'
import { described } from '../folder/mistake.ts'
import { proposeMapping, type ProposedMapping } from './propose-mapping.ts'
import { readCell } from './read-cell.ts'
import { textOf } from './row-reader.ts'

/** The first rows of a list, as they are, with what would be set aside among them. */
export interface ListHead {
  readonly rows: readonly ListRow[]
  readonly aside: readonly ListFault[]
  /** What refuses the whole, when it comes among the first rows. */
  readonly refused: ListFault | null
  readonly proposed: ProposedMapping
}

/** Looks at so many rows of a list, and proposes how its columns are read. */
export async function headOf(list: OpenList, most: number): Promise<ListHead> {
  const rows: ListRow[] = []
  const aside: ListFault[] = []
  let refused: ListFault | null = null
  for await (const step of list.steps()) {
    if (step.kind === 'refused') refused = step.fault
    else {
      rows.push(...step.rows.slice(0, most - rows.length))
      aside.push(...step.aside.slice(0, most - aside.length))
    }
    if (rows.length >= most) break
  }
  const proposed = proposeMapping(
    list.columns,
    rows.map(({ cells }) => cells),
  )
  return { rows, aside, refused, proposed }
}

/** A cell as it would be read, in words that a person compares with what stands there. */
export interface CellShown {
  readonly column: string
  readonly field: string
  /** Null where it says nothing. */
  readonly read: string | null
  /** Why it could not be read; then it says nothing. */
  readonly fault: ListFault | null
}

/** One row as a mapping would read it. */
export function rowAsRead(
  file: string,
  columns: readonly string[],
  { row, mapping }: { readonly row: ListRow; readonly mapping: ListMapping },
): readonly CellShown[] {
  return mapping.columns.flatMap(({ column, into }) => {
    if (into === null) return []
    const cell = row.cells[columns.indexOf(column)] ?? ''
    const read = readCell(cell, into, mapping.dateOrder)
    const fault =
      read.kind === 'trouble'
        ? listFault(
            read.reason,
            { file, line: row.line, column: `column “${column}”` },
            { expected: read.expected, found: described(cell) },
          )
        : null
    return [{ column, field: into.field, read: textOf(read), fault }]
  })
}
