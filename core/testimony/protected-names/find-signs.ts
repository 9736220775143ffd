import { foldWord } from '@corroborate/base'
import type { Spotted } from './candidate.ts'

/** Fewer letters and digits than these stand in half of all texts. */
const FEWEST = 4
/** The end of a line is kept: nothing goes on over it. */
const SIGN = /[\p{L}\p{N}\n]/gu
/** Beside each other, these are one number or one word. */
const ONE_RUN = /\p{Nd}\p{Nd}|\p{Script=Latin}\p{Script=Latin}/u

/** Whether words are known by their letters and digits: a telephone, a plate, an address, a mail address. */
export function areKnownBySigns(words: string): boolean {
  return /[\p{N}@]/u.test(words)
}

/** Whether a name may be heard in words: there are letters, and they are no mail address. */
export function mayBeHeard(words: string): boolean {
  return /\p{L}/u.test(words) && !words.includes('@')
}

/** What such words are looked up by, their letters and digits in a row; empty where they are too few to tell anything. */
export function signsOf(words: string): string {
  const row = laidOut(words).row.replaceAll('\n', '')
  return row.length < FEWEST ? '' : row
}

/**
 * Every stretch that has the letters and digits of words in the register, however they are parted (+963 11-555, ٩٦٣١١٥٥٥), and not as a piece of a longer
 * word or number; none overlaps another, in their order. By UTF-16 units.
 */
export function findSigns(
  text: string,
  register: ReadonlyMap<string, readonly string[]>,
): readonly Spotted[] {
  if (register.size === 0) return []
  const { row, from } = laidOut(text)
  const found = [...register].flatMap(([signs, tokens]) =>
    placesOf(signs, row).flatMap((at): Spotted[] => {
      const [start, last] = [from[at] ?? 0, from[at + signs.length - 1] ?? 0]
      const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length
      return isPiece(text, start, end) ? [] : [{ kind: 'name', start, end, tokens }]
    }),
  )
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let free = 0
  return found.filter(({ start, end }) => {
    if (start < free) return false
    free = end
    return true
  })
}

/** The letters and digits of a text as they are compared, and the unit of the text from which each came. */
function laidOut(text: string): { readonly row: string; readonly from: readonly number[] } {
  const folded = new Map<string, string>()
  const from: number[] = []
  let row = ''
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const known = folded.get(sign) ?? (sign === '\n' ? sign : foldWord(sign))
    folded.set(sign, known)
    for (let unit = known.length; unit > 0; unit -= 1) from.push(index)
    row += known
  }
  return { row, from }
}

function placesOf(signs: string, row: string): readonly number[] {
  const places: number[] = []
  for (let at = row.indexOf(signs); at !== -1; at = row.indexOf(signs, at + 1)) places.push(at)
  return places
}

function isPiece(text: string, start: number, end: number): boolean {
  return ONE_RUN.test(text.slice(start - 1, start + 1)) || ONE_RUN.test(text.slice(end - 1, end + 1))
}
