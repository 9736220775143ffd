import { printNumber, printRange, printWhen, type Locale, type Range } from '@corroborate/base'
import type { Rate } from '@corroborate/claims'
import type { DayRange, Estimate } from '@corroborate/estimate'
import { say } from '@corroborate/words'

/** A range as figures are printed: whole numbers as they are, parts with one decimal. */
export function rangeWords(locale: Locale, range: Range): string {
  return roundedRange(locale, range, 1)
}

/** One of the two ranges of an estimate, or "at least" its lower end where its lists carry no upper one. */
export function answerWords(locale: Locale, estimate: Estimate, range: Range): string {
  return estimate.method === 'lists' && estimate.bound === 'at-least'
    ? say(locale, 'press.at-least', { number: printNumber(locale, range.min) })
    : rangeWords(locale, range)
}

/** A line of the arithmetic, with the two decimals that its formula has. */
export function resultWords(locale: Locale, range: Range): string {
  return roundedRange(locale, range, 2)
}

/** Rounded before it is printed, so that no decimal stands there that is nothing but a zero. */
function roundedRange(locale: Locale, range: Range, decimals: number): string {
  const rounded = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals
  return printRange(locale, { min: rounded(range.min), max: rounded(range.max) })
}

/** A window as people say it: by years or months when it holds whole ones, else by days. */
export function windowWords(locale: Locale, window: DayRange): string {
  return printWhen(locale, edtfOf(window))
}

function edtfOf({ first, last }: DayRange): string {
  if (!first.endsWith('-01') || !isLastOfMonth(last)) return first === last ? first : `${first}/${last}`
  const wholeYears = first.endsWith('-01-01') && last.endsWith('-12-31')
  const [from, to] = wholeYears
    ? [first.slice(0, 4), last.slice(0, 4)]
    : [first.slice(0, 7), last.slice(0, 7)]
  return from === to ? from : `${from}/${to}`
}

function isLastOfMonth(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1
}

/** "8 to 12 occasions": the noun agrees with the larger number. */
export function occasionsWords(locale: Locale, occasions: Range): string {
  return say(locale, 'press.occasions', {
    range: rangeWords(locale, occasions),
    count: Math.ceil(occasions.max),
  })
}

export function peopleWords(locale: Locale, size: Range): string {
  return say(locale, 'press.people', { range: rangeWords(locale, size), count: Math.ceil(size.max) })
}

/** "1 to 2 a week", "once every 10 to 15 days". */
export function rateWords(locale: Locale, rate: Rate): string {
  if (rate.kind === 'every') return say(locale, 'press.rate.every', { days: rangeWords(locale, rate.days) })
  if (rate.times.min === 1 && rate.times.max === 1) return say(locale, `press.rate.once.${rate.per}`)
  return say(locale, `press.rate.${rate.per}`, {
    times: rangeWords(locale, rate.times),
    count: Math.ceil(rate.times.max),
  })
}

/** Names in the order in which people read them: "C2" before "C10". */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return COLLATOR.compare(a.code, b.code) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}
const COLLATOR = new Intl.Collator('en', { numeric: true })
