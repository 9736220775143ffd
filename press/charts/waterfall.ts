import type { Locale } from '@corroborate/base'
import { printBits } from '@corroborate/linkage'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { bitsAxis } from './bits-axis.ts'
import type { Layout } from './drawing.ts'
import { ACCENT, INK, MUTED } from './ink.ts'
import { nameSafe } from './lettering.ts'
import { numbersTable } from './numbers-table.ts'
import { chartId, rowsChart, type ChartOf, type ChartRow } from './rows-chart.ts'
import type { Bar, Guide } from './shapes.ts'
import { textureFill } from './texture.ts'

/** How the weight of a pair adds up, step by step. */
export interface Waterfall extends ChartOf {
  readonly steps: readonly WaterfallStep[]
  /** The sum, in bits, and what it says in words. */
  readonly total: { readonly bits: number; readonly said: readonly string[] }
  /** In bits, from where the run proposes to join. */
  readonly line: number
}

export interface WaterfallStep {
  readonly name: string
  /** What was found, in words. */
  readonly said: string
  /** The values as they are compared; null where there is none to show. */
  readonly values: { readonly left: string; readonly right: string } | null
  readonly bits: number
}

const STRIP = 16

/**
 * A bar for each step, from the sum before it to the sum after: full where it speaks for one person, hatched where it speaks against. The broken line
 * through all rows is where the run begins to propose.
 * @returns SVG, one image with all its numbers in its label
 */
export function waterfallChart(data: Waterfall, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'waterfall'
  const sums = runningSums(data)
  const against = textureFill(chartId(kind, data, locale, layout), 1)
  return rowsChart({
    ...{ kind, of: data, locale, layout },
    axis: bitsAxis([...sums, data.line], { locale, layout }),
    lead: [say(locale, 'press.chart.waterfall.lead')],
    keys: [
      { text: say(locale, 'press.chart.waterfall.for'), look: 'ground', stroke: ACCENT, fill: ACCENT },
      { text: say(locale, 'press.chart.waterfall.against'), look: 'ground', stroke: ACCENT, fill: against },
      {
        text: say(locale, 'press.chart.waterfall.line', { bits: printBits(locale, data.line) }),
        ...{ look: 'broken', stroke: INK },
      },
    ],
    rows: [
      ...data.steps.map((step, at) =>
        stepRow(step, { before: sums[at - 1] ?? 0, after: sums[at] ?? 0, line: data.line, against, locale }),
      ),
      totalRow(data, locale),
    ],
    foot: [say(locale, 'press.axis.bits'), say(locale, 'press.chart.waterfall.foot')],
  })
}

/** The numbers of the chart, with the sum after each step. */
export function waterfallTable(data: Waterfall, locale: Locale): Table {
  const sums = runningSums(data)
  return numbersTable(
    locale,
    [
      { head: 'press.column.comparison', holds: 'words' },
      { head: 'press.column.found', holds: 'words' },
      { head: 'press.column.left', holds: 'codes' },
      { head: 'press.column.right', holds: 'codes' },
      { head: 'press.column.bits', holds: 'numbers' },
      { head: 'press.column.running', holds: 'numbers' },
    ],
    data.steps.map(({ name, said, values, bits }, at) => [
      ...[name, said, values?.left ?? '', values?.right ?? ''],
      ...[printBits(locale, bits), printBits(locale, sums[at] ?? 0)],
    ]),
  )
}

function runningSums({ steps }: Waterfall): readonly number[] {
  return steps.reduce<number[]>((sums, { bits }) => [...sums, (sums.at(-1) ?? 0) + bits], [])
}

interface Standing {
  readonly before: number
  readonly after: number
  readonly line: number
  readonly against: string
  readonly locale: Locale
}

function stepRow({ name, said, values, bits }: WaterfallStep, standing: Standing): ChartRow {
  const { before, after, line, against, locale } = standing
  const bar = (y: number): Bar => ({
    ...{ y: y + 2, height: STRIP - 4, from: Math.min(before, after), to: Math.max(before, after) },
    ...{ fill: bits < 0 ? against : ACCENT, stroke: ACCENT, bare: true },
  })
  return {
    name,
    value: say(locale, 'linkage.bits', { bits: printBits(locale, bits) }),
    details: [said, values === null ? '' : sideBySide(locale, values)].filter((text) => text !== ''),
    strip: STRIP,
    draw: (y) => ({
      bars: bits === 0 ? [] : [bar(y)],
      guides: [
        lineGuide(y, line),
        { at: after, y1: y, y2: y + STRIP, stroke: bits === 0 ? MUTED : ACCENT, dashed: false },
      ],
    }),
  }
}

function totalRow({ total, line }: Waterfall, locale: Locale): ChartRow {
  const bar = (y: number): Bar => ({
    ...{ y: y + 2, height: STRIP - 4, from: Math.min(0, total.bits), to: Math.max(0, total.bits) },
    ...{ fill: MUTED, stroke: INK, bare: true },
  })
  return {
    name: say(locale, 'linkage.explain.total-name'),
    value: say(locale, 'linkage.bits', { bits: printBits(locale, total.bits) }),
    details: total.said,
    bold: true,
    strip: STRIP,
    draw: (y) => ({ bars: [bar(y)], guides: [lineGuide(y, line)] }),
  }
}

function lineGuide(y: number, at: number): Guide {
  return { at, y1: y - 4, y2: y + STRIP + 4, stroke: INK, dashed: true }
}

/** Two values in the order of the language, whatever their scripts: marks of direction keep them apart. */
function sideBySide(
  locale: Locale,
  { left, right }: { readonly left: string; readonly right: string },
): string {
  const mark = locale === 'ar' ? '\u200F' : '\u200E'
  return `${mark}${nameSafe(locale, left)}${mark} | ${mark}${nameSafe(locale, right)}${mark}`
}
