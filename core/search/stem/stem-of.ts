import { stemArabic } from './stem-arabic.ts'
import { stemEnglish } from './stem-english.ts'

/** What the forms of a word have in common; of other languages and of numbers the form itself. */
export function stemOf(form: string): string {
  return /^[\u0621-\u064a]+$/.test(form) ? stemArabic(form) : stemEnglish(form)
}
