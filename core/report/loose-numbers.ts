/**
 * Numbers that somebody typed into running text, in the order in which they stand: digits of any script (Unicode Nd), and
 * the fractions, superscripts and circled numbers that look like them (No). "5,000", "٥٬٠٠٠" and "3½" are one number each.
 * Letters that a script also counts with (Roman numerals) and number words are not looked for: the editor reads those.
 */
export function looseNumbers(text: string): readonly string[] {
  return text.match(NUMBER) ?? []
}

/** Digits, and what stands between two of them inside one number: a separator, a space that does not break, an apostrophe. */
const NUMBER = /[\p{Nd}\p{No}](?:[.,'’٫٬\u00A0\u202F\u2009]?[\p{Nd}\p{No}])*/gu

/** As `looseNumbers`, without years as they stand in the title of a report: "2011", "٢٠١١–٢٠١٥". */
export function looseNumbersInTitle(text: string): readonly string[] {
  return looseNumbers(text).filter((number) => !YEAR.test(number))
}

/** 1800 to 2199, in Western or in either set of Arabic-Indic digits. */
const YEAR = /^(?:1[89]|2[01])\d\d$|^(?:١[٨٩]|٢[٠١])[٠-٩]{2}$|^(?:۱[۸۹]|۲[۰۱])[۰-۹]{2}$/u
