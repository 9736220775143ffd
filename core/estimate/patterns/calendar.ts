import { addDays, addMonths, daysBetween, isDay, type Day } from '@corroborate/base'
import type { Weekday } from '@corroborate/claims'
import type { DayRange } from './parts-of-pattern.ts'

/** Days of a window, its first and its last included; null when an end is no day of the calendar. */
export function daysIn(window: DayRange): number | null {
  return isDay(window.first) && isDay(window.last) ? daysBetween(window.first, window.last) : null
}

/**
 * Months of a window. A month that the window covers only in part counts by its share of that month's days, so that a
 * longer window never has fewer months. Assumes a window whose ends are days and stand in order.
 */
export function monthsIn({ first, last }: DayRange): number {
  const [from, to] = [monthOf(first), monthOf(last)]
  if (from.first === to.first) return daysBetween(first, last) / from.days
  const between = (Number(to.first.slice(0, 4)) - Number(from.first.slice(0, 4))) * 12
  const whole = between + Number(to.first.slice(5, 7)) - Number(from.first.slice(5, 7)) - 1
  return daysBetween(first, from.last) / from.days + whole + daysBetween(to.first, last) / to.days
}

function monthOf(day: Day): { readonly first: Day; readonly last: Day; readonly days: number } {
  const first = `${day.slice(0, 7)}-01`
  const last = addDays(addMonths(first, 1), -1)
  return { first, last, days: daysBetween(first, last) }
}

/** How often a weekday falls into a window, counted exactly. Assumes a window whose ends are days and stand in order. */
export function weekdaysIn(window: DayRange, weekday: Weekday): number {
  const days = daysBetween(window.first, window.last)
  const until = (WEEK.indexOf(weekday) - weekdayNumber(window.first) + WEEK.length) % WEEK.length
  return days <= until ? 0 : Math.floor((days - until - 1) / WEEK.length) + 1
}

const WEEK: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Any Monday will do: weeks have been seven days long for longer than our calendar. */
const A_MONDAY: Day = '2001-01-01'

function weekdayNumber(day: Day): number {
  const since = (daysBetween(A_MONDAY, day) - 1) % WEEK.length
  return (since + WEEK.length) % WEEK.length
}
