import { ok, refuse, type Outcome } from './outcome.ts'

/** A calendar day, `2013-05-02`. */
export type Day = string

/** A day of the Gregorian calendar in its parts; the month counts from 1. */
export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether a text is a day that the calendar has, `2012-02-29` but not `2013-02-29`. Years 0000 to 9999. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** How many days from the first to the last, both counted: a day to itself is 1. Below 1 when the last comes first. */
export function daysBetween(first: Day, last: Day): number {
  return dayNumber(last) - dayNumber(first) + 1
}

/**
 * How many whole calendar months from the first day to the last: September to December is 4.
 * Refused when the first is not the first day of a month or the last not the last of one: what a part of a month
 * counts for is a convention, and a convention belongs to the estimate that makes it.
 */
export function monthsBetween(first: Day, last: Day): Outcome<number, 'not-whole-months' | 'upside-down'> {
  const [from, to] = [partsOf(first), partsOf(last)]
  if (first > last) return refuse('upside-down', `the window ends on ${last}, before it starts on ${first}`)
  if (from.day !== 1 || to.day !== daysInMonth(to.year, to.month))
    return refuse('not-whole-months', `${first} to ${last} does not start and end with a month`)
  return ok((to.year - from.year) * 12 + to.month - from.month + 1)
}

/** The day so many days later, or earlier when negative. Throws past the years 0000 to 9999, which a day cannot hold. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day so many months later or earlier; the last of the month where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: ofMonth } = partsOf(day)
  const count = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return dayOf({ year: toYear, month: toMonth, day: Math.min(ofMonth, daysInMonth(toYear, toMonth)) })
}

/** Days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function dayOf({ year, month, day }: DayParts): Day {
  if (year < 0 || year > 9999) throw new Error(`a day has a year from 0000 to 9999, found ${year}`)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** Days since 1970-01-01. @see Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil */
function dayNumber(of: Day): number {
  const { year, month, day } = partsOf(of)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

/** The other way. @see Hinnant, the same, civil_from_days */
function dayOfNumber(number: number): Day {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return dayOf({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day })
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
