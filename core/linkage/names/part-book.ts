import type { KnownNames } from './known-names.ts'
import type { NamePart } from './name-part.ts'
import { normalised } from './normalise-name.ts'
import { OPENERS } from './particles.ts'
import { bindsForward, bindsOthers, MOST_PARTS, onePart, partsOf } from './read-name.ts'
import { readWord } from './read-word.ts'
import { scriptOf } from './script-of.ts'
import { NO_NUMBER, WordNumbers } from './word-numbers.ts'

/** A word that has to be read with its neighbours, or that is more or less than one word once it is normalised. */
const NOT_ALONE = -1

/** عبد, ابو and their like: one part with the word after them. */
const OPENS = -3

/** In UTF-16 units; a longer name is read the long way. */
const LONGEST_ALONE = 256

/**
 * Distinct parts of many names, with their numbers. Parts of one text are one, with the particles that any of them had: whether an article was
 * written is not a difference.
 */
export class PartBook {
  readonly parts: NamePart[] = []
  readonly #numbers = new Map<string, number>()
  readonly #alone = new WordNumbers()
  readonly #words = new Map<string, NamePart>()
  readonly #known: KnownNames

  constructor(known: KnownNames) {
    this.#known = known
  }

  /**
   * Numbers of the parts of a whole name, in their order, into a buffer of `MOST_PARTS`.
   * @returns how many
   */
  partsOf(name: string, into: Int32Array): number {
    const count = this.#allAlone(name, into)
    return count === NOT_ALONE ? this.#readWhole(name, into) : count
  }

  /** Most names are words of which each is a part, seen before: then nothing has to be normalised or read again. */
  #allAlone(name: string, into: Int32Array): number {
    if (name.length > LONGEST_ALONE) return NOT_ALONE
    let [from, count] = [0, 0]
    while (count < MOST_PARTS) {
      let to = endOfWord(name, from)
      let number = this.#numberAt(name, from, to)
      if (number === OPENS && to < name.length) {
        to = endOfWord(name, to + 1)
        number = this.#numberAt(name, from, to)
      }
      if (number < 0) return NOT_ALONE
      into[count] = number
      count += 1
      if (to === name.length) return count
      from = to + 1
    }
    return NOT_ALONE
  }

  #numberAt(name: string, from: number, to: number): number {
    const seen = this.#alone.find(name, from, to)
    if (seen !== NO_NUMBER) return seen
    const stretch = name.slice(from, to)
    const number = stretch.includes(' ') ? this.#learnCompound(stretch) : this.#learn(stretch)
    this.#alone.add(stretch, number)
    return number
  }

  /** An opener and the word after it are one part, unless that word takes one more. */
  #learnCompound(stretch: string): number {
    const { text } = normalised(stretch)
    const [, second = '', third] = text.split(' ')
    if (second === '' || third !== undefined || scriptOf(text) === 'other' || bindsForward(second))
      return NOT_ALONE
    const { parts } = partsOf(text, this.#read)
    const [part] = parts
    return part === undefined || parts.length > 1 ? NOT_ALONE : this.numberOf(part)
  }

  #learn(word: string): number {
    const { text } = normalised(word)
    if (text === '' || text.includes(' ') || scriptOf(text) === 'other') return NOT_ALONE
    if (OPENERS.has(text)) return OPENS
    return bindsOthers(text) ? NOT_ALONE : this.numberOf(this.#read(text))
  }

  #readWhole(name: string, into: Int32Array): number {
    const { parts } = partsOf(normalised(name).text, this.#read)
    for (const [at, part] of parts.entries()) into[at] = this.numberOf(part)
    return parts.length
  }

  /** Number of a field that is one part; -1 where it has no letter. */
  onePartOf(value: string): number {
    const { text } = normalised(value)
    if (text === '') return -1
    // A word alone is a part whatever it is, and the values of a field are distinct: nothing is gained by keeping it.
    if (!text.includes(' ')) return this.numberOf(readWord(text, this.#known))
    const part = onePart(partsOf(text, this.#read).parts)
    return part === null ? -1 : this.numberOf(part)
  }

  /** Number of the part of this text; -1 where there is none. */
  numberOfText(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  numberOf(part: NamePart): number {
    const before = this.#numbers.get(part.text)
    if (before === undefined) {
      this.#numbers.set(part.text, this.parts.length)
      return this.parts.push(part) - 1
    }
    const kept = this.parts[before]
    if (kept !== undefined && kept !== part) this.parts[before] = merged(kept, part)
    return before
  }

  /** Words return: each is read once. */
  readonly #read = (word: string): NamePart => {
    const before = this.#words.get(word)
    if (before !== undefined) return before
    const part = readWord(word, this.#known)
    this.#words.set(word, part)
    return part
  }
}

function merged(kept: NamePart, part: NamePart): NamePart {
  const others = part.particles.filter((particle) => !kept.particles.includes(particle))
  return others.length === 0 ? kept : { ...kept, particles: [...kept.particles, ...others] }
}

function endOfWord(name: string, from: number): number {
  const space = name.indexOf(' ', from)
  return space === -1 ? name.length : space
}
