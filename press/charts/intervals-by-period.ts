import { printNumber, wordsIn, type Locale, type Range } from '@corroborate/base'
import type { Alternative, PatternEstimate, PeriodResult } from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { slug } from '../anchor.ts'
import { occasionsWords, peopleWords, windowWords, rangeWords } from '../labels.ts'
import { drawn, measureOf, type Layout } from './drawing.ts'
import { ACCENT, INK, MUTED, TINT, WARM } from './ink.ts'
import { inLines, letters, widthOf } from './lettering.ts'
import { niceTicks } from './nice-ticks.ts'
import type { Bar, Section } from './shapes.ts'
import { textureFill } from './texture.ts'

/**
 * How the answer is made up: a bar from the smallest to the largest number for each period, the two ends stacked into the
 * total, the range as published, and beneath it, as thin lines, the same question under every other reading.
 * @returns SVG, one image with all its numbers in its label
 */
export function intervalsByPeriodChart(
  estimate: PatternEstimate,
  locale: Locale,
  layout: Layout = 'wide',
): string {
  const id = `intervals-${slug(estimate.code)}-${locale}-${layout}`
  const most = Math.max(
    estimate.interval.max,
    estimate.published.range.max,
    ...estimate.alternatives.map((other) => other.interval.max),
  )
  const ticks = niceTicks(most, layout === 'wide' ? 6 : 4)
  const sections = [
    ...estimate.periods.map((period, at) => periodSection(period, textureFill(id, at), locale)),
    totalSection(estimate, id, locale),
    publishedSection(estimate.published.range, locale),
    ...alternativesHead(estimate, locale),
    ...estimate.alternatives.map((other) => alternativeSection(other, { estimate, locale, layout })),
  ]
  return drawn({
    id,
    locale,
    layout,
    label: intervalsInWords(estimate, locale),
    sections,
    domain: [0, ticks.at(-1) ?? most],
    ticks: ticks.map((at) => ({ at, text: printNumber(locale, at) })),
  })
}

/** All that the chart shows, said in words: the label of the image. */
export function intervalsInWords(estimate: PatternEstimate, locale: Locale): string {
  const range = (value: Range) => rangeWords(locale, value)
  return [
    say(locale, 'press.chart.intervals.title', { question: wordsIn(locale, estimate.question) }),
    ...estimate.periods.map((period) =>
      say(locale, 'press.chart.intervals.period', {
        window: windowWords(locale, period.window),
        total: range(period.total),
      }),
    ),
    say(locale, 'press.chart.intervals.total', { total: range(estimate.interval) }),
    say(locale, 'press.chart.intervals.published', { range: range(estimate.published.range) }),
    ...estimate.alternatives.map((other) =>
      say(locale, 'press.chart.intervals.alternative', {
        words: wordsIn(locale, other.words),
        range: range(other.interval),
      }),
    ),
  ].join(' ')
}

const PUBLISHED_BAR = 24

/** Who has one number and no range is still seen: a bar of no width has a stroke. */
function bar(y: number, height: number, range: Range, look: { fill: string; stroke: string }): Bar {
  return { y, height, from: range.min, to: range.max, ...look }
}

function periodSection(period: PeriodResult, fill: string, locale: Locale): Section {
  const made = `${occasionsWords(locale, period.occasions)} × ${peopleWords(locale, period.size)}`
  return {
    height: 62,
    draw: (y) => ({
      letters: [
        letters(y + 10, windowWords(locale, period.window), { bold: true }),
        letters(y + 10, rangeWords(locale, period.total), { side: 'end', bold: true }),
        letters(y + 26, made, { size: 12, fill: MUTED }),
      ],
      bars: [bar(y + 36, 12, period.total, { fill, stroke: ACCENT })],
    }),
  }
}

function totalSection(estimate: PatternEstimate, id: string, locale: Locale): Section {
  const stacked = (y: number, end: 'min' | 'max') => stackOf(estimate.periods, { y, end, id })
  const ends = (end: 'min' | 'max') =>
    say(locale, `press.chart.total.${end}`, { number: printNumber(locale, estimate.interval[end]) })
  return {
    height: 106,
    draw: (y) => ({
      letters: [
        letters(y + 14, say(locale, 'press.chart.total'), { bold: true, size: 14 }),
        letters(y + 14, rangeWords(locale, estimate.interval), { side: 'end', bold: true, size: 14 }),
        letters(y + 34, ends('min'), { size: 12, fill: MUTED }),
        letters(y + 70, ends('max'), { size: 12, fill: MUTED }),
      ],
      bars: [...stacked(y + 43, 'min'), ...stacked(y + 79, 'max')],
    }),
  }
}

/** One end of every period, laid end to end. */
function stackOf(
  periods: readonly PeriodResult[],
  at: { readonly y: number; readonly end: 'min' | 'max'; readonly id: string },
): readonly Bar[] {
  return periods.map((period, index) => {
    const from = periods.slice(0, index).reduce((sum, earlier) => sum + earlier.total[at.end], 0)
    const range = { min: from, max: from + period.total[at.end] }
    return bar(at.y, 14, range, { fill: textureFill(at.id, index), stroke: ACCENT })
  })
}

function publishedSection(range: Range, locale: Locale): Section {
  return {
    height: 52,
    draw: (y) => ({
      letters: [
        letters(y + 12, say(locale, 'press.chart.published'), { bold: true }),
        letters(y + 12, rangeWords(locale, range), { side: 'end', bold: true }),
      ],
      bars: [bar(y + PUBLISHED_BAR, 12, range, { fill: TINT, stroke: ACCENT })],
      guides: [range.min, range.max].map((at) => ({
        ...{ at, y1: y + PUBLISHED_BAR - 3, y2: y + PUBLISHED_BAR + 15, stroke: ACCENT, dashed: false },
      })),
    }),
  }
}

function alternativesHead(estimate: PatternEstimate, locale: Locale): readonly Section[] {
  if (estimate.alternatives.length === 0) return []
  const text = say(locale, 'press.chart.alternatives')
  return [{ height: 22, draw: (y) => ({ letters: [letters(y + 8, text, { bold: true })] }) }]
}

/** Warm where another claim was read in place of ours, because a contradiction stands behind it. */
function alternativeSection(
  other: Alternative,
  { estimate, locale, layout }: { estimate: PatternEstimate; locale: Locale; layout: Layout },
): Section {
  const published = estimate.published.range
  const colour = other.claims.length > 0 ? WARM : INK
  const range = rangeWords(locale, other.interval)
  const lines = inLines(wordsIn(locale, other.words), {
    width: measureOf(layout) - widthOf(range, 12) - 12,
    size: 12,
  })
  const line = lines.length * 15 + 6
  return {
    height: line + 16,
    draw: (y) => ({
      letters: [
        ...lines.map((text, at) => letters(y + 8 + at * 15, text, { size: 12, fill: MUTED })),
        letters(y + 8, range, { side: 'end', size: 12, fill: colour }),
      ],
      bars: [bar(y + line, 1.2, other.interval, { fill: colour, stroke: colour })],
      guides: [
        ...[other.interval.min, other.interval.max].map((at) => ({
          ...{ at, y1: y + line - 3, y2: y + line + 4.2, stroke: colour, dashed: false },
        })),
        ...[published.min, published.max].map((at) => ({
          ...{ at, y1: y + line - 5, y2: y + line + 7, stroke: ACCENT, dashed: true },
        })),
      ],
    }),
  }
}
