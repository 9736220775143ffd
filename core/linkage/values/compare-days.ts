import type { DayBounds } from './day-bounds.ts'

/** How two days of any precision compare, from the lowest to the highest. */
export const DAY_LEVELS = [
  'else',
  /** One digit of eight differs, or two neighbours of one part are swapped. */
  'one-digit-off',
  /** Same day and month, ten years apart. */
  'year-off-by-ten',
  'year-off-by-one',
  /** Read once as day and month, once as month and day. */
  'day-and-month-swapped',
  /** One of them is not known to the day, and nothing speaks against their being one. */
  'overlap',
  'same',
] as const
export type DayLevel = (typeof DAY_LEVELS)[number]

const [ELSE, ONE_DIGIT, TEN_YEARS, ONE_YEAR, SWAPPED, OVERLAP, SAME] = [0, 1, 2, 3, 4, 5, 6] as const

export function compareDays(left: DayBounds, right: DayBounds): DayLevel {
  return DAY_LEVELS[dayLevel(left.earliest, left.latest, right.earliest, right.latest)] ?? 'else'
}

/** The level as its number in `DAY_LEVELS`. Symmetric. Slips are looked for only where both are known to the day. */
export function dayLevel(leftFirst: number, leftLast: number, rightFirst: number, rightLast: number): number {
  const precise = leftFirst === leftLast && rightFirst === rightLast
  if (precise) return leftFirst === rightFirst ? SAME : levelOfSlip(leftFirst, rightFirst)
  return leftFirst <= rightLast && rightFirst <= leftLast ? OVERLAP : ELSE
}

function levelOfSlip(left: number, right: number): number {
  const [a, b] = [partsOfDay(left), partsOfDay(right)]
  const [years, sameDay] = [Math.abs(a.year - b.year), a.month === b.month && a.day === b.day]
  if (years === 0 && a.month === b.day && a.day === b.month) return SWAPPED
  if (sameDay && years === 1) return ONE_YEAR
  if (sameDay && years === 10) return TEN_YEARS
  return isOneSlip(a, b) ? ONE_DIGIT : ELSE
}

interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Year, month and day of a number of days since 1970-01-01, by the Gregorian calendar (Hinnant, "chrono-compatible date algorithms", 2013). */
export function partsOfDay(number: number): DayParts {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

/** All but one of the parts are equal, and the one differs as a slip of the hand does. */
function isOneSlip(a: DayParts, b: DayParts): boolean {
  const differ = (a.year === b.year ? 0 : 1) + (a.month === b.month ? 0 : 1) + (a.day === b.day ? 0 : 1)
  if (differ !== 1) return false
  if (a.year !== b.year) return isSlip(a.year, b.year, 4)
  return a.month === b.month ? isSlip(a.day, b.day, 2) : isSlip(a.month, b.month, 2)
}

function isSlip(left: number, right: number, digits: number): boolean {
  const [a, b] = [String(left).padStart(digits, '0'), String(right).padStart(digits, '0')]
  const places = Array.from({ length: digits }, (_, at) => at).filter((at) => a[at] !== b[at])
  const [first = 0, second] = places
  if (second === undefined) return true
  return places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
