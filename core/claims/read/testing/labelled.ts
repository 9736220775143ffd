/**
 * Invented sentences in the manner of testimony, and what a careful reader would propose from each: `kind value = exact words`.
 * Nobody said them. They were written by the same hand as the rules, so that what is measured on them is the best case.
 *
 * Values: quantity min..max unit (each|all), or "open" where no two bounds were said; rate 1..2/week or every 10..15;
 * weekdays MO,WE and their confidence; the others by their own words.
 */
export interface Labelled {
  readonly text: string
  readonly expected: readonly string[]
}

export const of = (text: string, ...expected: readonly string[]): Labelled => ({ text, expected })
