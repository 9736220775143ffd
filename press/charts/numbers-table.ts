import type { Locale } from '@corroborate/base'
import { say, type Key } from '@corroborate/words'
import { code, number, words, type Line, type Row, type Table } from '../content.ts'

/** A column of the table beside a chart: its head in the catalogue, and what stands in it. */
export interface Column {
  readonly head: Key
  readonly holds: 'words' | 'numbers' | 'codes'
}

/** The numbers of a chart as a table, beside it; the cells are words of the language already, an empty one stays empty. */
export function numbersTable(
  locale: Locale,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Table {
  return {
    kind: 'table',
    caption: say(locale, 'press.chart.numbers'),
    columns: columns.map(({ head, holds }, at) => ({
      title: say(locale, head),
      numeric: holds === 'numbers',
      share: at === 0 || holds === 'words' ? 1 : 0,
    })),
    rows: rows.map((cells): Row => ({
      anchor: null,
      tone: 'plain',
      cells: columns.map((column, at) => cellOf(column, cells[at] ?? '')),
    })),
  }
}

function cellOf({ holds }: Column, text: string): Line {
  if (text === '') return []
  return [holds === 'numbers' ? number(text) : holds === 'codes' ? code(text) : words(text)]
}
