import { knownAs, type KnownNames } from './known-names.ts'
import type { NamePart } from './name-part.ts'
import type { Particle } from './particles.ts'
import { repairedLamAlef } from './repair-lam-alef.ts'
import { scriptOf } from './script-of.ts'

interface Taken {
  readonly text: string
  readonly particle: Particle
}

/** One word as a part, with the particles that are written together with it taken off or made one. */
export function readWord(word: string, known: KnownNames): NamePart {
  const script = scriptOf(word)
  const repaired = script === 'arabic' ? repairedLamAlef(word, known) : null
  const text = repaired ?? word
  const taken =
    script === 'arabic' ? takenArabic(text, known) : script === 'latin' ? takenLatin(text, known) : null
  return {
    text: taken?.text ?? text,
    script,
    particles: taken === null ? [] : [taken.particle],
    repaired: repaired !== null,
  }
}

const isKnown = (word: string, known: KnownNames) => knownAs(word, known).length > 0

function takenArabic(word: string, known: KnownNames): Taken | null {
  if (word.length < 5) return null
  return takenOpener(word) ?? takenEnding(word) ?? takenArticle(word, known)
}

const JOINED_OPENERS = [
  { as: 'عبد', particle: 'servant' },
  { as: 'ابو', particle: 'father-of' },
  { as: 'ذو', particle: 'possessor' },
] as const

/** So many letters are no accident after عبد or ابو. */
const WITH_OPENER = 6

function takenOpener(word: string): Taken | null {
  if (word === 'عبدالله') return { text: word, particle: 'servant' }
  if (word.length < WITH_OPENER) return null
  const opener = JOINED_OPENERS.find(({ as }) => word.startsWith(as))
  if (opener === undefined) return null
  const { as, particle } = opener
  const withArticle = word.startsWith('ال', as.length) && word.length > WITH_OPENER
  if (particle === 'possessor' && !withArticle) return null
  return { text: withArticle ? as + word.slice(as.length + 2) : word, particle }
}

/** Ta marbuta is a t before another word: هبة الله is Hibatallah. */
export function inConstruct(word: string): string {
  return word.replace(/ه$/u, 'ت')
}

function takenEnding(word: string): Taken | null {
  if (word.length >= 7 && word.endsWith('الدين'))
    return { text: `${word.slice(0, -5)}دين`, particle: 'of-the-faith' }
  const beforeGod = word.length >= 6 && word.endsWith('الله') ? word.slice(0, -4) : null
  return beforeGod === null ? null : { text: `${inConstruct(beforeGod)}الله`, particle: 'of-god' }
}

/** إلهام and إلياس begin with the same two letters and have no article: known names keep them. */
function takenArticle(word: string, known: KnownNames): Taken | null {
  const has = word.startsWith('ال') && !isKnown(word, known)
  return has ? { text: word.slice(2), particle: 'article' } : null
}

const GOD_SERVANT = /^abd(?:ou|[aeou])?ll?ah?$/
const SERVANT = /^abd(?:ou|[aeiou])(?:l(?=[^l])|([dlnrstz])(?=\1)|sh(?=sh)|ch(?=ch))?(?=[a-z]{4,}$)/
const FATHER = /^ab(?:u|ou|oo)(?:l(?=[^aeioul]))?(?=[a-z]{4,}$)/
const FAITH = /^(.{3,}?)(?:[aeiou]{1,2}[ld]|[ou])d(?:ee|ei|ie|i)ne?$/
const GOD = /^(.{3,}?)(?:ou|[aeou])llah$/
const ARTICLE = /^[ae]l(.{4,})$/

function takenLatin(word: string, known: KnownNames): Taken | null {
  if (word.length < 5) return null
  if (GOD_SERVANT.test(word)) return { text: 'abdallah', particle: 'servant' }
  if (SERVANT.test(word)) return { text: word.replace(SERVANT, 'abd'), particle: 'servant' }
  if (FATHER.test(word)) return { text: word.replace(FATHER, 'abu'), particle: 'father-of' }
  if (isKnown(word, known)) return null
  if (FAITH.test(word)) return { text: word.replace(FAITH, '$1din'), particle: 'of-the-faith' }
  if (GOD.test(word)) return { text: word.replace(GOD, '$1allah'), particle: 'of-god' }
  const [, bare] = ARTICLE.exec(word) ?? []
  return bare !== undefined && isKnown(bare, known) ? { text: bare, particle: 'article' } : null
}
