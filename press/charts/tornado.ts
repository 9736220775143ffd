import type { Locale, Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import type { Layout } from './drawing.ts'
import { ACCENT, INK } from './ink.ts'
import { numbersTable } from './numbers-table.ts'
import { printedInterval, printedPeople } from './printed.ts'
import { chartId, rowsChart, saidInstead, type ChartOf, type ChartRow } from './rows-chart.ts'
import { textureFill } from './texture.ts'
import { valueAxis } from './value-axis.ts'

/** How far the answer moves when one input alone goes from its low to its high end. */
export interface Tornado extends ChartOf {
  /** The answer with every input in its middle. */
  readonly base: number
  readonly inputs: readonly TornadoInput[]
}

export interface TornadoInput {
  readonly name: string
  readonly low: TornadoEnd
  readonly high: TornadoEnd
}

export interface TornadoEnd {
  /** The input at this end, in words: "10 people each time". */
  readonly input: string
  /** People, with this input. */
  readonly result: number
}

const STRIP = 14

/**
 * Inputs by the difference they make, the largest first: a bar from the answer with the input at its low end to the
 * answer at its high end, in two fills that meet at the base.
 * @returns SVG, one image with all its numbers in its label
 */
export function tornadoChart(data: Tornado, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'tornado'
  const inputs = bySwing(data.inputs)
  if (inputs.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.tornado.none') })
  const id = chartId(kind, data, locale, layout)
  const results = inputs.flatMap(({ low, high }) => [low.result, high.result])
  return rowsChart({
    ...{ kind, of: data, locale, layout },
    axis: valueAxis([data.base, ...results], { locale, layout }),
    lead: [
      say(locale, 'press.chart.tornado.base', { number: printedPeople(locale, data.base) }),
      say(locale, 'press.chart.tornado.fills'),
    ],
    rows: inputs.map((input) => inputRow(input, { base: data.base, id, locale })),
    foot: [say(locale, 'press.axis.people')],
  })
}

/** The numbers of the chart, by falling difference. */
export function tornadoTable(data: Tornado, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.input', holds: 'words' },
      { head: 'press.column.low', holds: 'words' },
      { head: 'press.column.result-low', holds: 'numbers' },
      { head: 'press.column.high', holds: 'words' },
      { head: 'press.column.result-high', holds: 'numbers' },
      { head: 'press.column.swing', holds: 'numbers' },
    ],
    bySwing(data.inputs).map((input) => [
      input.name,
      input.low.input,
      printedPeople(locale, input.low.result),
      input.high.input,
      printedPeople(locale, input.high.result),
      printedPeople(locale, swingOf(input)),
    ]),
  )
}

function bySwing(inputs: readonly TornadoInput[]): readonly TornadoInput[] {
  return inputs.toSorted((a, b) => swingOf(b) - swingOf(a))
}

function swingOf({ low, high }: TornadoInput): number {
  return Math.abs(high.result - low.result)
}

function rangeOf({ low, high }: TornadoInput): Range {
  return { min: Math.min(low.result, high.result), max: Math.max(low.result, high.result) }
}

function inputRow(
  input: TornadoInput,
  { base, id, locale }: { readonly base: number; readonly id: string; readonly locale: Locale },
): ChartRow {
  const half = (y: number, result: number, texture: number) => ({
    ...{ y, height: STRIP, from: Math.min(base, result), to: Math.max(base, result) },
    ...{ fill: textureFill(id, texture), stroke: ACCENT },
  })
  const end = ({ input: words, result }: TornadoEnd) =>
    say(locale, 'press.chart.tornado.end', { input: words, number: printedPeople(locale, result) })
  return {
    name: input.name,
    value: printedInterval(locale, rangeOf(input)),
    details: [end(input.low), end(input.high)],
    strip: STRIP,
    draw: (y) => ({
      bars: [half(y, input.low.result, 1), half(y, input.high.result, 0)],
      guides: [{ at: base, y1: y - 4, y2: y + STRIP + 4, stroke: INK, dashed: false }],
    }),
  }
}
