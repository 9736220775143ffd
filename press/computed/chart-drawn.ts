import type { Locale } from '@corroborate/base'
import { slug } from '../anchor.ts'
import type { Layout } from '../charts/drawing.ts'
import type { ChartOf } from '../charts/rows-chart.ts'
import type { Piece, Table } from '../content.ts'

/** A chart as a piece of the report: drawn for a page and for a telephone, with its caption, and its numbers beside it. */
export function chartDrawn<Data extends ChartOf>(
  data: Data,
  as: {
    readonly kind: string
    readonly chart: (data: Data, locale: Locale, layout: Layout) => string
    /** Null where a table of the report beside it has the same numbers. */
    readonly table: ((data: Data, locale: Locale) => Table) | null
    readonly caption: string
    readonly locale: Locale
  },
): Piece {
  const { kind, chart, table, caption, locale } = as
  return {
    kind: 'drawing',
    name: `${kind}-${slug(data.code)}`,
    wide: chart(data, locale, 'wide'),
    narrow: chart(data, locale, 'narrow'),
    caption,
    numbers: table === null ? null : table(data, locale),
  }
}
