import type { ReactNode } from 'react'
import styles from '../styles/table.module.css'

/** One column of a list: its heading, what it shows of a row, and how it is set. */
export interface Column<Row> {
  readonly name: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly look?: 'main' | 'number' | 'tight'
}

interface DataTableProps<Row> {
  /** What the list is, for a reader who cannot see where it stands. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
}

/**
 * A dense list. On a narrow screen each row stands as a small block with its headings beside the values; the roles are
 * written out because a browser forgets them when a table is laid out otherwise.
 */
export function DataTable<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <div className={styles.region} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} role="table" aria-label={label} aria-rowcount={rows.length + 1}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.name}
                role="columnheader"
                scope="col"
                data-look={column.look}
                data-column={column.name}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column) => (
                <td
                  key={column.name}
                  role="cell"
                  data-look={column.look}
                  data-column={column.name}
                  data-head={column.head}
                >
                  <div className={styles.value}>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
