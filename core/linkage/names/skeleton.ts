import { respelled, spelling, squeezed } from './respelled.ts'
import type { Script } from './script-of.ts'

/**
 * The consonants of a part of a name, in letters that both scripts share, so that one name has one skeleton in either: vowels go, doubled
 * consonants count once, letters that Latin spellings do not keep apart (ت ط ث, س ص, د ض ذ, ك ق خ) are one. A name that begins with a vowel keeps
 * the place of it as `_`. Text of other scripts has none.
 * @returns letters of `_bdfghjklmnrstxz` (`x` is sh); empty where nothing is left
 */
export function skeletonOf(text: string, script: Script): string {
  if (script === 'arabic') return arabicSkeleton(text)
  return script === 'latin' ? latinSkeleton(text) : ''
}

/**
 * A skeleton without what writers of Latin mix up most: g, j, k (Gamal, Jamal; Qaddafi, Gaddafi), z and d (Dhafer, Zafer), x and s, and z and s at
 * the end (Edwards is heard and written with ز).
 */
export function relaxedSkeleton(skeleton: string): string {
  return squeezed(respelled(skeleton, MIXED_UP))
}

const MIXED_UP = [
  spelling(/z$/, 's', 'z'),
  spelling(/[jk]/g, 'g'),
  spelling(/z/g, 'd', 'z'),
  spelling(/x/g, 's', 'x'),
]

const CONSONANTS: Readonly<Record<string, string>> = {
  ...{ ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: 'k', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 'x' },
  ...{ ص: 's', ض: 'd', ط: 't', ظ: 'z', غ: 'g', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h' },
}

function arabicSkeleton(text: string): string {
  // Chechen, Czech and Chile have a letter that Arabic writes with two.
  const letters = text.replace(/تش/g, 'ش').replace(/ه$/, '')
  let out = ''
  for (const letter of letters) {
    const consonant = CONSONANTS[letter]
    if (consonant === undefined) out += out === '' && isVowelSign(letter) ? '_' : ''
    else if (consonant !== 'h' || out === '') out += consonant
  }
  return squeezed(out)
}

/** ع is one here: no Latin spelling keeps it. */
function isVowelSign(letter: string): boolean {
  return letter === 'ا' || letter === 'ع' || letter === 'و' || letter === 'ي'
}

/** Digraphs before letters, longest first. */
const LATIN_SOUNDS = [
  spelling(/x/g, 'ks', 'x'),
  spelling(/[^a-z]/g, ''),
  spelling(/ch(?=[bcdfgjklmnpqrtvz])/g, 'k', 'ch'),
  spelling(/t?sch|tch|sh|ch/g, 'x', 'h'),
  spelling(/dg(?=[ei])/g, 'j', 'dg'),
  spelling(/zh/g, 'j', 'zh'),
  spelling(/kh|ck|cq/g, 'k'),
  spelling(/gh/g, 'g', 'gh'),
  spelling(/th/g, 't', 'th'),
  spelling(/dh/g, 'd', 'dh'),
  spelling(/ph/g, 'f', 'ph'),
  spelling(/dj/g, 'j', 'dj'),
  spelling(/tz/g, 'ts', 'tz'),
  spelling(/c(?=[eiy])/g, 's', 'c'),
  spelling(/[cq]/g, 'k'),
  spelling(/p/g, 'b', 'p'),
  spelling(/v/g, 'f', 'v'),
]

function latinSkeleton(text: string): string {
  const sounds = respelled(text, LATIN_SOUNDS)
  const first = sounds.replace(/^[aeiouyw]/, '_')
  const rest = first.slice(1).replace(/[aeiouywh]/g, '')
  return squeezed(first.slice(0, 1) + rest)
}
