import { printDigits } from './print-number.ts'
import { seasonOf } from './seasons.ts'
import { datesOf, readEdtf, type EdtfTime, type End, type Member, type Moment } from './read-edtf.ts'
import { valueOf } from './outcome.ts'
import type { Locale } from './words.ts'

/**
 * A time for people: "2 May 2013", "about May 2013", "September 2011 to December 2015", "2011 or 2013".
 * Arabic uses the names of months of the Levant and Arabic-Indic digits. Own tables and no Intl: the same bytes everywhere.
 * Throws on a text that is no EDTF: it was parsed where it came in.
 */
export function printWhen(locale: Locale, edtf: string): string {
  return printTime(PHRASES[locale], valueOf(readEdtf(edtf)))
}

/** What one language needs to say a time. */
interface Phrases {
  readonly locale: Locale
  readonly months: readonly string[]
  readonly seasons: readonly string[]
  readonly about: (time: string) => string
  readonly uncertain: (time: string) => string
  readonly fromTo: (first: string, last: string) => string
  readonly between: (first: string, last: string) => string
  readonly from: (first: string) => string
  readonly until: (last: string) => string
  readonly fromUnknown: (last: string) => string
  readonly toUnknown: (first: string) => string
  readonly unknown: string
  readonly earlier: string
  readonly later: string
  readonly or: string
  readonly and: string
  readonly comma: string
  readonly unspecifiedDay: (month: string) => string
  readonly unspecifiedMonth: (year: string) => string
  readonly decade: (year: string) => string
}

const PHRASES: Readonly<Record<Locale, Phrases>> = {
  en: {
    locale: 'en',
    months: [
      ...['January', 'February', 'March', 'April', 'May', 'June'],
      ...['July', 'August', 'September', 'October', 'November', 'December'],
    ],
    seasons: ['spring', 'summer', 'autumn', 'winter'],
    about: (time) => `about ${time}`,
    uncertain: (time) => `${time} (uncertain)`,
    fromTo: (first, last) => `${first} to ${last}`,
    between: (first, last) => `between ${first} and ${last}`,
    from: (first) => `from ${first} on`,
    until: (last) => `until ${last}`,
    fromUnknown: (last) => `from an unknown time to ${last}`,
    toUnknown: (first) => `from ${first} to an unknown time`,
    unknown: 'at an unknown time',
    earlier: 'earlier',
    later: 'later',
    or: ' or ',
    and: ' and ',
    comma: ', ',
    unspecifiedDay: (month) => `some day in ${month}`,
    unspecifiedMonth: (year) => `some month of ${year}`,
    decade: (year) => `the ${year}s`,
  },
  ar: {
    locale: 'ar',
    months: [
      ...['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران'],
      ...['تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'],
    ],
    seasons: ['ربيع', 'صيف', 'خريف', 'شتاء'],
    about: (time) => `نحو ${time}`,
    uncertain: (time) => `${time} (غير مؤكَّد)`,
    fromTo: (first, last) => `من ${first} إلى ${last}`,
    between: (first, last) => `بين ${first} و${last}`,
    from: (first) => `منذ ${first}`,
    until: (last) => `حتى ${last}`,
    fromUnknown: (last) => `من وقت غير معروف إلى ${last}`,
    toUnknown: (first) => `من ${first} إلى وقت غير معروف`,
    unknown: 'في وقت غير معروف',
    earlier: 'قبل ذلك',
    later: 'بعد ذلك',
    or: ' أو ',
    and: ' و',
    comma: '، ',
    unspecifiedDay: (month) => `يوم ما في ${month}`,
    unspecifiedMonth: (year) => `شهر ما من عام ${year}`,
    decade: (year) => `عقد ${year}`,
  },
}

function printTime(say: Phrases, time: EdtfTime): string {
  switch (time.kind) {
    case 'interval':
      return printInterval(say, time.first, time.last)
    case 'set':
      return printSet(say, time)
    case 'date':
    case 'season':
    case 'years':
      return printMoment(say, time)
  }
}

