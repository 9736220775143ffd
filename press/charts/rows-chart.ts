import type { Locale, Range } from '@corroborate/base'
import { slug } from '../anchor.ts'
import { drawn, measureOf, valueAt, type Layout } from './drawing.ts'
import { ACCENT, INK, MUTED, TINT } from './ink.ts'
import { keySection, type Key } from './key.ts'
import { inLines, letters, nameSafe, widthOf } from './lettering.ts'
import { sentence } from './printed.ts'
import type { Bar, Curve, Guide, Section, Shapes } from './shapes.ts'
import type { ValueAxis } from './value-axis.ts'

/** What every chart is told beside its data. */
export interface ChartOf {
  /** Unique among the charts of its kind on a page. */
  readonly code: string
  /** What is asked, in the words of the reader's language. */
  readonly title: string
}

/** One line of a chart: its name and its value in words, and beneath them a strip that draws the value. */
export interface ChartRow {
  readonly name: string
  readonly value: string
  readonly details?: readonly string[]
  readonly bold?: boolean
  /** Pixels; none for what is only said. */
  readonly strip?: number
  readonly draw?: (y: number) => Partial<Shapes>
}

export interface RowsChart {
  readonly kind: string
  readonly of: ChartOf
  readonly locale: Locale
  readonly layout: Layout
  /** Sentences above the rows. */
  readonly lead: readonly string[]
  /** What lines and fills mean, beneath the lead. */
  readonly keys?: readonly Key[]
  readonly rows: readonly ChartRow[]
  readonly axis: ValueAxis | null
  /** Sentences beneath the axis. */
  readonly foot: readonly string[]
}

/** The name under which a chart's fills are found. */
export function chartId(kind: string, { code }: ChartOf, locale: Locale, layout: Layout): string {
  return `${kind}-${slug(code)}-${locale}-${layout}`
}

/** Rows beneath one another on one axis. Its label says what the rows say, in their order. */
export function rowsChart(chart: RowsChart): string {
  const { kind, of, locale, layout, lead, rows, axis, keys = [] } = chart
  const domain = axis?.domain ?? [0, 1]
  const scale = axis?.scale ?? 'linear'
  const place = (pixel: number) => valueAt({ domain, scale, layout }, pixel)
  const foot = [axis?.warning ?? '', ...chart.foot].filter((text) => text !== '').join(' ')
  return drawn({
    ...{ id: chartId(kind, of, locale, layout), locale, layout },
    label: inWords([of.title, ...lead, ...keys.map(({ text }) => text), ...rows.map(rowInWords), foot]),
    sections: [
      AIR,
      ...leadSections(lead, layout),
      ...keys.map((key) => keySection(key, { layout, place })),
      ...rows.map((row) => rowSection(row, { locale, layout })),
    ],
    ...{ domain, scale, ticks: axis?.ticks ?? [] },
    ...{ foot, bare: axis === null },
  })
}

/** Where there is nothing to draw, one sentence that says so is drawn in its place. */
export function saidInstead(
  kind: string,
  { of, locale, layout, why }: { of: ChartOf; locale: Locale; layout: Layout; why: string },
): string {
  return rowsChart({ kind, of, locale, layout, lead: [why], rows: [], axis: null, foot: [] })
}

/** All that a chart shows as sentences. */
export function inWords(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => sentence(part))
    .join(' ')
}

export function rowInWords({ name, value, details = [] }: ChartRow): string {
  return inWords([value === '' ? name : `${name}: ${value}`, ...details])
}

/** Nothing, above the first row of a chart: its letters do not touch the edge. */
export const AIR: Section = { height: 4, draw: () => ({}) }

/** Sentences above a chart, in lines of its width. */
export function leadSections(lead: readonly string[], layout: Layout): readonly Section[] {
  return lead.map((text) => {
    const lines = inLines(text, { width: measureOf(layout), size: 12 })
    return {
      height: lines.length * LINE + 6,
      draw: (y) => ({
        letters: lines.map((line, at) => letters(y + 9 + at * LINE, line, { size: 12, fill: MUTED })),
      }),
    }
  })
}

