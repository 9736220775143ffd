import type { Script } from './script-of.ts'

/**
 * A part of a name in one rough Latin spelling, whichever script it came in, so that letters can be held against letters: long vowels as `a`, `i`,
 * `u`, digraphs of the usual English spelling, doubled letters once. No transliteration to be read: short vowels that Arabic does not write are
 * missing from one side. Text of other scripts is left as it is.
 */
export function romanised(text: string, script: Script): string {
  if (script === 'arabic') return fromArabic(text)
  return script === 'latin' ? fromLatin(text) : text
}

const LETTERS: Readonly<Record<string, string>> = {
  ...{ ا: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's' },
  ...{ ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ل: 'l', م: 'm' },
  ...{ ن: 'n', ه: 'h', و: 'u', ي: 'i' },
}

function fromArabic(text: string): string {
  let out = ''
  for (const letter of text.replace(/ه$/, 'ا').replace(/تش/g, 'ش')) out += LETTERS[letter] ?? letter
  return out.replace(/(.)\1+/g, '$1')
}

/** The two vowels that English, French and Turkish spell in many ways, then letters that Arabic does not keep apart. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ou|oo/g, 'u'],
  [/ee|ei|ey/g, 'i'],
  [/ph/g, 'f'],
  [/ch(?=[bcdfgjklmnpqrtvz])/g, 'k'],
  [/t?sch|tch|ch/g, 'sh'],
  [/dg(?=[ei])/g, 'j'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/dj/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/o|w/g, 'u'],
  [/e|y/g, 'i'],
  [/p/g, 'b'],
  [/v/g, 'f'],
  [/(.)\1+/g, '$1'],
  [/ah$/, 'a'],
]

function fromLatin(text: string): string {
  return SPELLINGS.reduce(
    (left, [spelling, letter]) => left.replace(spelling, letter),
    text.replace(/ /g, ''),
  )
}
