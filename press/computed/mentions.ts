import type { ClaimId, Locale, OriginId, SourceId } from '@corroborate/base'
import { wordsIn } from '@corroborate/base'
import { say } from '@corroborate/words'
import { link, listed, words, type Inline, type Line } from '../content.ts'
import type { Lookup } from '../evidence.ts'

/** A claim by its code, as the way to it. */
export function claimLink(evidence: Lookup, id: ClaimId): Inline {
  const claim = evidence.claim(id)
  if (claim === null) return words(say(evidence.locale, 'press.not-held'))
  return link(claim.code, { kind: 'claim', id })
}

export function claimLinks(evidence: Lookup, ids: readonly ClaimId[]): Line {
  return listed(
    ids.map((id) => [claimLink(evidence, id)]),
    commaOf(evidence.locale),
  )
}

/** A source by its title, as the way to it. */
export function sourceLink(evidence: Lookup, id: SourceId): Inline {
  const source = evidence.source(id)
  if (source === null) return words(say(evidence.locale, 'press.not-held'))
  return link(wordsIn(evidence.locale, source.title), { kind: 'source', id })
}

/** A source by its short name, where its title would fill the line. */
export function sourceCode(evidence: Lookup, id: SourceId): Inline {
  const source = evidence.source(id)
  if (source === null) return words(say(evidence.locale, 'press.not-held'))
  return link(source.code, { kind: 'source', id })
}

export function originLinks(evidence: Lookup, ids: readonly OriginId[]): Line {
  const lines = ids.map((id): Line => {
    const source = evidence.origin(id)
    return [source === null ? words(say(evidence.locale, 'press.not-held')) : sourceCode(evidence, source.id)]
  })
  return listed(lines, commaOf(evidence.locale))
}

export function commaOf(locale: Locale): string {
  return locale === 'ar' ? '، ' : ', '
}
