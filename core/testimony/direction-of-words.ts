const LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction of the first letter, as the Unicode bidirectional algorithm finds it for a paragraph (UAX 9, P2). */
export function directionOfWords(words: string): 'ltr' | 'rtl' {
  const letter = LETTER.exec(words)?.[0]
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}
