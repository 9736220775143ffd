import { never, type Range } from '@corroborate/base'
import type { Rate } from '@corroborate/claims'
import { daysIn, monthsIn } from './calendar.ts'
import type { DayRange } from '../estimate.ts'
import { endsText, numberText, rangeText } from './formula.ts'
import type { Reading } from './pattern-request.ts'
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
export function occasionsIn(window: DayRange, rate: Rate, reading: Reading): Occasions {
  switch (rate.kind) {
    case 'every':
      return everySoManyDays(daysIn(window) ?? 0, rateRead(rate.days, reading), meanNote(rate.days, reading))
    case 'times-per': {
      const length = lengthIn(rate.per, window, reading)
      const times = rateRead(rate.times, reading)
      return {
        range: { min: length.units * times.min, max: length.units * times.max },
        formula: `${length.formula} × ${rangeText(times)} a ${rate.per}${meanNote(rate.times, reading)}`,
      }
    }
    default:
      return never(rate)
  }
}

/** The two ends of what was said, or both ends at their mean. */
function rateRead(said: Range, reading: Reading): Range {
  if (reading.rate === 'ends') return said
  const mean = (said.min + said.max) / 2
  return { min: mean, max: mean }
}

function meanNote(said: Range, reading: Reading): string {
  return reading.rate === 'mean' && said.min !== said.max
    ? ` (the mean of ${numberText(said.min)} and ${numberText(said.max)})`
    : ''
}

function everySoManyDays(days: number, every: Range, note: string): Occasions {
  const formula = (step: number) => `floor(${numberText(days)} days ÷ ${numberText(step)})`
  return {
    range: { min: wholeSteps(days, every.max), max: wholeSteps(days, every.min) },
    formula: endsText(formula(every.max), formula(every.min)) + note,
  }
}

/** 33 days hold 30 steps of 1.1 days; in binary, 33 / 1.1 is a hair less than 30. */
function wholeSteps(days: number, step: number): number {
  return Math.floor(days / step + HAIR)
}

function lengthIn(
  per: 'day' | 'week' | 'month',
  window: DayRange,
  reading: Reading,
): { readonly units: number; readonly formula: string } {
  const days = daysIn(window) ?? 0
  const daysText = `${numberText(days)} days`
  if (per === 'day') return { units: days, formula: daysText }
  const months = monthsIn(window)
  const monthsText = `${numberText(months)} months`
  if (per === 'month') return { units: months, formula: monthsText }
  return reading.weeks === 'calendar'
    ? { units: days / DAYS_PER_WEEK, formula: `${daysText} ÷ ${DAYS_PER_WEEK}` }
    : { units: months * WEEKS_PER_MONTH, formula: `${monthsText} × ${WEEKS_PER_MONTH} weeks` }
}
