import { useTongue } from '../locale.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/linkage.module.css'

export interface CellsRow {
  readonly row: number
  readonly line: number | null
  readonly cells: readonly string[]
  /** What a cell is read into where that is not what stands there, and why one cannot be read. */
  readonly notes?: readonly ({ readonly read: string | null; readonly fault: string | null } | null)[]
}

interface CellsProps {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly CellsRow[]
}

/** Rows of a list as they came. As wide as the list is: it moves within its own frame, and the page does not. */
export function CellsTable({ label, columns, rows }: CellsProps) {
  const { say } = useTongue()
  return (
    <div className={styles.cells} role="region" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{say('desk.lists.line')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                <bdi>{column}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, line, cells, notes }) => (
            <tr key={row}>
              <th scope="row">
                <Num value={line ?? row} />
              </th>
              {columns.map((column, at) => (
                <td key={column} data-fault={typeof notes?.[at]?.fault === 'string'}>
                  <bdi>{cells[at]}</bdi>
                  <CellNote note={notes?.[at] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellNote({ note }: { readonly note: { read: string | null; fault: string | null } | null }) {
  const { say } = useTongue()
  if (note === null) return null
  if (note.fault !== null) return <span className={styles.cellFault}>{say('desk.receive.says-nothing')}</span>
  return note.read === null ? null : (
    <span className={styles.cellRead}>
      <bdi>{note.read}</bdi>
    </span>
  )
}
