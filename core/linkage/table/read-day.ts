import { addDays, type Day } from '@corroborate/base'
import { NO_VALUE } from '../record-table.ts'

/** The bounds of a written day, in days since 1970-01-01, and its digits; see `DayColumn`. */
export interface ReadDay {
  readonly earliest: number
  readonly latest: number
  readonly digits: number
}

const NO_DAY: ReadDay = { earliest: NO_VALUE, latest: NO_VALUE, digits: NO_VALUE }

/**
 * A day written `1971-06-24` or `19710624`, a month `1971-06`, a year `1971`, or two of these with `/` between them. Eight digits that
 * are no day keep their digits; anything else says nothing.
 */
export function readDay(text: string): ReadDay {
  const [from = '', to, more] = text.trim().split('/')
  if (more !== undefined) return NO_DAY
  const first = readOne(from)
  if (to === undefined) return first
  const last = readOne(to)
  if (first.earliest === NO_VALUE || last.latest < first.earliest) return NO_DAY
  return { earliest: first.earliest, latest: last.latest, digits: NO_VALUE }
}

function readOne(text: string): ReadDay {
  const match = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?$/.exec(text)
  if (!match) return NO_DAY
  const [, y = '', m, d] = match
  const year = Number(y)
  if (m === undefined)
    return { earliest: dayNumber(year, 1, 1), latest: dayNumber(year, 12, 31), digits: NO_VALUE }
  const month = Number(m)
  const isMonth = month >= 1 && month <= 12
  if (d === undefined) {
    if (!isMonth) return NO_DAY
    return { earliest: dayNumber(year, month, 1), latest: dayNumber(year, month + 1, 0), digits: NO_VALUE }
  }
  const digits = parseInt(y + m + d, 16) | 0
  const day = Number(d)
  const isDay = isMonth && day >= 1 && dayNumber(year, month, day) < dayNumber(year, month + 1, 1)
  if (!isDay) return { earliest: NO_VALUE, latest: NO_VALUE, digits }
  const number = dayNumber(year, month, day)
  return { earliest: number, latest: number, digits }
}

/** Days since 1970-01-01 in the Gregorian calendar; month 13 is the next January, day 0 the last of the month before. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const m = month <= 2 ? month + 9 : month - 3
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day -
    719469
  )
}

/** The day that so many days after 1970-01-01 is. */
export function dayOfNumber(number: number): Day {
  return addDays('1970-01-01', number)
}
