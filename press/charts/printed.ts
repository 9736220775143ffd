import { printNumber, printRange, type Locale, type Range } from '@corroborate/base'
import { say } from '@corroborate/words'

/** A number of people, whole: nobody is a part of a person. */
export function printedPeople(locale: Locale, people: number): string {
  return printNumber(locale, Math.round(people))
}

export function printedInterval(locale: Locale, { min, max }: Range): string {
  return printRange(locale, { min: Math.round(min), max: Math.round(max) })
}

/** "9,800 (7,000 to 14,000)". */
export function pointAndInterval(locale: Locale, point: number, interval: Range | null): string {
  const printed = printedPeople(locale, point)
  if (interval === null) return printed
  return say(locale, 'press.chart.point-and-range', {
    point: printed,
    range: printedInterval(locale, interval),
  })
}

/** A part of one as a percentage; what is not quite nothing, or not quite all, is not rounded to it. */
export function printedShare(locale: Locale, share: number): string {
  const percent = (number: number) => printNumber(locale, Math.round(number * 10) / 10)
  if (share > 0 && share < 0.0005) return say(locale, 'press.share.under', { number: percent(0.1) })
  if (share < 1 && share > 0.9995) return say(locale, 'press.share.over', { number: percent(99.9) })
  return say(locale, 'press.share', { number: percent(share * 100) })
}

/** An index or a ratio, to two decimals. */
export function printedIndex(locale: Locale, index: number): string {
  return printNumber(locale, index, 2)
}

/** "one", "one and two", "one, two and three". */
export function listed(locale: Locale, parts: readonly string[]): string {
  const [last = '', ...before] = parts.toReversed()
  if (before.length === 0) return last
  return say(locale, 'press.and', { most: before.toReversed().join(say(locale, 'press.comma')), last })
}

/** As a sentence: with its stop, unless it has one. */
export function sentence(text: string): string {
  return /[.!?؟…]$/.test(text) ? text : `${text}.`
}
