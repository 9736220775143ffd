import type { KnownNames } from './known-names.ts'
import type { NamePart } from './name-part.ts'
import { normalised } from './normalise-name.ts'
import { bindsOthers, MOST_PARTS, onePart, partsOf } from './read-name.ts'
import { readWord } from './read-word.ts'
import { scriptOf } from './script-of.ts'

/** A word that has to be read with its neighbours, or that is more or less than one word once it is normalised. */
const NOT_ALONE = -1

/** In UTF-16 units; a longer name is read the long way. */
const LONGEST_ALONE = 256

/**
 * Distinct parts of many names, with their numbers. Parts of one text are one, with the particles that any of them had: whether an article was
 * written is not a difference.
 */
export class PartBook {
  readonly parts: NamePart[] = []
  readonly #numbers = new Map<string, number>()
  readonly #alone = new Map<string, number>()
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
      const space = name.indexOf(' ', from)
      const word = name.slice(from, space === -1 ? name.length : space)
      const number = this.#alone.get(word) ?? this.#learn(word)
      if (number === NOT_ALONE) return NOT_ALONE
      into[count] = number
      count += 1
      if (space === -1) return count
      from = space + 1
    }
    return NOT_ALONE
  }

  #learn(word: string): number {
    const { text } = normalised(word)
    const alone = text !== '' && !text.includes(' ') && scriptOf(text) !== 'other' && !bindsOthers(text)
    const number = alone ? this.numberOf(this.#read(text)) : NOT_ALONE
    this.#alone.set(word, number)
    return number
  }

  #readWhole(name: string, into: Int32Array): number {
    const { parts } = partsOf(normalised(name).text, this.#read)
    for (const [at, part] of parts.entries()) into[at] = this.numberOf(part)
    return parts.length
  }

  /** Number of a field that is one part; -1 where it has no letter. */
  onePartOf(value: string): number {
    const part = onePart(partsOf(normalised(value).text, this.#read).parts)
    return part === null ? -1 : this.numberOf(part)
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
