import { printNumber, printRange, type Locale, type Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import type { Layout } from './drawing.ts'
import { ACCENT, TINT } from './ink.ts'
import { numbersTable } from './numbers-table.ts'
import { printedIndex } from './printed.ts'
import {
  chartId,
  rowsChart,
  saidInstead,
  together,
  whisker,
  type ChartOf,
  type ChartRow,
} from './rows-chart.ts'
import { textureFill } from './texture.ts'
import type { ValueAxis } from './value-axis.ts'

/** Which input the doubt of an answer comes from: Sobol indices, parts of its variance. */
export interface Sobol extends ChartOf {
  readonly inputs: readonly SobolInput[]
}

export interface SobolInput {
  readonly name: string
  /** By itself. */
  readonly first: SobolIndex
  /** Together with all others. */
  readonly total: SobolIndex
}

export interface SobolIndex {
  readonly index: number
  /** Of the simulation's own error; it may reach under 0 or over 1. */
  readonly interval: Range | null
}

const STRIP = 14

/**
 * Inputs by falling total index, each with the part of the variance that it makes by itself and with the others, as bars
 * from 0 with their error.
 * @returns SVG, one image with all its numbers in its label
 */
export function sobolChart(data: Sobol, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'sobol'
  const inputs = byTotal(data.inputs)
  if (inputs.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.sobol.none') })
  const id = chartId(kind, data, locale, layout)
  return rowsChart({
    ...{ kind, of: data, locale, layout },
    axis: indexAxis(inputs, { locale, layout }),
    lead: [say(locale, 'press.chart.sobol.lead')],
    rows: inputs.flatMap(({ name, first, total }) => [
      { name, value: '', bold: true },
      indexRow(first, { name: say(locale, 'press.chart.sobol.first'), fill: TINT, locale }),
      indexRow(total, { name: say(locale, 'press.chart.sobol.total'), fill: textureFill(id, 1), locale }),
    ]),
    foot: [say(locale, 'press.axis.variance')],
  })
}

/** The numbers of the chart, by falling total index. */
export function sobolTable(data: Sobol, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.input', holds: 'words' },
      { head: 'press.chart.sobol.first', holds: 'numbers' },
      { head: 'press.column.error', holds: 'numbers' },
      { head: 'press.chart.sobol.total', holds: 'numbers' },
      { head: 'press.column.error', holds: 'numbers' },
    ],
    byTotal(data.inputs).map(({ name, first, total }) => [
      name,
      ...[first, total].flatMap(({ index, interval }) => [
        printedIndex(locale, index),
        interval === null ? '' : indexRange(locale, interval),
      ]),
    ]),
  )
}

function byTotal(inputs: readonly SobolInput[]): readonly SobolInput[] {
  return inputs.toSorted((a, b) => b.total.index - a.total.index)
}

function indexRange(locale: Locale, { min, max }: Range): string {
  return printRange(locale, { min, max }, 2)
}

/** From 0, or from under it where an error reaches there, to 1 or over it. */
function indexAxis(
  inputs: readonly SobolInput[],
  { locale, layout }: { readonly locale: Locale; readonly layout: Layout },
): ValueAxis {
  const values = inputs.flatMap(({ first, total }) =>
    [first, total].flatMap(({ index, interval }) => [index, interval?.min ?? index, interval?.max ?? index]),
  )
  const twentieths = (value: number, round: (value: number) => number) => round(value * 20) / 20
  const from = twentieths(Math.min(0, ...values), Math.floor)
  const to = twentieths(Math.max(1, ...values), Math.ceil)
  const steps = layout === 'wide' ? 5 : 2
  const first = Math.ceil(from * steps)
  const ticks = Array.from({ length: Math.floor(to * steps) - first + 1 }, (_, at) => (first + at) / steps)
  return {
    domain: [from, to],
    scale: 'linear',
    ticks: ticks.map((at) => ({ at, text: printNumber(locale, at, 1) })),
    warning: null,
  }
}

function indexRow(
  { index, interval }: SobolIndex,
  { name, fill, locale }: { readonly name: string; readonly fill: string; readonly locale: Locale },
): ChartRow {
  const printed = printedIndex(locale, index)
  return {
    name,
    value:
      interval === null
        ? printed
        : say(locale, 'press.chart.point-and-range', { point: printed, range: indexRange(locale, interval) }),
    strip: STRIP,
    draw: (y) =>
      together(
        {
          bars: [
            {
              ...{ y, height: STRIP, from: Math.min(0, index), to: Math.max(0, index), fill, stroke: ACCENT },
              bare: true,
            },
          ],
        },
        interval === null ? {} : whisker(y + STRIP / 2, interval),
      ),
  }
}
