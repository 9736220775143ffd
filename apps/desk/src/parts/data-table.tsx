import type { ReactNode } from 'react'
import styles from '../styles/table.module.css'

/** One column of a list: its heading, what it shows of a row, and how it is set. */
export interface Column<Row> {
  readonly name: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly look?: 'main' | 'number' | 'tight'
}

/** Rows that belong together, under a heading of their own. */
export interface RowGroup<Row> {
  readonly key: string
  readonly head: ReactNode
  readonly rows: readonly Row[]
}

interface TableProps<Row> {
  /** What the list is, for a reader who cannot see where it stands. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string | number
}

/** A dense list, one row beneath the other. */
export function DataTable<Row>({ rows, ...table }: TableProps<Row> & { readonly rows: readonly Row[] }) {
  return <GroupedTable {...table} groups={[{ key: 'all', head: null, rows }]} />
}

/**
 * A dense list in groups. On a narrow screen each row stands as a small block with its headings beside the values; the
 * roles are written out because a browser forgets them when a table is laid out otherwise.
 */
export function GroupedTable<Row>({
  label,
  columns,
  groups,
  keyOf,
}: TableProps<Row> & { readonly groups: readonly RowGroup<Row>[] }) {
  return (
    <div className={styles.region} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, head, look }) => (
              <th key={name} role="columnheader" scope="col" data-look={look} data-column={name}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.key} group={group} columns={columns} keyOf={keyOf} />
        ))}
      </table>
    </div>
  )
}

interface GroupProps<Row> extends Omit<TableProps<Row>, 'label'> {
  readonly group: RowGroup<Row>
}

function Group<Row>({ group, columns, keyOf }: GroupProps<Row>) {
  return (
    <tbody role="rowgroup">
      {group.head === null ? null : (
        <tr role="row" className={styles.groupHead}>
          <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
            {group.head}
          </th>
        </tr>
      )}
      {group.rows.map((row) => (
        <tr key={keyOf(row)} role="row">
          {columns.map(({ name, head, look, cell }) => (
            <td key={name} role="cell" data-look={look} data-column={name} data-head={head}>
              <div className={styles.value}>{cell(row)}</div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
