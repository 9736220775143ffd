import { addDays, addMonths, daysBetween, isDay, type Day } from '@corroborate/base'
import type { DayRange } from '../estimate.ts'

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