const LINE = 15
const ABOVE = 8
const GAP = 10

/** A value too long to stand beside its name stands beneath it. */
export function rowSection(
  row: ChartRow,
  { locale, layout }: { readonly locale: Locale; readonly layout: Layout },
): Section {
  const { name, value, details = [], bold = false, strip = 0 } = row
  const measure = measureOf(layout)
  const beside = widthOf(value, 13) + 12 < measure * 0.66
  const names = inLines(name, { width: beside ? measure - widthOf(value, 13) - 12 : measure, size: 13 })
  const safe = (text: string) => (nameSafe(locale, name) === name ? text : nameSafe(locale, text))
  const values = beside ? [] : inLines(value, { width: measure, size: 13 })
  const said = details.flatMap((detail) => inLines(detail, { width: measure, size: 12 }))
  const words = (names.length + values.length + said.length) * LINE
  return {
    height: words + (strip === 0 ? GAP / 2 : ABOVE + strip + GAP),
    draw: (y) => ({
      ...(row.draw?.(y + words + ABOVE) ?? {}),
      grids: strip === 0 ? [] : [{ y: y + words + ABOVE, height: strip }],
      letters: [
        ...names.map((text, at) => letters(y + 9 + at * LINE, safe(text), { bold })),
        ...(beside ? [letters(y + 9, value, { side: 'end', bold })] : []),
        ...values.map((text, at) => letters(y + 9 + (names.length + at) * LINE, text, { bold })),
        ...said.map((text, at) =>
          letters(y + 9 + (names.length + values.length + at) * LINE, text, { size: 12, fill: MUTED }),
        ),
      ],
    }),
  }
}

/** An interval as a thin line with ends, in the middle of a strip. */
export function whisker(middle: number, { min, max }: Range, stroke: string = INK): Partial<Shapes> {
  return {
    bars: [{ y: middle - 0.6, height: 1.2, from: min, to: max, fill: stroke, stroke, bare: true }],
    guides: [min, max].map((at): Guide => ({ at, y1: middle - 5, y2: middle + 5, stroke, dashed: false })),
  }
}

/** From a number on, without an end: a broken line to the end of the axis. */
export function openEnded(middle: number, { from, to }: { from: number; to: number }): Partial<Shapes> {
  const line: Curve = {
    points: [
      { at: from, y: middle },
      { at: to, y: middle },
    ],
    ...{ stroke: INK, dashed: true, width: 1.4 },
  }
  return {
    curves: [line],
    guides: [{ at: from, y1: middle - 5, y2: middle + 5, stroke: INK, dashed: false }],
  }
}

/** A range that rows are held against, behind them in their strips. */
export function bandBehind(y: number, height: number, { min, max }: Range): Partial<Shapes> {
  const band: Bar = { y: y - 3, height: height + 6, from: min, to: max, fill: TINT, stroke: 'none' }
  return {
    bands: [band],
    guides: [min, max].map((at): Guide => ({
      at,
      y1: y - 3,
      y2: y + height + 3,
      stroke: ACCENT,
      dashed: true,
    })),
  }
}

/** The shapes of several, in the order in which they are given. */
export function together(...parts: readonly Partial<Shapes>[]): Partial<Shapes> {
  return {
    letters: parts.flatMap((part) => part.letters ?? []),
    bands: parts.flatMap((part) => part.bands ?? []),
    bars: parts.flatMap((part) => part.bars ?? []),
    grids: parts.flatMap((part) => part.grids ?? []),
    guides: parts.flatMap((part) => part.guides ?? []),
    curves: parts.flatMap((part) => part.curves ?? []),
    dots: parts.flatMap((part) => part.dots ?? []),
  }
}
