import { addDays, addMonths, daysBetween, daysInMonth, type Day } from '../calendar.ts'
import { whenFrom } from '../when.ts'
import { hijriMonth, hijriMonthsIn, type HijriMonth } from './hijri.ts'
import type { Feast, PartOfTime, SpanUnit } from './names-of-times.ts'

/** A stretch of time that has a name: its EDTF text, its days, and by how many days both ends may be off. */
export interface Stretch {
  readonly edtf: string
  readonly from: Day
  readonly to: Day
  readonly doubt: number
}

/** What Umm al-Qura reckons and the moon as it was seen in a country may differ by. */
const MOON = 1

/** A stretch that EDTF can say by itself; null when it is no date. */
export function plainStretch(edtf: string): Stretch | null {
  const when = whenFrom(edtf)
  if (!when.ok || when.value.earliest === null || when.value.latest === null) return null
  return { edtf, from: when.value.earliest, to: when.value.latest, doubt: 0 }
}

/** One of the days of a stretch, which EDTF has no name for. */
export function daysFrom(from: Day, to: Day, doubt: number): Stretch {
  return { edtf: oneOf(addDays(from, -doubt), addDays(to, doubt)), from, to, doubt }
}

/** EDTF's "one of": a single day is itself. */
export function oneOf(first: Day, last: Day): string {
  return first === last ? first : `[${first}..${last}]`
}

/** A month of the Hijri calendar, or one day of it; null outside the table and past the end of the month. */
export function hijriStretch(of: HijriMonth, day: number | null): Stretch | null {
  const month = hijriMonth(of)
  if (month === null) return null
  if (day === null) return daysFrom(month.first, month.last, MOON)
  const at = addDays(month.first, day - 1)
  return day < 1 || at > month.last ? null : daysFrom(at, at, MOON)
}

/** The months of this number that begin in a Gregorian year, or one day of each. */
export function hijriStretchesIn(year: number, month: number, day: number | null): readonly Stretch[] {
  return hijriMonthsIn(year, month).flatMap((one) => hijriStretch(one, day) ?? [])
}

/** The days of a feast in a year of either calendar. */
export function feastStretches(
  feast: Feast,
  year: number,
  calendar: 'gregorian' | 'hijri',
): readonly Stretch[] {
  if (feast.calendar === 'gregorian') {
    const day = plainStretch(`${String(year).padStart(4, '0')}-${two(feast.month)}-${two(feast.day)}`)
    return day === null || calendar === 'hijri' ? [] : [day]
  }
  const { month, day, days } = feast
  const firsts =
    calendar === 'hijri' ? [hijriStretch({ year, month }, day)] : hijriStretchesIn(year, month, day)
  return firsts.flatMap((first) =>
    first === null ? [] : [daysFrom(first.from, addDays(first.from, days - 1), MOON)],
  )
}

/** A year: its thirds for early, middle and late, its quarters for beginning and end, by EDTF's parts of a year. */
const PARTS_OF_YEAR: Readonly<Record<PartOfTime, number>> = {
  early: 37,
  middle: 38,
  late: 39,
  beginning: 33,
  end: 36,
  'first-half': 40,
  'second-half': 41,
}

/** A part of a stretch. A month has ten days of beginning, ten of middle, and the rest; anything else is cut in thirds. */
export function partOf(stretch: Stretch, part: PartOfTime): Stretch {
  if (/^\d{4}$/.test(stretch.edtf))
    return plainStretch(`${stretch.edtf}-${String(PARTS_OF_YEAR[part])}`) ?? stretch
  const days = daysBetween(stretch.from, stretch.to)
  const half = part === 'first-half' || part === 'second-half'
  const size = half ? Math.ceil(days / 2) : Math.max(1, Math.floor(days / 3))
  const [first, last] = endsOf(part, size, days)
  return daysFrom(addDays(stretch.from, first), addDays(stretch.from, last), stretch.doubt)
}

/** The first and the last day of a part, counted from 0. */
function endsOf(part: PartOfTime, size: number, days: number): readonly [number, number] {
  switch (part) {
    case 'early':
    case 'beginning':
    case 'first-half':
      return [0, size - 1]
    case 'middle':
      return [size, 2 * size - 1]
    case 'late':
    case 'end':
      return [2 * size, days - 1]
    case 'second-half':
      return [size, days - 1]
  }
}

/** How exactly a distance is meant: "a week after" is not seven days to the hour. In days, to either side. */
const MARGIN: Readonly<Record<SpanUnit, number>> = { day: 0, week: 3, month: 15, year: 180 }

/** So long before the first day of a stretch, or after one of its days. */
export function distantFrom(
  stretch: Stretch,
  by: { readonly count: number; readonly unit: SpanUnit; readonly side: 'before' | 'after' },
): Stretch {
  const moved = (day: Day) => shifted(day, by.side === 'before' ? -by.count : by.count, by.unit)
  const [from, to] = [moved(stretch.from), moved(by.side === 'before' ? stretch.from : stretch.to)]
  return daysFrom(from, to, stretch.doubt + MARGIN[by.unit])
}

function shifted(day: Day, count: number, unit: SpanUnit): Day {
  if (unit === 'day') return addDays(day, count)
  if (unit === 'week') return addDays(day, count * 7)
  return addMonths(day, unit === 'month' ? count : count * 12)
}

/** The last month of a year, the last day of a month: what "until the end of" names. The first for "since the beginning of". */
export function edgeOf(stretch: Stretch, side: 'first' | 'last'): string {
  if (/^\d{4}$/.test(stretch.edtf)) return `${stretch.edtf}-${side === 'first' ? '01' : '12'}`
  if (/^\d{4}-(0\d|1[0-2])$/.test(stretch.edtf)) {
    const [year = 0, month = 1] = stretch.edtf.split('-').map(Number)
    return `${stretch.edtf}-${side === 'first' ? '01' : two(daysInMonth(year, month))}`
  }
  return side === 'first' ? addDays(stretch.from, -stretch.doubt) : addDays(stretch.to, stretch.doubt)
}

/** A stretch as the end of an interval: by its own text where that has no width of its own, otherwise by its outer day. */
export function endOfInterval(stretch: Stretch, side: 'first' | 'last'): string {
  if (!stretch.edtf.startsWith('[')) return stretch.edtf
  return side === 'first' ? addDays(stretch.from, -stretch.doubt) : addDays(stretch.to, stretch.doubt)
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}
