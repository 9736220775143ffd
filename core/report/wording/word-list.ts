/** One language's words for handing a statement to its speaker, and for making it one's own. */
export interface WordList {
  /** The text as the lists are written: case, apostrophes, vowel marks and letters that are written in several ways made one. */
  readonly normalised: (text: string) => string
  /** Words of a normalised text that hand the statement to somebody. */
  readonly reporting: (text: string) => readonly string[]
  /** Words of a normalised text that call the statement established. */
  readonly certain: (text: string) => readonly string[]
}

/** Whole words, or runs of words, that fit one of the patterns. */
export function wordsLike(patterns: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${patterns.join('|')})(?![\p{L}\p{M}])`, 'gu')
}

/** What of a text fits, in its order; not what stands after words that fit `unlessAfter`. */
export function matchesOf(text: string, words: RegExp, unlessAfter: RegExp | null = null): readonly string[] {
  return [...text.matchAll(words)]
    .filter((match) => unlessAfter?.test(text.slice(0, match.index)) !== true)
    .map((match) => match[0].trim())
}

/** Letters alone, in the form that they are usually typed in: no marks upon them, and nothing invisible between them. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
}
