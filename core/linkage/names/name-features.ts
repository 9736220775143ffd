import { knownAs, type KnownNames } from './known-names.ts'
import type { NamePart } from './name-part.ts'
import { romanised } from './romanise.ts'
import { relaxedSkeleton, skeletonOf } from './skeleton.ts'

/**
 * What a comparison of parts of names reads, reckoned once for every distinct part: number i of every array belongs to part i. Equal numbers in
 * `skeleton`, `relaxed`, `bare` and `masculine` mean equal texts; the texts themselves are needed only for the letters that are left to compare.
 */
export interface NameFeatures {
  readonly parts: readonly NamePart[]
  /** 0 Arabic, 1 Latin, 2 other. */
  readonly script: Uint8Array
  /** Number of the skeleton; -1 where there is none, or too little of one to say anything. */
  readonly skeleton: Int32Array
  readonly relaxed: Int32Array
  /** Skeleton of a Latin part without the al or el that it begins with, for Arabic parts whose article was left out; -1 elsewhere. */
  readonly bare: Int32Array
  /** Letters to hold against letters of the other script, or against Latin; `part.text` against Arabic where both are Arabic. */
  readonly romanised: readonly string[]
  /** Consonants, for the last and weakest look. */
  readonly skeletons: readonly string[]
  /** Number of the set of known names that the part may be, in `readings`; -1 where it is not known. */
  readonly known: Int32Array
  readonly readings: readonly (readonly number[])[]
  /** Number of the text without the ending that makes a woman's name of a man's; -1 where the part cannot have one. */
  readonly masculine: Int32Array
  /** 1 a consonant, 2 the feminine ending, 3 يه, 4 ي, 5 -ia or -ya; 0 none of them. */
  readonly ending: Uint8Array
  /** 0 none, 1 father of, 2 mother of. */
  readonly kunya: Uint8Array
  readonly article: Uint8Array
}

/** One consonant says nothing, a vowel sign hardly. */
const SHORTEST_SKELETON = 2
const SHORTEST_RELAXED = 3

/** Features of distinct parts, in their order. */
export function nameFeatures(parts: readonly NamePart[], known: KnownNames): NameFeatures {
  const [skeletonIds, relaxedIds, textIds, readings] = [
    new Numbers(),
    new Numbers(),
    new Numbers(),
    new Readings(),
  ]
  const skeletons = parts.map((part) => skeletonOf(part.text, part.script))
  const relaxed = skeletons.map(relaxedSkeleton)
  const stems = parts.map(masculineOf)
  return {
    parts,
    script: Uint8Array.from(parts, ({ script }) => ['arabic', 'latin', 'other'].indexOf(script)),
    skeleton: Int32Array.from(skeletons, (text) =>
      text.length < SHORTEST_SKELETON ? -1 : skeletonIds.of(text),
    ),
    relaxed: Int32Array.from(relaxed, (text) => (text.length < SHORTEST_RELAXED ? -1 : relaxedIds.of(text))),
    bare: Int32Array.from(parts, (part) => {
      const text = bareSkeleton(part)
      return text.length < SHORTEST_SKELETON ? -1 : skeletonIds.of(text)
    }),
    romanised: parts.map((part) => romanised(part.text, part.script)),
    skeletons,
    known: Int32Array.from(parts, (part) => readings.of(knownAs(part.text, known))),
    readings: readings.all,
    masculine: Int32Array.from(stems, (stem) => (stem === null ? -1 : textIds.of(stem))),
    ending: Uint8Array.from(parts, endingOf),
    kunya: Uint8Array.from(parts, kunyaOf),
    article: Uint8Array.from(parts, ({ particles }) => (particles.includes('article') ? 1 : 0)),
  }
}

/** Texts by numbers from 0, in the order in which they come. */
class Numbers {
  readonly #numbers = new Map<string, number>()
  of(text: string): number {
    const before = this.#numbers.get(text)
    if (before !== undefined) return before
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }
}

class Readings {
  readonly all: (readonly number[])[] = []
  readonly #numbers = new Numbers()
  of(names: readonly number[]): number {
    if (names.length === 0) return -1
    const at = this.#numbers.of(names.join(' '))
    this.all[at] = names
    return at
  }
}

function bareSkeleton({ text, script }: NamePart): string {
  return script === 'latin' && /^[ae]l.{3}/.test(text) ? skeletonOf(text.slice(2), script) : ''
}

/**
 * The ending that makes a woman's name of a man's, ه in Arabic (of ta marbuta) and -a or -ah in Latin, and what is left without it. Two names that
 * differ by it alone are two names: سمير, سميرة.
 */
function masculineOf({ text, script }: NamePart): string | null {
  if (script === 'arabic') return text.replace(/ه$/, '')
  return script === 'latin' && /[^aeouh](?:ah?)?$/.test(text) ? text.replace(/ah?$/, '') : null
}

/**
 * How a part ends, as far as it tells a man's name from a woman's. ع and the vowel letters are heard as vowels, ح as the h of -ah; يه spells a French
 * -er, and ta marbuta is often a t (Izzat), so neither tells across scripts.
 */
function endingOf({ text, script }: NamePart): number {
  const endings = script === 'arabic' ? ARABIC_ENDINGS : script === 'latin' ? LATIN_ENDINGS : []
  return endings.find(([ending]) => ending.test(text))?.[1] ?? 0
}

const ARABIC_ENDINGS: readonly (readonly [RegExp, number])[] = [
  [/يه$/, 3],
  [/ه$/, 2],
  [/ي$/, 4],
  [/[^اوعح]$/, 1],
]
const LATIN_ENDINGS: readonly (readonly [RegExp, number])[] = [
  [/[^aeiouy]ah?$/, 2],
  [/[^aeou]ah?$/, 5],
  [/[^aeiouyht]$/, 1],
]

function kunyaOf({ particles }: NamePart): number {
  return particles.includes('father-of') ? 1 : particles.includes('mother-of') ? 2 : 0
}
