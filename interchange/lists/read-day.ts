import { daysBetween, isDay, whenFrom } from '@corroborate/base'
import { foldDigits, foldWords } from './fold-words.ts'
import type { DateOrder } from './list-mapping.ts'

/** From the earliest to the latest day that a cell can mean, as days since 1970-01-01; or what is wrong with it. */
export type DayRead =
  | { readonly ok: true; readonly earliest: number; readonly latest: number }
  | { readonly ok: false; readonly reason: 'day-impossible' | 'day-unreadable'; readonly expected: string }

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'يناير', 'كانون الثاني'],
  ['february', 'feb', 'فبراير', 'شباط'],
  ['march', 'mar', 'مارس', 'اذار'],
  ['april', 'apr', 'ابريل', 'نيسان'],
  ['may', 'مايو', 'ايار'],
  ['june', 'jun', 'يونيو', 'حزيران'],
  ['july', 'jul', 'يوليو', 'تموز'],
  ['august', 'aug', 'اغسطس', 'اب'],
  ['september', 'sep', 'sept', 'سبتمبر', 'ايلول'],
  ['october', 'oct', 'اكتوبر', 'تشرين الاول'],
  ['november', 'nov', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'dec', 'ديسمبر', 'كانون الاول'],
]

const BY_NAME = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)))
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}([.]\d+)?)?( ?[ap]m|Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A day, a month, a year or a stretch, as lists write them: 2013-05-02, 2/5/2013 (in the order that the mapping says), 20130502, 2 May 2013,
 * ٢ أيار ٢٠١٣, 5/2013, 2013, and EDTF (`2013-05~`, `2012/2013`). A clock time is left away. What the calendar does not have (31/02/2013, 00/00/2013) and years of two
 * digits say nothing: nobody knows what was meant.
 */
export function readDay(cell: string, order: DateOrder): DayRead {
  const text = foldDigits(cell.normalize('NFKC')).trim().replace(TIME, '')
  const numbers = /^(\d{1,4})\s*[/.\-\u060D]\s*(\d{1,2})\s*[/.\-\u060D]\s*(\d{1,4})$/.exec(text)
  if (numbers !== null) return ofThree(numbers, order)
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (packed !== null) return dayOf(packed[1], packed[2], packed[3])
  const month = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text)
  if (month !== null) return edtf(`${month[2] ?? ''}-${padded(month[1])}`)
  if (/^\d{4}[/]\d{1,2}$/.test(text) && Number(text.slice(5)) <= 12)
    return edtf(`${text.slice(0, 4)}-${padded(text.slice(5))}`)
  return named(text) ?? edtf(text)
}

const EXPECTED = 'a day such as 2013-05-02 or 2/5/2013, a month or a year'

function ofThree([, a = '', b = '', c = '']: RegExpExecArray, order: DateOrder): DayRead {
  if (a.length === 4) return dayOf(a, b, c)
  if (c.length !== 4)
    return { ok: false, reason: 'day-unreadable', expected: 'a day with a year of four digits' }
  return order === 'day-first' ? dayOf(c, b, a) : dayOf(c, a, b)
}

/** `2 May 2013`, `May 2, 2013`, `May 2013`; null where no month is named. */
function named(text: string): DayRead | null {
  const words = foldWords(text)
  if (!/\p{L}/u.test(words)) return null
  const [, before = '', name = '', after = '', year = ''] =
    /^(?:(\d{1,2}) )?(\p{L}+(?: \p{L}+)?)(?: (\d{1,2}))? (\d{4})$/u.exec(words) ?? []
  const month = BY_NAME.get(name)
  if (month === undefined) return null
  const day = before === '' ? after : before
  return day === '' ? edtf(`${year}-${padded(String(month))}`) : dayOf(year, String(month), day)
}

function dayOf(year = '', month = '', day = ''): DayRead {
  const text = `${year}-${padded(month)}-${padded(day)}`
  if (!isDay(text) || year < '1000')
    return { ok: false, reason: 'day-impossible', expected: 'a day that the calendar has' }
  const number = dayNumber(text)
  return { ok: true, earliest: number, latest: number }
}

function edtf(text: string): DayRead {
  const when = whenFrom(text)
  if (!when.ok) {
    const numbers = /^\d{4}-\d{2}(-\d{2})?$/.test(text)
    return numbers
      ? { ok: false, reason: 'day-impossible', expected: 'a day or a month that the calendar has' }
      : { ok: false, reason: 'day-unreadable', expected: EXPECTED }
  }
  const { earliest, latest } = when.value
  if (earliest === null || latest === null)
    return { ok: false, reason: 'day-unreadable', expected: 'a stretch with a beginning and an end' }
  return { ok: true, earliest: dayNumber(earliest), latest: dayNumber(latest) }
}

function padded(number = ''): string {
  return number.padStart(2, '0')
}

function dayNumber(day: string): number {
  return daysBetween('1970-01-01', day) - 1
}
