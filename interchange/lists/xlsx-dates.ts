import { addDays } from '@corroborate/base'

/** From which day a workbook counts: 1 January 1900, with a 29 February that year never had, or 1 January 1904. */
export type DateSystem = 1900 | 1904

/** Number formats that Excel has without writing them down and that show a day. ECMA-376-1, 18.8.30; 27 to 58 are those of East Asia. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58])

/** Whether a number in this format is a day. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id)
  const shown = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h|m|s)[^\]]*\]/gi, '')
  const [positive = ''] = shown.split(';')
  return /[dy]/i.test(positive) || /m{3,}/i.test(positive)
}

const LAST = 2_958_465

/**
 * The day of a number as `2013-05-02`, with its clock time where it has one. Null where the calendar has no such day: 29 February 1900, which Excel
 * counts, numbers below 0 and past the year 9999.
 */
export function dayOfSerial(serial: number, system: DateSystem): string | null {
  const whole = Math.floor(serial)
  const minutes = Math.round((serial - whole) * 1_440)
  if (!Number.isFinite(serial) || whole < 0 || whole > LAST) return null
  if (system === 1900 && (whole === 60 || whole === 0)) return null
  const day = addDays(system === 1904 ? '1904-01-01' : whole < 60 ? '1899-12-31' : '1899-12-30', whole)
  if (minutes === 0) return day
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${minutes === 1_440 ? addDays(day, 1) : day}T${hour ?? ''}:${minute ?? ''}`
}

/** A number as a person would write it: no exponent where it is whole, no digits that were never there. */
export function plainNumber(text: string): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  return Number.isInteger(number) ? BigInt(number).toString() : String(number)
}
