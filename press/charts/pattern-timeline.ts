import { printWhen, wordsIn, type Locale } from '@corroborate/base'
import {
  isPatternRequest,
  type DayRange,
  type PatternEstimate,
  type PatternRequest,
  type PeriodResult,
} from '@corroborate/estimate'
import type { Investigation } from '@corroborate/report'
import { say } from '@corroborate/words'
import { slug } from '../anchor.ts'
import { peopleWords, rateWords, windowWords } from '../labels.ts'
import { drawn, measureOf, type Layout } from './drawing.ts'
import { ACCENT, INK, MUTED } from './ink.ts'
import { inLines } from './lettering.ts'
import type { Section } from './shapes.ts'
import { textureFill } from './texture.ts'

export interface TimelineAsked {
  readonly estimate: PatternEstimate
  readonly investigation: Investigation
  readonly locale: Locale
  readonly layout?: Layout
}

/**
 * What is said to have recurred, and when: one band for each period's window, with how often and how many each time.
 * Single occasions are not drawn: their days are not known.
 * @returns SVG, one image with all its words in its label; years run the way the language reads
 */
export function patternTimelineChart(asked: TimelineAsked): string {
  const { estimate, investigation, locale, layout = 'wide' } = asked
  const id = `timeline-${slug(estimate.code)}-${locale}-${layout}`
  const rows = rowsOf(estimate, investigation, locale)
  const domain = domainOf(estimate.periods.map((period) => period.window))
  return drawn({
    id,
    locale,
    layout,
    label: timelineWords(estimate, rows, locale),
    sections: [
      { height: 4, draw: () => ({}) },
      ...rows.map((row, at) => rowSection(row, textureFill(id, at), layout)),
    ],
    domain,
    ticks: yearsIn(domain).map((year) => ({
      at: dayNumber(`${year}-01-01`),
      text: printWhen(locale, year),
    })),
  })
}

/** All that the timeline shows, said in words. */
export function timelineInWords({ estimate, investigation, locale }: TimelineAsked): string {
  return timelineWords(estimate, rowsOf(estimate, investigation, locale), locale)
}

interface Row {
  readonly window: DayRange
  readonly windowText: string
  readonly pattern: string
}

function rowsOf(estimate: PatternEstimate, investigation: Investigation, locale: Locale): readonly Row[] {
  const request = investigation.estimates.filter(isPatternRequest).find(({ id }) => id === estimate.id)
  return estimate.periods.map((period) => ({
    window: period.window,
    windowText: windowWords(locale, period.window),
    pattern: patternText(period, { request, investigation, locale }),
  }))
}

function patternText(
  period: PeriodResult,
  from: { request: PatternRequest | undefined; investigation: Investigation; locale: Locale },
): string {
  const { request, investigation, locale } = from
  const asked = request?.periods.find((candidate) => candidate.code === period.code)
  const rate = investigation.claims.find((claim) => claim.id === asked?.rate)?.pattern?.rate
  const size = say(locale, 'press.timeline.size', { people: peopleWords(locale, period.size) })
  return rate ? say(locale, 'press.timeline.pattern', { rate: rateWords(locale, rate), size }) : size
}

function timelineWords(estimate: PatternEstimate, rows: readonly Row[], locale: Locale): string {
  const title = say(locale, 'press.chart.timeline.title', { question: wordsIn(locale, estimate.question) })
  const periods = rows.map((row) =>
    say(locale, 'press.chart.timeline.period', { window: row.windowText, pattern: row.pattern }),
  )
  return [title, ...periods].join(' ')
}

function rowSection(row: Row, fill: string, layout: Layout): Section {
  const lines = inLines(row.pattern, { width: measureOf(layout), size: 12 })
  const band = 22 + lines.length * 15
  const plain = { side: 'start', bold: false } as const
  return {
    height: band + 28,
    draw: (y) => ({
      letters: [
        { ...plain, y: y + 10, text: row.windowText, size: 13, bold: true, fill: INK },
        ...lines.map((text, at) => ({ ...plain, y: y + 27 + at * 15, text, size: 12, fill: MUTED })),
      ],
      bars: [
        {
          ...{ y: y + band, height: 12, fill, stroke: ACCENT },
          from: dayNumber(row.window.first),
          to: dayNumber(row.window.last) + 1,
        },
      ],
    }),
  }
}

/** Whole years around all windows, as numbers of days. */
function domainOf(windows: readonly DayRange[]): readonly [number, number] {
  const first = Math.min(...windows.map((window) => Number(window.first.slice(0, 4))))
  const last = Math.max(...windows.map((window) => Number(window.last.slice(0, 4))))
  return [dayNumber(`${first}-01-01`), dayNumber(`${last + 1}-01-01`)]
}

function yearsIn([from, to]: readonly [number, number]): readonly string[] {
  const [first, last] = [yearOf(from), yearOf(to)]
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear()
}
