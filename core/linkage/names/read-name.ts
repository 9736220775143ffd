import { stepsOf, type NormaliseStep } from './letters.ts'
import type { KnownNames } from './known-names.ts'
import { roleAt, type NamePart, type RolePart } from './name-part.ts'
import { normalised } from './normalise-name.ts'
import { ARTICLES, FAITH, GOD, LINKS, OPENERS, SUN_ARTICLE, TITLES, type Particle } from './particles.ts'
import { inConstruct, readWord } from './read-word.ts'

/** A name read into its parts, and all that was done to it on the way. */
export interface ReadName {
  readonly parts: readonly RolePart[]
  /** Words before the name that are no part of it. */
  readonly titles: readonly string[]
  readonly steps: readonly NormaliseStep[]
}

/** Names have fewer parts than this; what follows in a longer text is not read. */
export const MOST_PARTS = 32

/**
 * A whole personal name, read into parts with their roles. Never fails: a name without letters has no parts.
 * @param known which names are known: they decide about lam-alef and about what is an article
 */
export function readName(name: string, known: KnownNames): ReadName {
  const { text, steps } = normalised(name)
  const { parts, titles } = partsOf(text, (word) => readWord(word, known))
  return {
    parts: parts.map((part, at) => ({ ...part, role: roleAt(at, parts.length) })),
    titles,
    steps: stepsOf(steps),
  }
}

/** A field that holds one name, the given name or the family's: all its words are one part. Null where it has none. */
export function readPart(name: string, known: KnownNames): NamePart | null {
  return onePart(partsOf(normalised(name).text, (word) => readWord(word, known)).parts)
}

export function onePart(parts: readonly NamePart[]): NamePart | null {
  const [first] = parts
  if (first === undefined || parts.length === 1) return first ?? null
  return {
    text: parts.map((part) => part.text).join(' '),
    script: first.script,
    particles: [...new Set(parts.flatMap((part) => part.particles))],
    repaired: parts.some((part) => part.repaired),
  }
}

/** How a single word is read; kept by who reads many names, because words return. */
export type WordReader = (word: string) => NamePart

export interface PartsAndTitles {
  readonly parts: readonly NamePart[]
  readonly titles: readonly string[]
}

/** The parts of a normalised text. */
export function partsOf(text: string, read: WordReader): PartsAndTitles {
  const words = text.split(' ', 2 * MOST_PARTS).filter(Boolean)
  const titles = titlesOf(words)
  const parts: NamePart[] = []
  for (let at = titles.length; at < words.length;) at = takeNext(words, at, parts, read)
  return { parts: parts.slice(0, MOST_PARTS), titles }
}

/** Whether a word may change how the words around it are read; all others are parts, whatever stands beside them. */
export function bindsOthers(word: string): boolean {
  const lists = [OPENERS, LINKS, ARTICLES, FAITH, GOD, TITLES]
  return lists.some((list) => list.has(word)) || SUN_ARTICLE.test(word)
}

/** Whether a word takes the word after it into its own part. */
export function bindsForward(word: string): boolean {
  return OPENERS.has(word) || LINKS.has(word) || ARTICLES.has(word) || SUN_ARTICLE.test(word)
}

function titlesOf(words: readonly string[]): readonly string[] {
  let at = 0
  while (at + (TITLES.get(words[at] ?? '') ?? words.length) < words.length) at += 1
  return words.slice(0, at)
}

/** Reads one part into `parts`, or joins a word to the part before. Returns where the next word stands. */
function takeNext(words: readonly string[], at: number, parts: NamePart[], read: WordReader): number {
  const last = parts.at(-1)
  const joined = last === undefined ? null : withEnding(last, words[at] ?? '')
  if (joined !== null) {
    parts[parts.length - 1] = joined
    return at + 1
  }
  const { part, next } = partFrom(words, at, read)
  // An article before الدين or Allah: what it stands before joins the part before.
  const ending = last === undefined || next !== at + 2 ? null : withEnding(last, words[at + 1] ?? '')
  if (ending !== null && isArticle(words[at] ?? '', words[at + 1])) parts[parts.length - 1] = ending
  else parts.push(part)
  return next
}

function withEnding(part: NamePart, word: string): NamePart | null {
  const particle = FAITH.has(word) ? 'of-the-faith' : GOD.has(word) ? 'of-god' : null
  if (particle === null) return null
  const text =
    part.script === 'arabic' ? endedInArabic(part.text, particle) : endedInLatin(part.text, particle)
  return withParticle({ ...part, text }, particle)
}

type Ending = 'of-the-faith' | 'of-god'

function endedInArabic(text: string, ending: Ending): string {
  return ending === 'of-god' ? `${inConstruct(text)}الله` : `${text}دين`
}

function endedInLatin(text: string, ending: Ending): string {
  return text + (ending === 'of-god' ? 'allah' : 'din')
}

function withParticle(part: NamePart, particle: Particle): NamePart {
  return part.particles.includes(particle) ? part : { ...part, particles: [...part.particles, particle] }
}

interface Taken {
  readonly part: NamePart
  readonly next: number
}

/** The part that begins at a word: links and articles before it become its flags, عبد and ابو open it. */
function partFrom(words: readonly string[], at: number, read: WordReader): Taken {
  const [word = '', following] = [words[at], words[at + 1]]
  if (following === undefined) return { part: read(word), next: at + 1 }
  const opener = OPENERS.get(word)
  if (opener !== undefined) return opened(opener, partFrom(words, at + 1, read))
  const flag = isArticle(word, following)
    ? 'article'
    : at === 0 && word === 'ben'
      ? undefined
      : LINKS.get(word)
  if (flag === undefined) return { part: read(word), next: at + 1 }
  const { part, next } = partFrom(words, at + 1, read)
  return { part: withParticle(part, flag), next }
}

function isArticle(word: string, following: string | undefined): boolean {
  if (following === undefined) return false
  if (ARTICLES.has(word)) return true
  const [, letters] = SUN_ARTICLE.exec(word) ?? []
  return letters !== undefined && following.startsWith(letters)
}

/** عبد الرحمن and عبدالرحمن are one writing of one name: the article inside goes. */
function opened(opener: { readonly particle: Particle; readonly as: string }, { part, next }: Taken): Taken {
  const particles = part.particles.filter((particle) => particle !== 'article')
  const text = opener.as + openedBy(opener.particle, part)
  return { part: withParticle({ ...part, text, particles }, opener.particle), next }
}

function openedBy(particle: Particle, { text, script }: NamePart): string {
  if (particle === 'servant' && GOD.has(text)) return script === 'arabic' ? 'الله' : 'allah'
  return script === 'arabic' && text.length >= 4 && text !== 'الله' ? text.replace(/^ال/, '') : text
}
