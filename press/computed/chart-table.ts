import { type Range } from '@corroborate/base'
import { isPatternRequest, type PatternEstimate } from '@corroborate/estimate'
import type { ChartAsked } from '@corroborate/report'
import { say } from '@corroborate/words'
import { number, words, type Line, type Row, type Table } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { rateWords, windowWords, rangeWords } from '../labels.ts'

/** The numbers of a chart as a table, beside it. */
export function chartTable(evidence: Lookup, chart: ChartAsked, estimate: PatternEstimate): Table {
  return chart.kind === 'intervals-by-period'
    ? intervalsTable(evidence, estimate)
    : timelineTable(evidence, estimate)
}

function intervalsTable({ locale }: Lookup, estimate: PatternEstimate): Table {
  const range = (value: Range): Line => [number(rangeWords(locale, value))]
  const closing = (name: Line, value: Range): Row => ({
    anchor: null,
    tone: 'total',
    cells: [name, [], [], range(value)],
  })
  return {
    kind: 'table',
    caption: say(locale, 'press.chart.numbers'),
    columns: [
      { title: say(locale, 'press.column.period'), numeric: false, share: 1 },
      { title: say(locale, 'press.column.occasions'), numeric: true, share: 0 },
      { title: say(locale, 'press.column.size'), numeric: true, share: 0 },
      { title: say(locale, 'press.column.total'), numeric: true, share: 0 },
    ],
    rows: [
      ...estimate.periods.map((period): Row => ({
        anchor: null,
        tone: 'plain',
        cells: [
          [words(windowWords(locale, period.window))],
          range(period.occasions),
          range(period.size),
          range(period.total),
        ],
      })),
      closing([words(say(locale, 'press.chart.total'))], estimate.interval),
      closing([words(say(locale, 'press.chart.published'))], estimate.published.range),
    ],
  }
}

function timelineTable({ locale, investigation, claim }: Lookup, estimate: PatternEstimate): Table {
  const request = investigation.estimates.find((candidate) => candidate.id === estimate.id)
  const periods = request && isPatternRequest(request) ? request.periods : []
  return {
    kind: 'table',
    caption: say(locale, 'press.chart.numbers'),
    columns: [
      { title: say(locale, 'press.column.period'), numeric: false, share: 1 },
      { title: say(locale, 'press.column.rate'), numeric: false, share: 1 },
      { title: say(locale, 'press.column.size'), numeric: true, share: 0 },
    ],
    rows: estimate.periods.map((period): Row => {
      const asked = periods.find((candidate) => candidate.code === period.code)
      const rate = asked === undefined ? null : (claim(asked.rate)?.pattern?.rate ?? null)
      return {
        anchor: null,
        tone: 'plain',
        cells: [
          [words(windowWords(locale, period.window))],
          rate === null ? [] : [words(rateWords(locale, rate))],
          [number(rangeWords(locale, period.size))],
        ],
      }
    }),
  }
}
