/** What stands in the place of each letter that was erased. */
const BLANK = '█'

/**
 * Words with every letter, digit and sign taken out and nothing moved: as many code points as before, blanks where blanks were, so that whatever
 * points into a text still points to the same place of it.
 */
export function blankWords(words: string): string {
  return words.replaceAll(/\S/gu, BLANK)
}
