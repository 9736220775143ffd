/** Letters as they were cut for print: initial, medial, final. Words that are one sign (ﷲ, ﷺ) and ornaments are no such letters. */
const PRESENTATION = /[\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDC7\uFE70-\uFEFC]+/g
const ARABIC_WORD = /[\u0621-\u064A\u066E-\u06D3]{3,}/g

/** How many letters are presentation forms. */
export function presentationForms(words: string): number {
  return Array.from(words.matchAll(PRESENTATION)).reduce((sum, [run]) => sum + run.length, 0)
}

/** Presentation forms as the letters that they are (NFKC); nothing else is touched. */
export function plainLetters(words: string): string {
  return words.replaceAll(PRESENTATION, (run) => run.normalize('NFKC'))
}

/**
 * Whether Arabic letters stand in the order in which they are read, or in that in which they are drawn from left to right: by the article, which
 * begins words, and by ta marbuta and alef maqsura, which only end them. `unknown` where too little of either is seen.
 */
export function orderOfLetters(words: string): 'logical' | 'visual' | 'unknown' {
  let [forward, backward] = [0, 0]
  for (const [word] of words.matchAll(ARABIC_WORD)) {
    if (word.startsWith('ال')) forward++
    if (word.endsWith('لا')) backward++
    if (/[ةى]$/.test(word)) forward += 2
    if (/^[ةى]/.test(word)) backward += 2
  }
  if (backward >= 2 && backward > 2 * forward) return 'visual'
  return forward > backward ? 'logical' : 'unknown'
}

/** Letters turned around, numbers and Latin words within them left as they read. */
export function turnedAround(words: string): string {
  return Array.from(words)
    .reverse()
    .join('')
    .replaceAll(
      /[\p{Nd}\p{Script=Latin}](?:[\p{Nd}\p{Script=Latin}.,:/-]*[\p{Nd}\p{Script=Latin}])?/gu,
      (run) => Array.from(run).reverse().join(''),
    )
}

/** Whether words hold letters that are written from right to left. */
export function rightToLeft(words: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(words)
}
