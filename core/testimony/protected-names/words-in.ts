import { HIDDEN_SIGNS } from '@corroborate/base'

/** A word of a text by UTF-16 units, and the word that follows it in the same breath, if any. */
export interface WordIn {
  readonly start: number
  readonly end: number
  /** Whether nothing but a space, a hyphen or a full stop stands before the next word: a name may go on there. */
  readonly goesOn: boolean
}

const WORD = new RegExp(
  `[\\p{L}\\p{Nl}](?:[\\p{L}\\p{M}\\p{N}${HIDDEN_SIGNS}]|['’ʼʿʾ‘\`](?=[\\p{L}\\p{M}]))*`,
  'gu',
)
const GAP = new RegExp(`^[\\s.${HIDDEN_SIGNS}\\p{M}\\p{Pd}]{1,4}$`, 'u')
const TOKEN = /⟦[^⟧]*⟧/gu

/** The words of a text in their order. What stands in tokens is none. */
export function wordsIn(text: string): readonly WordIn[] {
  // As long as before, so that places stay; the brackets part the words on both sides.
  const open = text.replaceAll(TOKEN, (token) => '⟧'.repeat(token.length))
  const found = Array.from(open.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return found.map((word, i) => {
    const next = found[i + 1]
    return { ...word, goesOn: next !== undefined && GAP.test(open.slice(word.end, next.start)) }
  })
}

const AFTER = `[\\p{Mn}${HIDDEN_SIGNS}]*`
/** And, so, in, to, like, alone and one on another; the article after them is the name's own, and in لل it has lost its first letter. */
const PREFIXES = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك', 'لل', 'ولل', 'فلل'].map(
  (letters) =>
    new RegExp(`^${Array.from(letters, (letter) => letter + AFTER).join('')}(?=\\p{L}${AFTER}\\p{L})`, 'u'),
)
/** Of Ali's, the Hasans', the Hasans. */
const SUFFIXES = [/['’ʼ]s$/u, /['’ʼ]$/u, /s$/u]

/** Where a name may begin within a word: at its start, or after Arabic's one-letter words that are written joined. */
export function beginningsOf(word: string): readonly number[] {
  if (!/^\p{Script=Arabic}/u.test(word)) return [0]
  return [0, ...PREFIXES.map((prefix) => prefix.exec(word)?.[0].length ?? 0).filter((length) => length > 0)]
}

/** Where it may end, from the end of the word: Latin possessives and plurals are left out. */
export function endingsOf(word: string): readonly number[] {
  if (!/\p{Script=Latin}$/u.test(word)) return [0]
  return [0, ...SUFFIXES.map((suffix) => suffix.exec(word)?.[0].length ?? 0).filter((length) => length > 0)]
}
