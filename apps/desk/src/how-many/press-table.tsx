import type { Table } from '@corroborate/press/charts'
import { GroupedTable, type Column, type RowGroup } from '../parts/data-table.tsx'

type Row = Table['rows'][number]
type Cell = Row['cells'][number]

/** A table of the press in the desk's own dress. */
export function PressTable({ label, table }: { readonly label: string; readonly table: Table }) {
  const columns = table.columns.map((column, at): Column<Row> => ({
    name: `column-${at}`,
    head: column.title,
    cell: (row) => <CellText cell={row.cells[at] ?? []} strong={row.tone === 'total'} />,
    ...(at === 0 ? { look: 'main' as const } : column.numeric ? { look: 'number' as const } : {}),
  }))
  return <GroupedTable label={label} columns={columns} groups={groupsIn(table.rows)} keyOf={textOf} />
}

/** Rows of tone `group` head those below them. */
function groupsIn(rows: readonly Row[]): readonly RowGroup<Row>[] {
  const groups: { key: string; head: RowGroup<Row>['head']; rows: Row[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (row.tone === 'group' || last === undefined) {
      const head = row.tone === 'group' ? <CellText cell={row.cells[0] ?? []} strong={false} /> : null
      groups.push({ key: textOf(row), head, rows: row.tone === 'group' ? [] : [row] })
    } else last.rows.push(row)
  }
  return groups
}

function CellText({ cell, strong }: { readonly cell: Cell; readonly strong: boolean }) {
  const parts = cell.map(({ kind, text }, at) =>
    kind === 'number' ? (
      <bdi key={at} className="number">
        {text}
      </bdi>
    ) : (
      <span key={at}>{text}</span>
    ),
  )
  if (parts.length === 0 || cell.every(({ text }) => text === '')) return null
  return strong ? <strong>{parts}</strong> : <>{parts}</>
}

function textOf(row: Row): string {
  return row.cells.map((cell) => cell.map(({ text }) => text).join('')).join('|')
}
