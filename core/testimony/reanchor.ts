import { ok, refuse, type Outcome } from '@corroborate/base'
import { indexText } from './code-points.ts'
import { placesOf } from './find-passage.ts'
import { contextOf } from './make-passage.ts'
import type { Passage } from './passage.ts'
import type { Text } from './text.ts'
import { verifyPassage } from './verify-passage.ts'

/**
 * A passage carried over to a corrected version of its text. It moves only where its exact words still match and only
 * where it is certain which of several places is meant; otherwise a person must look.
 *
 * Certain are, in this order: everything up to and past it is as it was; everything from before it on is as it was;
 * one place only in each version has the words in the same surroundings; the words stand once in each version; they
 * stand equally often in both, and the place of the same rank has the same words before or after it.
 *
 * @returns `words-changed` when the words no longer stand in the text (or never stood in the old one), `ambiguous` when
 *   they stand in several places and none is certain
 */
export function reanchor(
  passage: Passage,
  oldText: Text,
  newText: Text,
): Outcome<Passage, 'words-changed' | 'ambiguous'> {
  const old = verifyPassage(oldText, passage)
  if (!old.ok) return refuse('words-changed', old.detail)
  const unit = certainPlace(passage, oldText.content, newText.content)
  if (typeof unit !== 'number') return refuse(unit, REFUSALS[unit](passage, newText))
  const index = indexText(newText.content)
  const at = { start: index.codePointAt(unit), end: index.codePointAt(unit + passage.exact.length) }
  return ok({ ...passage, text: newText.id, sha256: newText.sha256, ...at, ...contextOf(index, at) })
}

const REFUSALS = {
  'words-changed': (passage: Passage, text: Text) =>
    `the words of passage ${passage.code} no longer stand in ${text.code}: "${passage.exact}"`,
  ambiguous: (passage: Passage, text: Text) =>
    `the words of passage ${passage.code} stand in several places of ${text.code}, and which was meant is not certain`,
}

/** The UTF-16 unit in the new content where the passage certainly stands. */
function certainPlace(
  passage: Passage,
  before: string,
  after: string,
): number | 'words-changed' | 'ambiguous' {
  const was = indexText(before).unitAt(passage.start)
  const [olds, news] = [placesOf(before, passage.exact), placesOf(after, passage.exact)]
  if (news.length === 0) return 'words-changed'
  return (
    unchangedPlace({ before, after, unit: was, passage }) ??
    onlyInContext({ before, after, olds, news, passage }) ??
    sameRank({ after, olds, news, rank: olds.indexOf(was), passage }) ??
    'ambiguous'
  )
}

/**
 * The same place, when nothing from the start of the text up to and past it has changed; counted from the end likewise.
 * Null when the two disagree: then a stretch was doubled, and either may be the one that was meant.
 */
function unchangedPlace(of: {
  readonly before: string
  readonly after: string
  readonly unit: number
  readonly passage: Passage
}): number | null {
  const { before, after, unit, passage } = of
  const [start, end] = [unit - passage.prefix.length, unit + passage.exact.length + passage.suffix.length]
  const whole = before.length === after.length
  const head = (end < before.length || whole) && after.startsWith(before.slice(0, end))
  const tail = (start > 0 || whole) && after.endsWith(before.slice(start))
  const fromEnd = after.length - (before.length - unit)
  if (head && tail && fromEnd !== unit) return null
  return head ? unit : tail ? fromEnd : null
}

interface Places {
  readonly before: string
  readonly after: string
  readonly olds: readonly number[]
  readonly news: readonly number[]
  readonly passage: Passage
}

function onlyInContext({ before, after, olds, news, passage }: Places): number | null {
  const same = (content: string) => (unit: number) =>
    precedes(content, unit, passage) && follows(content, unit, passage)
  const [inOld, inNew] = [olds.filter(same(before)), news.filter(same(after))]
  return inOld.length === 1 && inNew.length === 1 ? (inNew[0] ?? null) : null
}

function sameRank(of: Omit<Places, 'before'> & { readonly rank: number }): number | null {
  const { after, olds, news, rank, passage } = of
  const place = news[rank]
  if (olds.length !== news.length || place === undefined) return null
  if (news.length === 1) return place
  return precedes(after, place, passage) || follows(after, place, passage) ? place : null
}

function precedes(content: string, unit: number, { prefix }: Passage): boolean {
  return content.endsWith(prefix, unit)
}

function follows(content: string, unit: number, { exact, suffix }: Passage): boolean {
  return content.startsWith(suffix, unit + exact.length)
}
