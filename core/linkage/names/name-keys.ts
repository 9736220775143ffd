import type { KnownNames } from './known-names.ts'
import { readName } from './read-name.ts'
import { relaxedSkeleton, skeletonOf } from './skeleton.ts'

/** Two texts by which a name is found in other texts, whichever of its spellings stands there. */
export interface NameKeys {
  /** Equal for spellings that differ by marks, hamza, article, joined or parted words. Empty where there is no letter. */
  readonly written: string
  /** Equal also for most spellings in the other script: the consonants. Parts with a space between; empty likewise. */
  readonly sounding: string
}

/** How names are looked for in a text. */
export function nameKeys(name: string, known: KnownNames): NameKeys {
  const { parts } = readName(name, known)
  return {
    written: parts.map(({ text }) => text).join(' '),
    sounding: parts.map(({ text, script }) => relaxedSkeleton(skeletonOf(text, script))).join(' '),
  }
}
