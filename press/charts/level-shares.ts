import { printNumber, type Locale } from '@corroborate/base'
import { printBits, shareInWords } from '@corroborate/linkage'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { bitsAxis } from './bits-axis.ts'
import type { Layout } from './drawing.ts'
import { ACCENT } from './ink.ts'
import { numbersTable } from './numbers-table.ts'
import { chartId, rowsChart, saidInstead, type ChartOf, type ChartRow } from './rows-chart.ts'
import { textureFill } from './texture.ts'
import type { ValueAxis } from './value-axis.ts'

/** What the model knows of each level of each comparison. */
export interface LevelsOfModel extends ChartOf {
  readonly comparisons: readonly {
    readonly name: string
    /** From the highest to the lowest. */
    readonly levels: readonly LevelOfModel[]
  }[]
}

export interface LevelOfModel {
  readonly name: string
  readonly m: number
  readonly u: number
  readonly bits: number
  /** Pairs seen at this level; 0 is said. */
  readonly seen: number
}

/**
 * Two bars for each level: how often records of one person agree so (m, full), and how often those of two people (u, hatched).
 * @returns SVG, one image with all its numbers in its label
 */
export function levelSharesChart(data: LevelsOfModel, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'level-shares'
  if (data.comparisons.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.levels.none') })
  const hatched = textureFill(chartId(kind, data, locale, layout), 1)
  return rowsChart({
    ...{ kind, of: data, locale, layout, axis: sharesAxis(locale) },
    lead: [say(locale, 'press.chart.levels.lead')],
    keys: [
      { text: say(locale, 'press.chart.levels.m'), look: 'ground', stroke: ACCENT, fill: ACCENT },
      { text: say(locale, 'press.chart.levels.u'), look: 'ground', stroke: ACCENT, fill: hatched },
    ],
    rows: everyRow(data, (level) => ({
      name: level.name,
      value: say(locale, 'press.chart.levels.value', {
        m: shareInWords(locale, level.m),
        u: shareInWords(locale, level.u),
      }),
      details: unseen(level, locale),
      strip: 18,
      draw: (y) => ({
        bars: [
          { y, height: 8, from: 0, to: level.m, fill: ACCENT, stroke: ACCENT, bare: true },
          { y: y + 10, height: 8, from: 0, to: level.u, fill: hatched, stroke: ACCENT, bare: true },
        ],
      }),
    })),
    foot: [say(locale, 'press.axis.share-of-pairs')],
  })
}

/**
 * A bar for each level from 0 to its weight in bits: full for one person, hatched against.
 * @returns SVG, one image with all its numbers in its label
 */
export function levelWeightsChart(data: LevelsOfModel, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'level-weights'
  const bits = data.comparisons.flatMap(({ levels }) => levels.map((level) => level.bits))
  if (bits.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.levels.none') })
  const hatched = textureFill(chartId(kind, data, locale, layout), 1)
  return rowsChart({
    ...{ kind, of: data, locale, layout, axis: bitsAxis(bits, { locale, layout }) },
    lead: [say(locale, 'press.chart.weights.lead')],
    keys: [
      { text: say(locale, 'press.chart.waterfall.for'), look: 'ground', stroke: ACCENT, fill: ACCENT },
      { text: say(locale, 'press.chart.waterfall.against'), look: 'ground', stroke: ACCENT, fill: hatched },
    ],
    rows: everyRow(data, (level) => ({
      name: level.name,
      value: say(locale, 'linkage.bits', { bits: printBits(locale, level.bits) }),
      details: unseen(level, locale),
      strip: 10,
      draw: (y) => ({
        bars: [
          {
            ...{ y, height: 10, from: Math.min(0, level.bits), to: Math.max(0, level.bits), stroke: ACCENT },
            ...{ fill: level.bits < 0 ? hatched : ACCENT, bare: true },
          },
        ],
      }),
    })),
    foot: [say(locale, 'press.axis.bits')],
  })
}

/** The numbers of both charts: a row for each level. */
export function levelsTable({ comparisons }: LevelsOfModel, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.comparison', holds: 'words' },
      { head: 'press.column.level', holds: 'words' },
      { head: 'press.column.m', holds: 'numbers' },
      { head: 'press.column.u', holds: 'numbers' },
      { head: 'press.column.bits', holds: 'numbers' },
      { head: 'press.column.seen', holds: 'numbers' },
    ],
    comparisons.flatMap(({ name, levels }) =>
      levels.map((level) => [
        ...[name, level.name, shareInWords(locale, level.m), shareInWords(locale, level.u)],
        ...[printBits(locale, level.bits), printNumber(locale, Math.round(level.seen))],
      ]),
    ),
  )
}

/** The name of each comparison as a row of its own, above its levels. */
function everyRow(
  { comparisons }: LevelsOfModel,
  rowOf: (level: LevelOfModel) => ChartRow,
): readonly ChartRow[] {
  return comparisons.flatMap(({ name, levels }) => [{ name, value: '', bold: true }, ...levels.map(rowOf)])
}

function unseen({ seen }: LevelOfModel, locale: Locale): readonly string[] {
  return seen > 0 ? [] : [say(locale, 'linkage.explain.unseen')]
}

function sharesAxis(locale: Locale): ValueAxis {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: shareInWords(locale, at) }))
  return { domain: [0, 1], scale: 'linear', ticks, warning: null }
}
