import type { CandidateKind, KeysOfName, ProtectedName, Spotted } from './candidate.ts'
import { beginningsOf, endingsOf, wordsIn, type WordIn } from './words-in.ts'

/** Names as they are looked up: whole and in parts, by how they are written and how they sound. */
export interface NameIndex {
  readonly keysOf: KeysOfName
  readonly whole: ReadonlyMap<string, readonly string[]>
  readonly sounding: ReadonlyMap<string, readonly string[]>
  readonly parts: ReadonlyMap<string, readonly string[]>
  /** All consonants of all names in a row: a word that is not heard in it belongs to none. */
  readonly heard: string
  /** Words of the longest name, and some more, for names that are written apart. */
  readonly mostWords: number
}

/** Fewer consonants than these are shared by half of all words. */
const SHORTEST_SOUND = 3
const WRITTEN_APART = 3
const LONGEST_ARTICLE = 3

/** The register made ready. Reckoned once for many texts. */
export function indexNames(names: readonly ProtectedName[], keysOf: KeysOfName): NameIndex {
  const [whole, sounding, parts] = [new Tokens(), new Tokens(), new Tokens()]
  let mostWords = 1
  for (const { token, spellings } of names)
    for (const spelling of spellings) {
      const keys = keysOf(spelling)
      whole.add(keys.written, token)
      if (consonantsIn(keys.sounding) >= SHORTEST_SOUND) sounding.add(keys.sounding, token)
      const pieces = keys.written.split(' ')
      if (pieces.length > 1) for (const piece of pieces) parts.add(piece, token)
      mostWords = Math.max(mostWords, wordsIn(spelling).length + WRITTEN_APART)
    }
  const heard = [...sounding.all.keys(), ...[...whole.all.keys()].map((written) => keysOf(written).sounding)]
  return {
    ...{ keysOf, whole: whole.all, sounding: sounding.all, parts: parts.all, mostWords },
    heard: heard.map((sound) => sound.replaceAll(' ', '')).join(' '),
  }
}

/** Every stretch that may be a name of the register; none overlaps another, the longest at each place. By UTF-16 units. */
export function findNames(text: string, index: NameIndex): readonly Spotted[] {
  const words = wordsIn(text)
  const known = words.map(({ start, end }) => mayBelong(text.slice(start, end), index))
  const found: Spotted[] = []
  for (let at = 0; at < words.length;) {
    const hit = known[at] === true ? longestFrom({ text, words, known, index }, at) : null
    if (hit) found.push(hit.spotted)
    at = hit ? hit.next : at + 1
  }
  return found
}

interface Search {
  readonly text: string
  readonly words: readonly WordIn[]
  readonly known: readonly boolean[]
  readonly index: NameIndex
}

function longestFrom(
  search: Search,
  at: number,
): { readonly spotted: Spotted; readonly next: number } | null {
  const { words, index } = search
  let last = at
  while (last - at + 1 < index.mostWords && words[last]?.goesOn === true && mayGoOn(search, last + 1))
    last += 1
  for (; last >= at; last -= 1) {
    const spotted = matched(search, at, last)
    if (spotted) return { spotted, next: last + 1 }
  }
  return null
}

/** An article, in any of its spellings, is heard in no name. */
function mayGoOn({ words, known }: Search, at: number): boolean {
  const word = words[at]
  return known[at] === true || (word !== undefined && word.end - word.start <= LONGEST_ARTICLE)
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

/** Cheap, and never wrong: whether any reading of the word is heard in some name. */
function mayBelong(word: string, { keysOf, heard }: NameIndex): boolean {
  return beginningsOf(word).some((before) =>
    endingsOf(word).some((after) => {
      const { sounding, written } = keysOf(word.slice(before, word.length - after))
      return written !== '' && heard.includes(sounding.replaceAll(' ', ''))
    }),
  )
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
