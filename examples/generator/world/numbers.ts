import type { Locale } from '@corroborate/base'
import { arabicDigits } from './calendar.ts'

/** How a witness's transcript writes numbers. */
export type NumberStyle = 'words' | 'digits'

const ENGLISH = [
  ...[
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
]
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const ARABIC_UNITS = ['', 'واحد', 'اثنين', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة']
const ARABIC_TENS = ['', 'عشرة', 'عشرين', 'ثلاثين', 'أربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين']

/** A whole number below a hundred in words; Arabic in the case that follows a preposition, before a masculine noun. */
export function numberInWords(locale: Locale, n: number): string {
  return locale === 'en' ? englishNumber(n) : arabicNumber(n)
}

function englishNumber(n: number): string {
  if (n < 20) return ENGLISH[n] ?? String(n)
  const tens = ENGLISH_TENS[Math.floor(n / 10)] ?? ''
  return n % 10 === 0 ? tens : `${tens}-${ENGLISH[n % 10] ?? ''}`
}

function arabicNumber(n: number): string {
  if (n <= 10) return ARABIC_UNITS[n] ?? ''
  const tens = ARABIC_TENS[Math.floor(n / 10)] ?? ''
  const unit = ARABIC_UNITS[n % 10] ?? ''
  if (n < 20) return `${n === 11 ? 'أحد' : n === 12 ? 'اثني' : unit} عشر`
  return n % 10 === 0 ? tens : `${unit} و${tens}`
}

/** "twelve men", "12 men", "اثني عشر رجلًا", "١٢ رجلًا". */
export function menInWords(locale: Locale, n: number, style: NumberStyle): string {
  if (locale === 'en') return n === 1 ? 'one man' : `${written('en', n, style)} men`
  if (n === 1) return 'رجل واحد'
  if (n === 2) return 'رجلين'
  return `${written('ar', n, style)} ${n <= 10 ? 'رجال' : 'رجلًا'}`
}

/** "between ten and fifteen men", "بين عشرة رجال وخمسة عشر رجلًا". */
export function menBetween(
  locale: Locale,
  size: { readonly min: number; readonly max: number },
  style: NumberStyle,
): string {
  if (size.min === size.max) return menInWords(locale, size.min, style)
  if (size.min === 1 && size.max === 2) return locale === 'en' ? 'one or two men' : 'رجلًا أو رجلين'
  if (locale === 'ar' && size.min <= 2)
    return `بين ${menInWords('ar', size.min, style)} و${menInWords('ar', size.max, style)}`
  if (locale === 'en')
    return `between ${written('en', size.min, style)} and ${menInWords('en', size.max, style)}`
  return `بين ${written('ar', size.min, style)} و${style === 'digits' ? ' ' : ''}${menInWords('ar', size.max, style)}`
}

function written(locale: Locale, n: number, style: NumberStyle): string {
  if (style === 'words') return numberInWords(locale, n)
  return locale === 'en' ? String(n) : arabicDigits(String(n))
}
