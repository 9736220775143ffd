import { HIDDEN_SIGNS } from '@corroborate/base'
import { normaliseName } from '@corroborate/linkage/names'

/** A word of a text: where it stands, in UTF-16 units, and the form under which it is found. */
export interface FoundWord {
  readonly start: number
  readonly end: number
  readonly form: string
}

/** A number with the signs that part its digits, or letters with marks and apostrophes inside. */
const WORD = new RegExp(
  `\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)*|[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}${HIDDEN_SIGNS}]|['’ʼ](?=\\p{L}))*`,
  'gu',
)
/** In UTF-16 units; what is longer is no word, and is found by its beginning. */
const LONGEST_FORM = 64

/**
 * The form of a word: letters folded as those of names are, so that marks, hamza, keyboards, digits and case make no difference. The English
 * possessive goes, and so do the signs that part thousands. Empty where no letter and no digit is left.
 * @see docs/methods/search.md
 */
export function formOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return word.slice(0, LONGEST_FORM)
  if (/^\p{Nd}/u.test(word)) return numberOf(word)
  const owner = word.replace(/['’ʼ]s$/iu, '')
  return normaliseName(owner).text.replaceAll(' ', '').slice(0, LONGEST_FORM)
}

function numberOf(word: string): string {
  const digits = word.replace(/[,٬]/gu, '').replaceAll('٫', '.')
  return normaliseName(digits).text.replaceAll(' ', '.').slice(0, LONGEST_FORM)
}

/** Forms that are kept at once: the vocabulary of some million words. */
const KEPT = 200_000

/** Reads the words of many texts, in their order; forms are folded once for each way of writing. */
export function wordReader(): (text: string) => readonly FoundWord[] {
  const forms = new Map<string, string>()
  const folded = (word: string): string => {
    const known = forms.get(word)
    if (known !== undefined) return known
    if (forms.size >= KEPT) forms.clear()
    const form = formOf(word)
    forms.set(word, form)
    return form
  }
  return (text) => {
    const found: FoundWord[] = []
    for (const match of text.matchAll(WORD)) {
      const form = folded(match[0])
      if (form !== '') found.push({ start: match.index, end: match.index + match[0].length, form })
    }
    return found
  }
}
