import { printNumber, printRange, type Locale } from '@corroborate/base'
import { printBits } from '@corroborate/linkage'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { bitsAxis } from './bits-axis.ts'
import { drawn, valueAt, type Layout } from './drawing.ts'
import { ACCENT, HAIRLINE, INK, MUTED } from './ink.ts'
import { keySection, type Key } from './key.ts'
import { letters } from './lettering.ts'
import { numbersTable } from './numbers-table.ts'
import { AIR, chartId, inWords, leadSections, saidInstead, type ChartOf } from './rows-chart.ts'
import type { Section } from './shapes.ts'
import { textureFill } from './texture.ts'

/** How many pairs have which weight. */
export interface ScoreHistogram extends ChartOf {
  /** Bins in bits, rising, each beside the next. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly pairs: number }[]
  /** Weights, in bits, at which the bands of the review begin and end. */
  readonly bands: readonly number[]
  /** In bits, from where the run proposes to join. */
  readonly line: number
}

/**
 * Bars of pairs by weight, on a scale that multiplies, because between two people and one there are few pairs and beside them many. Bars from the line on
 * are full, those under it hatched.
 * @returns SVG, one image with all its numbers in its label
 */
export function scoreHistogramChart(data: ScoreHistogram, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'score-histogram'
  const pairs = data.bins.reduce((sum, bin) => sum + bin.pairs, 0)
  if (pairs === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.scores.none') })
  const id = chartId(kind, data, locale, layout)
  const { domain, ticks } = bitsAxis([...data.bins.flatMap(({ from, to }) => [from, to]), data.line], {
    locale,
    layout,
  })
  const place = (pixel: number) => valueAt({ domain, scale: 'linear', layout }, pixel)
  const lead = say(locale, 'press.chart.scores.lead', { pairs: printNumber(locale, pairs) })
  const keys = keysOf(data, locale)
  const foot = say(locale, 'press.axis.bits')
  return drawn({
    ...{ id, locale, layout, domain, ticks, foot },
    label: inWords([data.title, lead, ...keys.map(({ text }) => text), ...binsInWords(data, locale), foot]),
    sections: [
      AIR,
      ...leadSections([lead], layout),
      ...keys.map((key) => keySection(key, { layout, place })),
      barsSection(data, { domain, hatched: textureFill(id, 1), locale, layout }),
    ],
  })
}

/** The numbers of the chart: a row for each bin that has pairs. */
export function scoreHistogramTable(data: ScoreHistogram, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.bits', holds: 'words' },
      { head: 'press.column.pairs', holds: 'numbers' },
    ],
    filled(data).map(({ from, to, pairs }) => [
      printRange(locale, { min: from, max: to }),
      printNumber(locale, pairs),
    ]),
  )
}

function keysOf({ line }: ScoreHistogram, locale: Locale): readonly Key[] {
  return [
    {
      text: say(locale, 'press.chart.waterfall.line', { bits: printBits(locale, line) }),
      ...{ look: 'line', stroke: INK },
    },
    { text: say(locale, 'press.chart.scores.bands'), look: 'broken', stroke: MUTED },
  ]
}

function filled({ bins }: ScoreHistogram): ScoreHistogram['bins'] {
  return bins.filter(({ pairs }) => pairs > 0)
}

function binsInWords(data: ScoreHistogram, locale: Locale): readonly string[] {
  return filled(data).map(({ from, to, pairs }) =>
    say(locale, 'press.chart.labelled', {
      name: printRange(locale, { min: from, max: to }),
      value: printNumber(locale, pairs),
    }),
  )
}

/** One pair has a height too. */
function heightOf(pairs: number): number {
  return pairs === 0 ? 0 : Math.log10(pairs) + 0.3
}

function barsSection(
  { bins, bands, line }: ScoreHistogram,
  {
    domain,
    hatched,
    locale,
    layout,
  }: {
    readonly domain: readonly [number, number]
    readonly hatched: string
    readonly locale: Locale
    readonly layout: Layout
  },
): Section {
  const tall = layout === 'wide' ? 170 : 140
  const most = Math.max(...bins.map(({ pairs }) => heightOf(pairs)))
  const up = (pairs: number) => (heightOf(pairs) / most) * (tall - 16)
  const tens = Array.from({ length: Math.ceil(most) }, (_, power) => 10 ** power).filter(
    (pairs) => heightOf(pairs) <= most,
  )
  return {
    height: tall,
    draw: (y) => ({
      bands: bins.map((bin) => ({
        ...{ y: y + tall - up(bin.pairs), height: up(bin.pairs), from: bin.from, to: bin.to },
        ...{ fill: bin.from >= line ? ACCENT : hatched, stroke: bin.pairs === 0 ? 'none' : ACCENT },
      })),
      curves: tens.map((pairs) => ({
        points: domain.map((at) => ({ at, y: y + tall - up(pairs) })),
        ...{ stroke: HAIRLINE, dashed: false, width: 0.75 },
      })),
      guides: [
        ...bands.map((at) => ({ at, y1: y, y2: y + tall, stroke: MUTED, dashed: true })),
        { at: line, y1: y, y2: y + tall, stroke: INK, dashed: false },
      ],
      letters: tens.map((pairs) =>
        letters(y + tall - up(pairs) - 6, printNumber(locale, pairs), { size: 11, fill: MUTED, side: 'end' }),
      ),
    }),
  }
}
