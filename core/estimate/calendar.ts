import type { Day } from '@corroborate/base'
import type { DayRange } from './estimate.ts'

const DAY = 86_400_000

/** Days of a window, its first and its last included; null when an end is no day of the calendar. */
export function daysIn(window: DayRange): number | null {
  const [first, last] = [dayNumber(window.first), dayNumber(window.last)]
  return first === null || last === null ? null : last - first + 1
}

/**
 * Months of a window. A month that the window covers only in part counts by its share of that month's days, so that a
 * longer window never has fewer months. Assumes a window whose ends are days and stand in order.
 */
export function monthsIn(window: DayRange): number {
  const [first, last] = [partsOf(window.first), partsOf(window.last)]
  const between = (last.year - first.year) * 12 + last.month - first.month
  if (between === 0) return (last.day - first.day + 1) / daysOfMonth(first)
  return (
    (daysOfMonth(first) - first.day + 1) / daysOfMonth(first) + (between - 1) + last.day / daysOfMonth(last)
  )
}

function dayNumber(day: Day): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : time / DAY
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function partsOf(day: Day): Parts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

function daysOfMonth({ year, month }: Parts): number {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31)
}
