import { permits, type Use } from '@corroborate/disclosure'
import type { SourceId } from '@corroborate/base'
import { speakingIn } from '@corroborate/testimony'
import type { Investigation } from './investigation.ts'

type Said = Pick<Investigation, 'sources' | 'texts' | 'passages' | 'claims'>

/** What of an investigation its witnesses let out for a use, and how much is withheld. */
export interface LetOut {
  readonly investigation: Investigation
  readonly withheld: Readonly<Record<keyof Said, number>>
}

/**
 * What may leave for a purpose and a recipient on a day: texts, passages and claims of witnesses whose consent allows it, and those of documents,
 * recordings and things, which have nothing to allow. A translation goes where its original does, whoever translated it. A passage goes with its
 * text; a claim goes where its source and all its passages do.
 */
export function letOut(investigation: Investigation, use: Use): LetOut {
  const consents = Map.groupBy(investigation.consents, ({ witness }) => witness)
  const sources = investigation.sources.filter(
    ({ id, kind }) => kind !== 'witness' || permits(consents.get(id) ?? [], use).ok,
  )
  const speaks = new Set<SourceId>(sources.map(({ id }) => id))
  const known = new Map(investigation.texts.map((text) => [text.id, text]))
  const texts = investigation.texts.filter(({ id }) => speakingIn(known, id).isSubsetOf(speaks))
  const held = new Set(texts.map(({ id }) => id))
  const passages = investigation.passages.filter(({ text }) => held.has(text))
  const marked = new Set(passages.map(({ id }) => id))
  const claims = investigation.claims.filter(
    (claim) => speaks.has(claim.source) && claim.passages.every((id) => marked.has(id)),
  )
  const said: Said = { sources, texts, passages, claims }
  return {
    investigation: { ...investigation, ...said },
    withheld: {
      sources: investigation.sources.length - sources.length,
      texts: investigation.texts.length - texts.length,
      passages: investigation.passages.length - passages.length,
      claims: investigation.claims.length - claims.length,
    },
  }
}
