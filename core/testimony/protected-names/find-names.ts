import type { CandidateKind, KeysOfName, ProtectedName, Spotted } from './candidate.ts'
import { heardIn, hearWord, inOneName, type Heard, type WordHeard } from './heard.ts'
import { areKnownBySigns, findSigns, mayBeHeard, signsOf } from './find-signs.ts'
import { overlapsAny } from './find-traces.ts'
import { beginningsOf, endingsOf, wordsIn, type WordIn } from './words-in.ts'

/** Names as they are looked up: whole and in parts, by how they are written and how they sound. */
export interface NameIndex {
  readonly keysOf: KeysOfName
  readonly whole: ReadonlyMap<string, readonly string[]>
  readonly sounding: ReadonlyMap<string, readonly string[]>
  readonly parts: ReadonlyMap<string, readonly string[]>
  /** Telephones, addresses and the like, by their letters and digits in a row. */
  readonly signs: ReadonlyMap<string, readonly string[]>
  /** The consonants of each name in a row: a word that is heard in none of them belongs to none. */
  readonly heard: Heard
  /** Words of the longest name, and some more, for names that are written apart. */
  readonly mostWords: number
}

/** Fewer consonants than these are shared by half of all words. */
const SHORTEST_SOUND = 3
const WRITTEN_APART = 3
const LONGEST_ARTICLE = 3

/** The register made ready. Reckoned once for many texts. */
export function indexNames(names: readonly ProtectedName[], keysOf: KeysOfName): NameIndex {
  const [whole, sounding, parts, signs] = [new Tokens(), new Tokens(), new Tokens(), new Tokens()]
  let mostWords = 1
  for (const { token, spellings } of names)
    for (const spelling of spellings) {
      if (areKnownBySigns(spelling)) signs.add(signsOf(spelling), token)
      if (!mayBeHeard(spelling)) continue
      const keys = keysOf(spelling)
      whole.add(keys.written, token)
      if (consonantsIn(keys.sounding) >= SHORTEST_SOUND) sounding.add(keys.sounding, token)
      const pieces = keys.written.split(' ')
      if (pieces.length > 1) for (const piece of pieces) parts.add(piece, token)
      mostWords = Math.max(mostWords, wordsIn(spelling).length + WRITTEN_APART)
    }
  const heard = [...sounding.all.keys(), ...[...whole.all.keys()].map((written) => keysOf(written).sounding)]
  return {
    ...{ keysOf, whole: whole.all, sounding: sounding.all, parts: parts.all, signs: signs.all, mostWords },
    heard: heardIn(heard.map((sound) => sound.replaceAll(' ', ''))),
  }
}

/** Every stretch that may be a name of the register; none overlaps another, the longest at each place, in their order. By UTF-16 units. */
export function findNames(text: string, register: NameIndex): readonly Spotted[] {
  const signs = findSigns(text, register.signs)
  const heard = findHeard(text, register)
  if (signs.length === 0) return heard
  return [...signs, ...heard.filter((one) => !overlapsAny(one, signs))].sort((a, b) => a.start - b.start)
}

function findHeard(text: string, register: NameIndex): readonly Spotted[] {
  const index = { ...register, keysOf: remembered(register.keysOf) }
  const hear = remembered((word) => wordHeard(word, index))
  const words = wordsIn(text)
  const known = words.map(({ start, end }) => hear(text.slice(start, end)))
  const found: Spotted[] = []
  for (let at = 0; at < words.length;) {
    const hit = known[at] ? longestFrom({ text, words, known, index }, at) : null
    if (hit) found.push(hit.spotted)
    at = hit ? hit.next : at + 1
  }
  return found
}

/** A text says most of its words many times. */
function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>()
  return (text) => {
    const known = answers.get(text) ?? { answer: ask(text) }
    answers.set(text, known)
    return known.answer
  }
}

interface Search {
  readonly text: string
  readonly words: readonly WordIn[]
  /** Null for a word that belongs to no name. */
  readonly known: readonly (WordHeard | null)[]
  readonly index: NameIndex
}

function longestFrom(
  search: Search,
  at: number,
): { readonly spotted: Spotted; readonly next: number } | null {
  const { words, index } = search
  let last = at
  while (last - at + 1 < index.mostWords && words[last]?.goesOn === true && mayGoOn(search, at, last + 1))
    last += 1
  for (; last >= at; last -= 1) {
    const spotted = matched(search, at, last)
    if (spotted) return { spotted, next: last + 1 }
  }
  return null
}

/** An article, in any of its spellings, is heard in no name; all other words must be heard in one and the same. */
function mayGoOn({ words, known, index }: Search, from: number, to: number): boolean {
  const isShort = ({ start, end }: WordIn) => end - start <= LONGEST_ARTICLE
  const word = words[to]
  if (word === undefined) return false
  if (isShort(word)) return true
  if (!known[to]) return false
  const long = known.slice(from, to + 1).filter((_, i) => !isShort(words[from + i] ?? word))
  return inOneName(
    long.filter((one) => one !== null),
    index.heard,
  )
}

function matched({ text, words, index }: Search, from: number, to: number): Spotted | null {
  const [first, last] = [words[from], words[to]]
  if (!first || !last) return null
  const stretches = beginningsOf(text.slice(first.start, first.end)).flatMap((before) =>
    endingsOf(text.slice(last.start, last.end)).map((after) => ({
      start: first.start + before,
      end: last.end - after,
    })),
  )
  const read = stretches.map((stretch) => ({
    ...stretch,
    keys: index.keysOf(text.slice(stretch.start, stretch.end)),
  }))
  for (const kind of ['name', 'sounds-like', 'part-of-name'] as const)
    for (const { start, end, keys } of read) {
      const tokens = tokensOf(kind, keys, index)
      if (tokens) return { kind, start, end, tokens }
    }
  return null
}

function tokensOf(
  kind: CandidateKind,
  { written, sounding }: ReturnType<KeysOfName>,
  index: NameIndex,
): readonly string[] | undefined {
  if (kind === 'name') return index.whole.get(written)
  return kind === 'sounds-like' ? index.sounding.get(sounding) : index.parts.get(written)
}

/** Cheap, and never wrong: how the word may be heard in names, in any of its readings. */
function wordHeard(word: string, { keysOf, heard }: NameIndex): WordHeard | null {
  const sounds = beginningsOf(word).flatMap((before) =>
    endingsOf(word).flatMap((after) => {
      const { sounding, written } = keysOf(word.slice(before, word.length - after))
      return written === '' ? [] : [sounding.replaceAll(' ', '')]
    }),
  )
  return hearWord([...new Set(sounds)], heard)
}

function consonantsIn(sounding: string): number {
  return sounding.replace(/[ _]/g, '').length
}

class Tokens {
  readonly all = new Map<string, string[]>()
  add(key: string, token: string): void {
    if (key === '') return
    const tokens = this.all.get(key) ?? []
    if (!tokens.includes(token)) this.all.set(key, [...tokens, token])
  }
}