function printInterval(say: Phrases, first: End, last: End): string {
  const [from, to] = [endText(say, first), endText(say, last)]
  if (from !== null && to !== null) return from === to ? from : say.fromTo(from, to)
  if (from !== null) return last.kind === 'open' ? say.from(from) : say.toUnknown(from)
  if (to !== null) return first.kind === 'open' ? say.until(to) : say.fromUnknown(to)
  return say.unknown
}

function endText(say: Phrases, end: End): string | null {
  return end.kind === 'open' || end.kind === 'unknown' ? null : printMoment(say, end)
}

function printSet(say: Phrases, set: Extract<EdtfTime, { kind: 'set' }>): string {
  const run = set.of === 'one' ? say.between : say.fromTo
  const members = set.members.map((member: Member) =>
    member.kind === 'run'
      ? run(printMoment(say, member.first), printMoment(say, member.last))
      : printMoment(say, member),
  )
  const all = [...members, ...(set.earlier ? [say.earlier] : []), ...(set.later ? [say.later] : [])]
  const [last = '', ...before] = all.reverse()
  if (before.length === 0) return last
  return before.reverse().join(say.comma) + (set.of === 'one' ? say.or : say.and) + last
}

function printMoment(say: Phrases, moment: Moment): string {
  if (moment.kind === 'years')
    return say.between(
      printDigits(say.locale, String(moment.first)),
      printDigits(say.locale, String(moment.last)),
    )
  const plain = moment.kind === 'season' ? printSeason(say, moment) : printDate(say, moment)
  const about = moment.approximate ? say.about(plain) : plain
  return moment.uncertain ? say.uncertain(about) : about
}

/** A winter names both its years. A part of a year that has no name is said by its months. */
function printSeason(say: Phrases, { year, season }: Extract<Moment, { kind: 'season' }>): string {
  const { firstMonth, months } = seasonOf(season)
  const name = season <= 32 ? say.seasons[(season - 21) % 4] : undefined
  const text = (number: number) => printDigits(say.locale, String(number))
  const nextYear = firstMonth + months > 13
  if (name !== undefined) return `${name} ${text(year)}${nextYear ? `/${text(year + 1)}` : ''}`
  const month = (at: number) => `${say.months[at - 1] ?? ''} ${text(year)}`
  return say.fromTo(month(firstMonth), month(firstMonth + months - 1))
}

function printDate(say: Phrases, date: Extract<Moment, { kind: 'date' }>): string {
  const exact = !`${date.year}${date.month ?? ''}${date.day ?? ''}`.includes('X')
  const day = exact ? printExact(say, date) : printUnspecified(say, date)
  return date.clock === null ? day : `${day}${say.comma}${printDigits(say.locale, date.clock)}`
}

interface DateText {
  readonly year: string
  readonly month: string | null
  readonly day: string | null
}

function printExact(say: Phrases, { year, month, day }: DateText): string {
  const name = month === null ? null : say.months[Number(month) - 1]
  const parts = [day === null ? null : String(Number(day)), name, String(Number(year))]
  return printDigits(say.locale, parts.filter((part) => part !== null && part !== undefined).join(' '))
}

function printUnspecified(say: Phrases, date: DateText): string {
  const { year, month, day } = date
  if (year === 'XXXX') return say.unknown
  if (/^\d{3}X$/.test(year) && month === null)
    return say.decade(printDigits(say.locale, year.replace('X', '0')))
  if (!year.includes('X')) {
    if (month === 'XX') return say.unspecifiedMonth(printExact(say, { year, month: null, day: null }))
    if (day === 'XX' && month !== null && !month.includes('X'))
      return say.unspecifiedDay(printExact(say, { year, month, day: null }))
  }
  return printBetween(say, date)
}

function printBetween(say: Phrases, date: DateText): string {
  const texts = (['forward', 'backward'] as const).map((order) => {
    const { value } = datesOf(date, order).next()
    return value ? printExact(say, asText(value)) : ''
  })
  return say.between(texts[0] ?? '', texts[1] ?? '')
}

function asText(date: { year: number; month: number | null; day: number | null }): DateText {
  const text = (number: number | null) => (number === null ? null : String(number).padStart(2, '0'))
  return { year: String(date.year), month: text(date.month), day: text(date.day) }
}
