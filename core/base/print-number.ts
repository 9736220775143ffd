import type { Range } from './quantity.ts'
import type { Locale } from './words.ts'

/**
 * A number for people: `5,376` in English, `٥٬٣٧٦` in Arabic. Own tables and no Intl, so that an edition has the same
 * bytes on every machine, whatever its ICU.
 * @param digits decimals, always so many; without it as many as the number has, six at most
 * Throws on what is no finite number: a number that cannot be said is an outcome, and is never printed.
 */
export function printNumber(locale: Locale, number: number, digits?: number): string {
  if (!Number.isFinite(number)) throw new Error(`not a number that can be printed: ${String(number)}`)
  const [whole = '0', decimals = ''] = Math.abs(number)
    .toFixed(digits ?? 6)
    .split('.')
  const kept = digits === undefined ? decimals.replace(/0+$/, '') : decimals
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (kept === '' ? '' : `.${kept}`)
  const sign = number < 0 && /[1-9]/.test(text) ? '\u2212' : ''
  return sign + (locale === 'ar' ? arabicNumber(text) : text)
}

/** "5,000 to 13,000", "من ٥٬٠٠٠ إلى ١٣٬٠٠٠"; a range whose ends print alike is printed once. */
export function printRange(locale: Locale, range: Range, digits?: number): string {
  const [min, max] = [printNumber(locale, range.min, digits), printNumber(locale, range.max, digits)]
  if (min === max) return min
  return locale === 'ar' ? `من ${min} إلى ${max}` : `${min} to ${max}`
}

/** The digits of a text as the language writes them; everything else as it stands. */
export function printDigits(locale: Locale, text: string): string {
  return locale === 'ar' ? text.replace(/\d/g, (digit) => ARABIC_DIGITS[Number(digit)] ?? digit) : text
}

const ARABIC_DIGITS = Array.from('٠١٢٣٤٥٦٧٨٩')

/** U+066C separates thousands and U+066B decimals in Arabic. */
function arabicNumber(text: string): string {
  return printDigits('ar', text.replaceAll(',', '\u066C').replaceAll('.', '\u066B'))
}
