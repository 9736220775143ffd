import { never, type Range } from '@corroborate/base'
import { daysIn, monthsIn, weekdaysIn } from './calendar.ts'
import type { DayRange } from './parts-of-pattern.ts'
import { endsText, numberText, rangeText } from './formula.ts'
import type { Reading } from './pattern-request.ts'
import type { PeriodRead } from './read-period.ts'
import { HAIR } from './whole-people.ts'

/** How often it happened in a window, and the arithmetic that says so. */
export interface Occasions {
  readonly range: Range
  readonly formula: string
}

/** Weeks in a month under the convention `four-per-month`. */
const WEEKS_PER_MONTH = 4
const DAYS_PER_WEEK = 7

/**
 * A rate over a window, as a number of occasions.
 * "So many times a week" may give a part of an occasion and is not rounded; "once every so many days" counts whole
 * occasions only. Assumes a readable window and a rate above 0 (`readPeriod` refuses the others).
 * @see docs/methods/pattern-arithmetic.md
 */
export function occasionsIn({ window, rate, reading, weekdays }: RateRead): Occasions {
  switch (rate.kind) {
    case 'every': {
      const note = noteOn(rate.days, reading, 'intervals')
      return everySoManyDays(daysIn(window) ?? 0, rateRead(rate.days, reading), note)
    }
    case 'times-per': {
      const length = lengthIn(rate.per, { window, reading, weekdays })
      const times = rateRead(rate.times, reading)
      const note = noteOn(rate.times, reading, `${rate.per}s`)
      return {
        range: { min: length.units * times.min, max: length.units * times.max },
        formula: `${length.formula} × ${rangeText(times)} a ${rate.per}${note}`,
      }
    }
    default:
      return never(rate)
  }
}

/** What the number of occasions of one period rests on. */
export type RateRead = Pick<PeriodRead, 'window' | 'rate' | 'reading' | 'weekdays'>

/** How many days, weeks or months of a rate "so many times a day, week, month" the window is held to have. */
export function unitsIn(read: RateRead): number {
  return read.rate.kind === 'every' ? (daysIn(read.window) ?? 0) : lengthIn(read.rate.per, read).units
}

/**
 * The two ends of what was said, or both ends at their mean. A mixture has the ends of its rate: the lower if every week had
 * the lower number, the upper if every week had the upper.
 */
export function rateRead(said: Range, reading: Reading): Range {
  if (reading.rate !== 'mean') return said
  const mean = (said.min + said.max) / 2
  return { min: mean, max: mean }
}

function noteOn(said: Range, reading: Reading, units: string): string {
  if (said.min === said.max) return ''
  const [lower, upper] = [numberText(said.min), numberText(said.max)]
  if (reading.rate === 'mixture')
    return ` (a mixture: ${numberText(reading.share * 100)} % of the ${units} with ${upper}, the others with ${lower})`
  return reading.rate === 'mean' ? ` (the mean of ${lower} and ${upper})` : ''
}

function everySoManyDays(days: number, every: Range, note: string): Occasions {
  const formula = (step: number) => `floor(${numberText(days)} days ÷ ${numberText(step)})`
  return {
    range: { min: wholeSteps(days, every.max), max: wholeSteps(days, every.min) },
    formula: endsText(formula(every.max), formula(every.min)) + note,
  }
}

/** 33 days hold 30 steps of 1.1 days; in binary, 33 / 1.1 is a hair less than 30. */
export function wholeSteps(days: number, step: number): number {
  return Math.floor(days / step + HAIR)
}

function lengthIn(
  per: 'day' | 'week' | 'month',
  { window, reading, weekdays }: Omit<RateRead, 'rate'>,
): { readonly units: number; readonly formula: string } {
  const days = daysIn(window) ?? 0
  const daysText = `${numberText(days)} days`
  if (per === 'day') return { units: days, formula: daysText }
  const months = monthsIn(window)
  const monthsText = `${numberText(months)} months`
  if (per === 'month') return { units: months, formula: monthsText }
  switch (reading.weeks) {
    case 'calendar':
      return { units: days / DAYS_PER_WEEK, formula: `${daysText} ÷ ${DAYS_PER_WEEK}` }
    case 'four-per-month':
      return { units: months * WEEKS_PER_MONTH, formula: `${monthsText} × ${WEEKS_PER_MONTH} weeks` }
    case 'named-days':
      return namedDays(window, weekdays)
    default:
      return never(reading.weeks)
  }
}

/** A week is as many of the days named as there are names: 53 Mondays and 52 Wednesdays are 52.5 weeks of two days. */
function namedDays(window: DayRange, weekdays: RateRead['weekdays']) {
  const counted = weekdays.map((weekday) => ({ weekday, times: weekdaysIn(window, weekday) }))
  const days = counted.reduce((sum, { times }) => sum + times, 0)
  const listed = counted.map(({ weekday, times }) => `${numberText(times)} ${weekday}`).join(' + ')
  return {
    units: days / weekdays.length,
    formula: weekdays.length === 1 ? listed : `(${listed}) ÷ ${weekdays.length}`,
  }
}
