import type { KnownNames } from './known-names.ts'
import type { NamePart } from './name-part.ts'
import { normalised } from './normalise-name.ts'
import { onePart, partsOf } from './read-name.ts'
import { readWord } from './read-word.ts'

/**
 * Distinct parts of many names, with their numbers. Parts of one text are one, with the particles that any of them had: whether an article was
 * written is not a difference.
 */
export class PartBook {
  readonly parts: NamePart[] = []
  readonly #numbers = new Map<string, number>()
  readonly #words = new Map<string, NamePart>()
  readonly #known: KnownNames

  constructor(known: KnownNames) {
    this.#known = known
  }

  /** Numbers of the parts of a whole name, in their order. */
  partsOf(name: string): readonly number[] {
    return partsOf(normalised(name).text, this.#read).parts.map((part) => this.numberOf(part))
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
