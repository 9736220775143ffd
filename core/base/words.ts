/** Languages the product speaks in full; other catalogues can be added by file. */
export type Locale = 'en' | 'ar'
export const LOCALES: readonly Locale[] = ['en', 'ar']

/** A text for people, in one language at least: `{ en: "Prison", ar: "سجن" }`. */
export type Words =
  { readonly en: string; readonly ar?: string } | { readonly en?: string; readonly ar: string }

/** The words in the language asked for, or else in the language there is. */
export function wordsIn(locale: Locale, words: Words): string {
  return words[locale] ?? words.en ?? words.ar ?? ''
}

/** Which language the words asked for will really be in: for `lang` and `dir`. */
export function languageOf(locale: Locale, words: Words): Locale {
  return words[locale] === undefined ? (words.en === undefined ? 'ar' : 'en') : locale
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|ur|he|ckb|ps|sd|ug|yi|dv)\b/.test(language) ? 'rtl' : 'ltr'
}
