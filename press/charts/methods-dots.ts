import type { Locale, Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import type { Layout } from './drawing.ts'
import { ACCENT, INK } from './ink.ts'
import { numbersTable } from './numbers-table.ts'
import { pointAndInterval, printedInterval, printedPeople } from './printed.ts'
import { bandBehind, openEnded, rowsChart, saidInstead, together, whisker } from './rows-chart.ts'
import type { ChartOf, ChartRow } from './rows-chart.ts'
import type { Shapes } from './shapes.ts'
import { valueAxis, type ValueAxis } from './value-axis.ts'

/** What every method says about one table, side by side, and again without each list. */
export interface MethodsDots extends ChartOf {
  /** People who are on a list. */
  readonly observed: number | null
  /** The interval that is recommended: behind every row. */
  readonly recommended: Range | null
  readonly methods: readonly MethodDot[]
  /** The same question with one list left out. */
  readonly without: readonly MethodDot[]
}

export interface MethodDot {
  readonly name: string
  readonly answer: MethodAnswer
}

export type MethodAnswer =
  | { readonly kind: 'estimate'; readonly point: number; readonly interval: Range | null }
  | { readonly kind: 'at-least'; readonly least: number }
  | { readonly kind: 'cannot-say'; readonly reason: string }

const STRIP = 16

/**
 * Each method a row: its point and interval, or "at least", or that it cannot say and why. The recommended interval
 * stands behind all rows, the number of people on the lists as a broken line.
 * @returns SVG, one image with all its numbers in its label
 */
export function methodsDotsChart(data: MethodsDots, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'methods-dots'
  const all = [...data.methods, ...data.without]
  if (all.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.methods.none') })
  const values = valuesOf(data)
  const axis = values.length === 0 ? null : valueAxis(values, { locale, layout })
  const rows = (methods: readonly MethodDot[]) =>
    methods.map((method) => methodRow(method, { data, axis, locale }))
  return rowsChart({
    ...{ kind, of: data, locale, layout, axis },
    lead: leadOf(data, locale),
    rows: [
      ...rows(data.methods),
      ...(data.without.length === 0
        ? []
        : [{ name: say(locale, 'press.chart.methods.without'), value: '', bold: true }]),
      ...rows(data.without),
    ],
    foot: axis === null ? [] : [say(locale, 'press.axis.people')],
  })
}

/** The numbers of the chart: a row for each method, then for each list left out. */
export function methodsDotsTable(data: MethodsDots, locale: Locale): Table {
  const extra = (name: string, people: string, interval: string) => [name, people, interval, '']
  return numbersTable(
    locale,
    [
      { head: 'press.column.method', holds: 'words' },
      { head: 'press.column.point', holds: 'numbers' },
      { head: 'press.column.interval', holds: 'numbers' },
      { head: 'press.column.remark', holds: 'words' },
    ],
    [
      ...data.methods.map(({ name, answer }) => [name, ...answerCells(answer, locale)]),
      ...data.without.map(({ name, answer }) => [
        say(locale, 'press.chart.methods.without-one', { name }),
        ...answerCells(answer, locale),
      ]),
      ...(data.recommended === null
        ? []
        : [extra(say(locale, 'press.chart.recommended'), '', printedInterval(locale, data.recommended))]),
      ...(data.observed === null
        ? []
        : [extra(say(locale, 'press.chart.observed'), printedPeople(locale, data.observed), '')]),
    ],
  )
}

function leadOf({ recommended, observed }: MethodsDots, locale: Locale): readonly string[] {
  return [
    ...(recommended === null
      ? []
      : [say(locale, 'press.chart.methods.band', { range: printedInterval(locale, recommended) })]),
    ...(observed === null
      ? []
      : [say(locale, 'press.chart.methods.observed', { number: printedPeople(locale, observed) })]),
  ]
}

function valuesOf({ methods, without, recommended, observed }: MethodsDots): readonly number[] {
  return [
    ...[...methods, ...without].flatMap(({ answer }) => valuesIn(answer)),
    ...(recommended === null ? [] : [recommended.min, recommended.max]),
    ...(observed === null ? [] : [observed]),
  ]
}

function valuesIn(answer: MethodAnswer): readonly number[] {
  switch (answer.kind) {
    case 'estimate':
      return [answer.point, ...(answer.interval === null ? [] : [answer.interval.min, answer.interval.max])]
    case 'at-least':
      // Its line has no end: a quarter more leaves it room to be seen.
      return [answer.least, answer.least * 1.25]
    case 'cannot-say':
      return []
  }
}

function answerCells(answer: MethodAnswer, locale: Locale): readonly [string, string, string] {
  switch (answer.kind) {
    case 'estimate':
      return [
        printedPeople(locale, answer.point),
        answer.interval === null ? '' : printedInterval(locale, answer.interval),
        '',
      ]
    case 'at-least':
      return ['', atLeast(answer.least, locale), '']
    case 'cannot-say':
      return ['', '', say(locale, 'press.chart.cannot-say-because', { reason: answer.reason })]
  }
}

function atLeast(least: number, locale: Locale): string {
  return say(locale, 'press.chart.at-least', { number: printedPeople(locale, least) })
}

function methodRow(
  { name, answer }: MethodDot,
  at: { readonly data: MethodsDots; readonly axis: ValueAxis | null; readonly locale: Locale },
): ChartRow {
  const { data, axis, locale } = at
  const drawn = (value: string, draw: (middle: number) => Partial<Shapes>): ChartRow => ({
    ...{ name, value, strip: STRIP },
    draw: (y) => together(behind(y, data), draw(y + STRIP / 2)),
  })
  switch (answer.kind) {
    case 'estimate':
      return drawn(pointAndInterval(locale, answer.point, answer.interval), (middle) =>
        together(answer.interval === null ? {} : whisker(middle, answer.interval), {
          dots: [{ at: answer.point, y: middle, radius: 4, fill: ACCENT, stroke: ACCENT }],
        }),
      )
    case 'at-least':
      return drawn(atLeast(answer.least, locale), (middle) =>
        openEnded(middle, { from: answer.least, to: axis?.domain[1] ?? answer.least }),
      )
    case 'cannot-say':
      return {
        ...{ name, value: say(locale, 'press.chart.cannot-say'), details: [answer.reason] },
      }
  }
}

function behind(y: number, { recommended, observed }: MethodsDots): Partial<Shapes> {
  return together(recommended === null ? {} : bandBehind(y, STRIP, recommended), {
    guides:
      observed === null ? [] : [{ at: observed, y1: y - 3, y2: y + STRIP + 3, stroke: INK, dashed: true }],
  })
}
