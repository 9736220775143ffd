import { addDays, type Day } from '../calendar.ts'

/**
 * The lengths of the months of 1356 to 1500 in the Umm al-Qura calendar: three hexadecimal digits a year, bit m set when month
 * m + 1 has 30 days. A table and not Intl, so that every browser reads the same day; `hijri.test.ts` holds it against Intl.
 * @see R.H. van Gent, "The Umm al-Qura Calendar of Saudi Arabia"; Unicode CLDR, calendar islamic-umalqura
 */
const LENGTHS = [
  'eaae94d2ac564aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2aaa95a2da5b9bb2764',
  '6c95552ab4dbaba5b4da9d52aa592d26d8ed2daad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4a',
  'a9554daad3aabd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e',
  '26e55dada6d46a5b27a4d4ad56db5a754f49e92d26a563566b5baab92b2568ba9b55aada5b4da9b52a9a536276',
  '575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad56ad65d4a',
].join('')
const FIRST_YEAR = 1356
const LAST_YEAR = FIRST_YEAR + LENGTHS.length / 3 - 1
const FIRST_DAY: Day = '1937-03-14'

/** A month of the Hijri calendar, 1 to 12; Ramadan is 9. */
export interface HijriMonth {
  readonly year: number
  readonly month: number
}

/** The years that the table covers. */
export const HIJRI_YEARS = { first: FIRST_YEAR, last: LAST_YEAR } as const

/** The first and the last day of a Hijri month by Umm al-Qura, or null outside 1356 to 1500. Elsewhere the moon was seen a day sooner or later. */
export function hijriMonth({ year, month }: HijriMonth): { readonly first: Day; readonly last: Day } | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  const nth = (year - FIRST_YEAR) * 12 + month - 1
  let before = 0
  for (let at = 0; at < nth; at++) before += lengthOf(at)
  const first = addDays(FIRST_DAY, before)
  return { first, last: addDays(first, lengthOf(nth) - 1) }
}

function lengthOf(nth: number): number {
  const bits = Number.parseInt(LENGTHS.slice(Math.floor(nth / 12) * 3, Math.floor(nth / 12) * 3 + 3), 16)
  return (bits >> (nth % 12)) & 1 ? 30 : 29
}

/** Every month of this number that begins in a year of the Gregorian calendar: one as a rule, two in 2030 for Ramadan. */
export function hijriMonthsIn(gregorian: number, month: number): readonly HijriMonth[] {
  const near = Math.floor(((gregorian - 622) * 33) / 32)
  return [near - 1, near, near + 1, near + 2]
    .map((year) => ({ year, month }))
    .filter((one) => hijriMonth(one)?.first.startsWith(`${String(gregorian)}-`))
}
