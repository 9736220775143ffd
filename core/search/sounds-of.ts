import {
  readPart,
  relaxedSkeleton,
  scriptOf,
  skeletonOf,
  USUAL_NAMES,
  type NamePart,
} from '@corroborate/linkage/names'
import { beginningsOf } from '@corroborate/testimony'

/** One consonant says nothing. */
const SHORTEST = 2
/** So much must follow that it may be an article. */
const WITH_ARTICLE = /^ال.{3}/u

/** The consonants of a part of a name, the same in either script; null where there is too little of it. */
export function soundOf({ text, script }: Pick<NamePart, 'text' | 'script'>): string | null {
  const sound = relaxedSkeleton(skeletonOf(text, script))
  return sound.length < SHORTEST ? null : sound
}

/**
 * The parts of names that a word of a text may be: an Arabic word is several where letters may be joined before a name (وخالد is "and Khaled", or
 * no name at all). None for numbers and other scripts.
 */
export function partsInWord(form: string): readonly NamePart[] {
  if (scriptOf(form) === 'other') return []
  const begun = beginningsOf(form).map((start) => form.slice(start))
  const bare = begun.filter((word) => WITH_ARTICLE.test(word)).map((word) => word.slice(2))
  return [...begun, ...bare].flatMap((word) => readPart(word, USUAL_NAMES) ?? [])
}

/** The sounds under which a word of a text is found as a name. */
export function soundsOf(form: string): readonly string[] {
  return [...new Set(partsInWord(form).flatMap((part) => soundOf(part) ?? []))]
}
