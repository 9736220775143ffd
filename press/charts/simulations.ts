import type { Locale, Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import type { Layout } from './drawing.ts'
import { ACCENT, INK } from './ink.ts'
import { numbersTable } from './numbers-table.ts'
import { pointAndInterval, printedInterval, printedPeople, printedShare } from './printed.ts'
import { bandBehind, chartId, rowsChart, saidInstead, together } from './rows-chart.ts'
import type { ChartOf, ChartRow } from './rows-chart.ts'
import { textureFill } from './texture.ts'
import { valueAxis } from './value-axis.ts'

/** One question simulated under several stated dependences, beside what arithmetic alone allows. */
export interface Simulations extends ChartOf {
  /** The part of the draws that each interval holds: 0.95. */
  readonly level: number
  readonly assumptions: readonly SimulatedAssumption[]
  /** The smallest and the largest number that the claims allow. */
  readonly bounds: Range
  readonly published: Range | null
}

export interface SimulatedAssumption {
  /** What depends on what, in words. */
  readonly name: string
  readonly median: number
  readonly interval: Range
}

const STRIP = 16

/**
 * Assumptions side by side, none of them first: the interval of each as a bar with its median, beneath the bounds of the
 * arithmetic, and behind them the range as published.
 * @returns SVG, one image with all its numbers in its label
 */
export function simulationsChart(data: Simulations, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'simulations'
  if (data.assumptions.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.simulations.none') })
  const id = chartId(kind, data, locale, layout)
  const { bounds, published, level } = data
  const values = [
    ...[bounds, ...(published === null ? [] : [published])].flatMap(({ min, max }) => [min, max]),
    ...data.assumptions.flatMap(({ median, interval }) => [median, interval.min, interval.max]),
  ]
  return rowsChart({
    ...{ kind, of: data, locale, layout },
    axis: valueAxis(values, { locale, layout }),
    lead: [
      say(locale, 'press.chart.simulations.lead', { level: printedShare(locale, level) }),
      ...(published === null
        ? []
        : [say(locale, 'press.chart.simulations.published', { range: printedInterval(locale, published) })]),
    ],
    rows: [
      boundsRow(data, locale),
      ...data.assumptions.map((each, at) =>
        assumptionRow(each, { fill: textureFill(id, at + 1), published, locale }),
      ),
    ],
    foot: [say(locale, 'press.axis.people')],
  })
}

/** The numbers of the chart. */
export function simulationsTable(data: Simulations, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.assumption', holds: 'words' },
      { head: 'press.column.median', holds: 'numbers' },
      { head: 'press.column.interval', holds: 'numbers' },
    ],
    [
      ...data.assumptions.map(({ name, median, interval }) => [
        ...[name, printedPeople(locale, median), printedInterval(locale, interval)],
      ]),
      [say(locale, 'press.chart.simulations.bounds'), '', printedInterval(locale, data.bounds)],
      ...(data.published === null
        ? []
        : [[say(locale, 'press.chart.published'), '', printedInterval(locale, data.published)]]),
    ],
  )
}

function boundsRow({ bounds, published }: Simulations, locale: Locale): ChartRow {
  return {
    name: say(locale, 'press.chart.simulations.bounds'),
    value: printedInterval(locale, bounds),
    strip: STRIP,
    draw: (y) =>
      together(published === null ? {} : bandBehind(y, STRIP, published), {
        bars: [{ y: y + 6, height: 4, from: bounds.min, to: bounds.max, fill: INK, stroke: INK, bare: true }],
      }),
  }
}

function assumptionRow(
  { name, median, interval }: SimulatedAssumption,
  look: { readonly fill: string; readonly published: Range | null; readonly locale: Locale },
): ChartRow {
  const { fill, published, locale } = look
  return {
    name,
    value: pointAndInterval(locale, median, interval),
    strip: STRIP,
    draw: (y) =>
      together(published === null ? {} : bandBehind(y, STRIP, published), {
        bars: [
          { y: y + 1, height: 14, from: interval.min, to: interval.max, fill, stroke: ACCENT, bare: true },
        ],
        dots: [{ at: median, y: y + STRIP / 2, radius: 4.5, fill: '#ffffff', stroke: INK }],
      }),
  }
}
