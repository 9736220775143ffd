/** A word, a number in digits or a mark of a text, as it is compared and where it stands. */
export interface Token {
  /** As it is looked up: small letters, Arabic letters that are written in several ways as one, Western digits. */
  readonly text: string
  /** The same without a particle that Arabic writes onto the word (و ف ب ل ك, the article), nearest first; itself among them. */
  readonly forms: readonly string[]
  readonly kind: 'word' | 'digits' | 'mark'
  /** In UTF-16 units of the text; the end is excluded. */
  readonly start: number
  readonly end: number
}

/** Letters, their marks, joiners (ZWNJ, ZWJ: format characters) and apostrophes make a word. */
const PIECE = /\p{Nd}+(?:[.,\u066B\u066C]\p{Nd}+)*|(?:\p{L}|\p{M}|\p{Cf}|['’ʼʿʾ])+|\S/gu

/** The tokens of a text in their order. A word is never split, an Arabic one neither. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => {
    const kind = /^\p{Nd}/u.test(piece) ? 'digits' : /^[\p{L}\p{M}]/u.test(piece) ? 'word' : 'mark'
    const folded = foldWord(piece)
    const forms = kind === 'word' ? formsOf(folded) : [folded]
    return { text: folded, forms, kind, start: index, end: index + piece.length }
  })
}

/** A word as words are compared: no vowel signs, no tatweel, one alef, one ya, one ta marbuta, small letters, no apostrophes. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[\u064B-\u065F\u0670\u0640'’ʼʿʾ]|\p{Cf}/gu, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ئ', 'ي')
    .replaceAll('ؤ', 'و')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
}

/**
 * The conjunction comes first, then one particle, then the article: وبالليل gives بالليل, الليل, ليل. The alef of the
 * accusative comes off at the end: شخصا gives شخص.
 */
function formsOf(word: string): readonly string[] {
  if (!/^[\u0621-\u064A]/.test(word)) return [word]
  const joined = withOut(word, /^[وف](?=..)/)
  const led = joined.flatMap((form) => withOut(form, /^[بلك](?=..)/))
  const bare = led.flatMap((form) => withOut(form, /^(?:ال|(?<=ل)ل)(?=..)/))
  const contracted = led.flatMap((form) => (/^لل../.test(form) ? [form.slice(2)] : []))
  return [...new Set([...bare, ...contracted].flatMap((form) => withOut(form, /(?<=...)ا$/)))]
}

function withOut(word: string, particle: RegExp): readonly string[] {
  const rest = word.replace(particle, '')
  return rest === word ? [word] : [word, rest]
}

/** Whether a token is one of these words, by itself or under a particle. */
export function isOneOf(token: Token | undefined, words: ReadonlySet<string>): boolean {
  return token?.forms.some((form) => words.has(form)) ?? false
}

/** Whether و ("and") is written onto a word that is then one of these. */
export function isJoined(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.startsWith('و') && token.forms.includes(token.text.slice(1))
}
