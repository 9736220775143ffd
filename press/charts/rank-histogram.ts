import { printNumber, printRange, type Locale, type Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { drawn, type Layout } from './drawing.ts'
import { ACCENT, HAIRLINE, INK, TINT } from './ink.ts'
import { niceTicks } from './nice-ticks.ts'
import { numbersTable } from './numbers-table.ts'
import { printedShare } from './printed.ts'
import { AIR, chartId, inWords, leadSections, saidInstead, type ChartOf } from './rows-chart.ts'
import type { Section } from './shapes.ts'
import { textureFill } from './texture.ts'

/** Simulation-based calibration: how often the truth took each rank among the draws of its answer. */
export interface RankHistogram extends ChartOf {
  /** How often, in each of these equal bins of ranks. */
  readonly counts: readonly number[]
  /** The highest rank that there is: as many as draws are compared with. */
  readonly highestRank: number
  /** What a right method gives in a bin: its mean, and the range that holds so large a part of bins. */
  readonly expected: { readonly mean: number; readonly band: Range; readonly level: number }
}

/**
 * Bars from 0, one for each bin of ranks, before the band in which a right method's bars lie. Bars that leave the band
 * are filled otherwise and counted.
 * @returns SVG, one image with all its numbers in its label
 */
export function rankHistogramChart(data: RankHistogram, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'rank-histogram'
  const { counts, highestRank } = data
  const repetitions = counts.reduce((sum, count) => sum + count, 0)
  if (repetitions === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.ranks.none') })
  const id = chartId(kind, data, locale, layout)
  const lead = leadOf(data, { repetitions, locale })
  const foot = say(locale, 'press.axis.ranks')
  return drawn({
    ...{ id, locale, layout, foot, domain: [0, counts.length] },
    label: inWords([
      data.title,
      ...lead,
      say(locale, 'press.chart.ranks.counts', { counts: countsInWords(data, locale) }),
      foot,
    ]),
    ticks: niceTicks(highestRank, layout === 'wide' ? 5 : 4)
      .filter((rank) => rank <= highestRank)
      .map((rank) => ({
        at: (counts.length * rank) / (highestRank + 1),
        text: printNumber(locale, rank),
      })),
    sections: [AIR, ...leadSections(lead, layout), barsSection(data, { id, layout })],
  })
}

/** The numbers of the chart: a row for each bin. */
export function rankHistogramTable(data: RankHistogram, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.ranks', holds: 'words' },
      { head: 'press.column.how-many', holds: 'numbers' },
      { head: 'press.column.expected', holds: 'numbers' },
    ],
    data.counts.map((count, at) => [
      ranksOf(data, at, locale),
      printNumber(locale, count),
      bandInWords(data, locale),
    ]),
  )
}

/** The whole ranks of a bin: those from 0 to the highest are shared out evenly. */
function ranksOf({ counts, highestRank }: RankHistogram, bin: number, locale: Locale): string {
  const edge = (at: number) => Math.ceil(((highestRank + 1) * at) / counts.length)
  return printRange(locale, { min: edge(bin), max: Math.max(edge(bin), edge(bin + 1) - 1) })
}

function bandInWords({ expected }: RankHistogram, locale: Locale): string {
  return printRange(locale, expected.band)
}

function countsInWords({ counts }: RankHistogram, locale: Locale): string {
  return counts.map((count) => printNumber(locale, count)).join(say(locale, 'press.comma'))
}

function isOutside({ expected: { band } }: RankHistogram, count: number): boolean {
  return count < band.min || count > band.max
}

function leadOf(
  data: RankHistogram,
  { repetitions, locale }: { readonly repetitions: number; readonly locale: Locale },
): readonly string[] {
  const { mean, level } = data.expected
  const outside = data.counts.filter((count) => isOutside(data, count)).length
  const number = (value: number) => printNumber(locale, Math.round(value * 10) / 10)
  return [
    say(locale, 'press.chart.ranks.lead', {
      repetitions: number(repetitions),
      mean: number(mean),
      level: printedShare(locale, level),
      band: bandInWords(data, locale),
    }),
    say(locale, 'press.chart.ranks.outside', {
      count: outside,
      outside: number(outside),
      bins: number(data.counts.length),
    }),
  ]
}

function barsSection(
  data: RankHistogram,
  { id, layout }: { readonly id: string; readonly layout: Layout },
): Section {
  const { counts, expected } = data
  const tall = layout === 'wide' ? 150 : 120
  const most = Math.max(...counts, expected.band.max, 1)
  const up = (count: number) => (count / most) * (tall - 6)
  const whole = { from: 0, to: counts.length }
  return {
    height: tall,
    draw: (y) => ({
      // Bars too stand behind the lines of the band, which would vanish behind them.
      bands: [
        {
          ...{
            ...whole,
            y: y + tall - up(expected.band.max),
            height: up(expected.band.max) - up(expected.band.min),
          },
          ...{ fill: TINT, stroke: HAIRLINE },
        },
        ...counts.map((count, at) => ({
          ...{ y: y + tall - up(count), height: up(count), from: at + 0.12, to: at + 0.88 },
          ...{ fill: isOutside(data, count) ? ACCENT : textureFill(id, 1), stroke: ACCENT },
        })),
      ],
      curves: [expected.band.min, expected.mean, expected.band.max].map((count) => ({
        points: [whole.from, whole.to].map((at) => ({ at, y: y + tall - up(count) })),
        ...{ stroke: INK, dashed: count !== expected.mean, width: 1 },
      })),
    }),
  }
}
