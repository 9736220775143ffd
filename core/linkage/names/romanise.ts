import { respelled, spelling, squeezed } from './respelled.ts'
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
  return squeezed(out)
}

/** The two vowels that English, French and Turkish spell in many ways, then letters that Arabic does not keep apart. */
const SPELLINGS = [
  spelling(/ /g, ''),
  spelling(/ou|oo/g, 'u', 'o'),
  spelling(/ee|ei|ey/g, 'i', 'e'),
  spelling(/ph/g, 'f', 'ph'),
  spelling(/ch(?=[bcdfgjklmnpqrtvz])/g, 'k', 'ch'),
  spelling(/t?sch|tch|ch/g, 'sh', 'ch'),
  spelling(/dg(?=[ei])/g, 'j', 'dg'),
  spelling(/ck/g, 'k', 'ck'),
  spelling(/x/g, 'ks', 'x'),
  spelling(/dj/g, 'j', 'dj'),
  spelling(/c(?=[eiy])/g, 's', 'c'),
  spelling(/c(?!h)/g, 'k', 'c'),
  spelling(/o|w/g, 'u'),
  spelling(/e|y/g, 'i'),
  spelling(/p/g, 'b', 'p'),
  spelling(/v/g, 'f', 'v'),
]

function fromLatin(text: string): string {
  return squeezed(respelled(text, SPELLINGS)).replace(/ah$/, 'a')
}
