import { printNumber, type Locale, type Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import type { Layout } from './drawing.ts'
import { ACCENT, HAIRLINE, INK } from './ink.ts'
import { niceTicks } from './nice-ticks.ts'
import { numbersTable } from './numbers-table.ts'
import { printedIndex, printedInterval, printedPeople } from './printed.ts'
import { rowsChart, saidInstead, type ChartOf, type ChartRow } from './rows-chart.ts'
import { thinned } from './thinned.ts'
import { TWENTYFOLD, type ValueAxis } from './value-axis.ts'

/** Several chains that were drawn of one answer, to see whether they agree. */
export interface Traces extends ChartOf {
  /** Draws of each chain, in their order: people. */
  readonly chains: readonly (readonly number[])[]
  /** How far the chains differ among themselves: 1 when not at all; none where it cannot be computed. */
  readonly rHat: number | null
  /** How many independent draws all of them are worth. */
  readonly effectiveSize: number | null
}

const STRIP = 52

/**
 * Each chain a strip of its own on one common scale, with its median; the median of all runs through every strip as a
 * broken line, so that a chain that stays elsewhere is seen.
 * @returns SVG, one image with all its numbers in its label
 */
export function tracesChart(data: Traces, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'traces'
  const chains = data.chains.filter((chain) => chain.length > 0)
  if (chains.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.traces.none') })
  const all = chains.flatMap((chain) => [...chain])
  const range = { min: lowest(all), max: highest(all) }
  const scale = stripScale(range)
  const longest = highest(chains.map((chain) => chain.length))
  const middle = medianOf(all)
  return rowsChart({
    ...{ kind, of: data, locale, layout },
    axis: drawsAxis(longest, { locale, layout }),
    lead: [
      ...agreementWords(data, locale),
      say(locale, 'press.chart.traces.median-of-all', { number: printedPeople(locale, middle) }),
    ],
    rows: chains.map((chain, at) => chainRow(chain, { at, middle, scale, layout, locale })),
    foot: [
      say(locale, 'press.axis.draws'),
      say(locale, scale.scale === 'log' ? 'press.chart.traces.strip-log' : 'press.chart.traces.strip', {
        from: printedPeople(locale, scale.domain[0]),
        to: printedPeople(locale, scale.domain[1]),
      }),
      ...(longest > POINTS[layout] ? [say(locale, 'press.chart.traces.thinned')] : []),
    ],
  })
}
/** Of each chain; more would be one black band. */
const POINTS: Readonly<Record<Layout, number>> = { wide: 300, narrow: 150 }

/** The numbers of the chart: a row for each chain, then all of them. */
export function tracesTable(data: Traces, locale: Locale): Table {
  const chains = data.chains.filter((chain) => chain.length > 0)
  const cells = (draws: readonly number[]) => [
    printNumber(locale, draws.length),
    printedPeople(locale, medianOf(draws)),
    printedInterval(locale, rangeOf(draws)),
  ]
  const all = chains.flatMap((chain) => [...chain])
  return numbersTable(
    locale,
    [
      { head: 'press.column.chain', holds: 'words' },
      { head: 'press.column.draws', holds: 'numbers' },
      { head: 'press.column.median', holds: 'numbers' },
      { head: 'press.column.from-to', holds: 'numbers' },
      { head: 'press.column.r-hat', holds: 'numbers' },
      { head: 'press.column.effective-size', holds: 'numbers' },
    ],
    chains.length === 0
      ? []
      : [
          ...chains.map((chain, at) => [chainName(at, locale), ...cells(chain)]),
          [
            say(locale, 'press.chart.traces.all'),
            ...cells(all),
            data.rHat === null ? '' : printedIndex(locale, data.rHat),
            data.effectiveSize === null ? '' : printedPeople(locale, data.effectiveSize),
          ],
        ],
  )
}

function chainName(at: number, locale: Locale): string {
  return say(locale, 'press.chart.traces.chain', { number: printNumber(locale, at + 1) })
}

function agreementWords({ rHat, effectiveSize }: Traces, locale: Locale): readonly string[] {
  return [
    rHat === null
      ? say(locale, 'press.chart.traces.no-r-hat')
      : say(locale, 'press.chart.traces.r-hat', { number: printedIndex(locale, rHat) }),
    ...(effectiveSize === null
      ? []
      : [
          say(locale, 'press.chart.traces.effective-size', {
            count: Math.round(effectiveSize),
            number: printedPeople(locale, effectiveSize),
          }),
        ]),
  ]
}

function drawsAxis(
  longest: number,
  { locale, layout }: { readonly locale: Locale; readonly layout: Layout },
): ValueAxis {
  const ticks = niceTicks(longest, layout === 'wide' ? 6 : 4).filter((at) => at <= longest)
  return {
    domain: [0, longest],
    scale: 'linear',
    ticks: ticks.map((at) => ({ at, text: printNumber(locale, at) })),
    warning: null,
  }
}

function chainRow(
  chain: readonly number[],
  from: { at: number; middle: number; scale: StripScale; layout: Layout; locale: Locale },
): ChartRow {
  const { at, middle, scale, layout, locale } = from
  const up = (value: number) => STRIP * (1 - partOf(scale, value))
  const points = thinned(chain, POINTS[layout])
  return {
    name: chainName(at, locale),
    value: say(locale, 'press.chart.traces.median', { number: printedPeople(locale, medianOf(chain)) }),
    strip: STRIP,
    draw: (y) => ({
      curves: [
        level(y, chain.length, HAIRLINE),
        level(y + STRIP, chain.length, HAIRLINE),
        {
          points: points.map(({ index, value }) => ({ at: index + 1, y: y + up(value) })),
          ...{ stroke: ACCENT, dashed: false, width: 1 },
        },
        { ...level(y + up(middle), chain.length, INK), dashed: true, width: 1.2 },
      ],
      dots:
        points.length > 1
          ? []
          : points.map(({ index, value }) => ({
              ...{ at: index + 1, y: y + up(value), radius: 3, fill: ACCENT, stroke: ACCENT },
            })),
    }),
  }
}

function level(y: number, to: number, stroke: string) {
  const points = [
    { at: 0, y },
    { at: to, y },
  ]
  return { points, stroke, dashed: false, width: 0.75 }
}

interface StripScale {
  readonly domain: readonly [number, number]
  readonly scale: 'linear' | 'log'
}

/** Round numbers close around all draws: its ends are said, so it need not begin at 0. */
function stripScale({ min, max }: Range): StripScale {
  if (min >= 1 && max / min >= TWENTYFOLD) return { domain: [min, max], scale: 'log' }
  const [, step = 1] = niceTicks(max - min, 10)
  const from = Math.floor(min / step) * step
  return { domain: [from, Math.max(Math.ceil(max / step) * step, from + step)], scale: 'linear' }
}

/** Where a value stands between the bottom of a strip and its top. */
function partOf({ domain: [from, to], scale }: StripScale, value: number): number {
  return scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
}

function medianOf(draws: readonly number[]): number {
  const sorted = draws.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

function rangeOf(draws: readonly number[]): Range {
  return { min: lowest(draws), max: highest(draws) }
}

/** Not `Math.min(...)`: chains are longer than a call may have arguments. */
function lowest(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => (number < least ? number : least), Infinity)
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => (number > most ? number : most), -Infinity)
}
