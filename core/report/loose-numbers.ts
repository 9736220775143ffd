/**
 * Numbers that somebody typed into running text, in the order in which they stand: digits of any script (Unicode Nd), the
 * fractions, superscripts and circled numbers that look like them (No), the numerals that are signs of their own ("Ⅻ", "〇": Nl), and
 * pictures with a number in them ("🔟"). "5,000", "٥٬٠٠٠" and "3½" are one number each.
 * Ordinary letters that are also counted with ("XII", "二十") and number words are not looked for: the editor reads those.
 */
export function looseNumbers(text: string): readonly string[] {
  return text.match(NUMBER) ?? []
}

/** Beside all of Unicode's numbers: telegraph signs of months, hours and days, "hundred points" and the key ten. */
const DIGIT = String.raw`[\p{N}\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE\u{1F4AF}\u{1F51F}]`

/** Digits, and what stands between two of them inside one number: a separator, a space that does not break, an apostrophe. */
const NUMBER = new RegExp(`${DIGIT}(?:[.,'’٫٬\u00A0\u202F\u2009]?${DIGIT})*`, 'gu')

/** As `looseNumbers`, without years as they stand in the title of a report: "2011", "٢٠١١–٢٠١٥". */
export function looseNumbersInTitle(text: string): readonly string[] {
  return looseNumbers(text).filter((number) => !YEAR.test(number))
}

/**
 * As `looseNumbersInTitle`, without the digits of a name or a code ("P16"): for what a finding holds and an estimate asks, which
 * are printed beside the sentences that cite them.
 */
export function looseNumbersInProposition(text: string): readonly string[] {
  return looseNumbersInTitle(text.replace(NAME, ' '))
}

const NAME = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}._-]*/gu

/** Whether a report may speak of a year: any other is a number in the guise of one. */
export function isYearSpokenOf(year: number): boolean {
  return year >= 1800 && year <= 2199
}

/** 1800 to 2199, in Western or in either set of Arabic-Indic digits. */
const YEAR = /^(?:1[89]|2[01])\d\d$|^(?:١[٨٩]|٢[٠١])[٠-٩]{2}$|^(?:۱[۸۹]|۲[۰۱])[۰-۹]{2}$/u
