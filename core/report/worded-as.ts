import type { Locale } from '@corroborate/base'
import { arabic } from './wording/arabic.ts'
import { english } from './wording/english.ts'
import type { WordList } from './wording/word-list.ts'

const LISTS: Readonly<Record<Locale, WordList>> = { en: english, ar: arabic }

/**
 * How a sentence holds what it says: `reported` when it hands it to somebody in the sentence itself ("the organisation said",
 * "according to", "بحسب") and calls nothing established; `asserted` otherwise.
 * A rule of words, not of grammar: it is a fence, and no judge. It does not see who the speaker is, nor that an attribution stands
 * before the wrong half of a sentence; an editor still reads. It errs towards `asserted` where a word of certainty stands, even
 * one that the speaker is said to have used ("it said that this was proved").
 * @see docs/methods/wording.md
 */
export function wordedAs(text: string, locale: Locale): 'reported' | 'asserted' {
  const list = LISTS[locale]
  const normalised = list.normalised(text)
  return list.reporting(normalised).length > 0 && list.certain(normalised).length === 0
    ? 'reported'
    : 'asserted'
}

/** The words of a sentence that call something established, as they were normalised; those that are denied do not count. */
export function wordsOfCertainty(text: string, locale: Locale): readonly string[] {
  const list = LISTS[locale]
  return list.certain(list.normalised(text))
}
