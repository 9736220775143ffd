import { addDays, addMonths, daysBetween, type Day, type When } from '@corroborate/base'

/** The first and the last day that something may mean, as days since 1970-01-01, both counted. */
export interface DayBounds {
  readonly earliest: number
  readonly latest: number
}

/** Stand where a time is open to one side. No day of the calendar is as far away. */
export const [OPEN_PAST, OPEN_FUTURE] = [-2_147_483_647, 2_147_483_647] as const

const EPOCH: Day = '1970-01-01'

/** A day as the number of days since 1970-01-01. */
export function dayNumberOf(day: Day): number {
  return daysBetween(EPOCH, day) - 1
}

export function dayOfNumber(number: number): Day {
  return addDays(EPOCH, number)
}

/** Bounds of a time of any precision; null where it has neither, and so says nothing. An open end is `OPEN_PAST` or `OPEN_FUTURE`. */
export function dayBoundsOf({ earliest, latest }: When): DayBounds | null {
  if (earliest === null && latest === null) return null
  return {
    earliest: earliest === null ? OPEN_PAST : dayNumberOf(earliest),
    latest: latest === null ? OPEN_FUTURE : dayNumberOf(latest),
  }
}

/** Nobody has grown older (Jeanne Calment, 122 years). */
const OLDEST = 122

/**
 * When somebody was born who had so many whole years on a day of which the bounds are known. Ages of two lists that were counted on different days
 * become comparable by it.
 * @returns null for an age that nobody has, or a day without both bounds
 */
export function birthFromAge(age: number, counted: When): DayBounds | null {
  const { earliest, latest } = counted
  if (!Number.isInteger(age) || age < 0 || age > OLDEST || earliest === null || latest === null) return null
  return {
    earliest: dayNumberOf(addMonths(earliest, -12 * (age + 1))) + 1,
    latest: dayNumberOf(addMonths(latest, -12 * age)),
  }
}
