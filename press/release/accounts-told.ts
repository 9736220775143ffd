import type { PassageId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Account, OutputPlace } from '@corroborate/disclosure'
import type { Report, Sentence } from '@corroborate/report'
import type { Source } from '@corroborate/testimony'
import { claimAnchor } from '../apparatus/claim-entry.ts'
import type { Lookup } from '../evidence.ts'
import { allowsPublicly, mayPrintClaim, mayQuote } from '../may-be-printed.ts'

/** Who said it, in which words, when and where, before it is known who else says it. */
export type Told = Omit<Account, 'alone'>

/**
 * Everything that a report gives of witnesses: what its sentences quote and tell, whether or not they allow it, and every claim that stands in it
 * or in the data beside it. A claim is held to tell its place, because its sentence does.
 * @param printed anchors of the claims that the report itself prints; the others stand in the data alone
 */
export function accountsTold(
  evidence: Lookup,
  { report, printed }: { readonly report: Report | null; readonly printed: ReadonlySet<string | null> },
): readonly Account[] {
  return withOthers([
    ...(report === null ? [] : toldBySentences(evidence, report)),
    ...evidence.investigation.claims.flatMap((claim): readonly Told[] => {
      if (!mayPrintClaim(evidence.investigation, claim)) return []
      const anchor = claimAnchor(claim)
      const place: OutputPlace = printed.has(anchor)
        ? { part: 'claim', at: anchor }
        : { part: 'annex', at: `claims.csv, ${claim.code}` }
      return toldByClaim(evidence, claim, place)
    }),
  ])
}

/** What a report quotes and tells of witnesses, sentence by sentence. */
export function toldBySentences(evidence: Lookup, report: Report): readonly Told[] {
  return sentencesOf(report).flatMap((one, at) => toldIn(evidence, one, `s${at + 1}`))
}

/** All that is told, each with whether somebody else tells it too. */
export function withOthers(told: readonly Told[]): readonly Account[] {
  const tellers = new Map(
    [...Map.groupBy(told, ({ topic }) => topic)].map(([topic, all]) => [
      topic,
      new Set(all.map(({ witness }) => witness)).size,
    ]),
  )
  return told.map((one) => ({ ...one, alone: tellers.get(one.topic) === 1 }))
}

function sentencesOf({ blocks }: Report): readonly Sentence[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
}

function toldIn(evidence: Lookup, { parts, grounds }: Sentence, at: string): readonly Told[] {
  const place: OutputPlace = { part: 'text', at }
  const claims = [
    ...grounds.flatMap((ground) => (ground.kind === 'claim' ? [ground.claim] : [])),
    ...parts.flatMap((part) =>
      part.kind === 'figure' && part.figure.kind === 'claim' ? [part.figure.claim] : [],
    ),
  ]
  return [
    ...parts.flatMap((part) => (part.kind === 'quotation' ? quoted(evidence, part.passage, place) : [])),
    ...[...new Set(claims)].flatMap((id) => {
      const claim = evidence.claim(id)
      return claim === null ? [] : toldByClaim(evidence, claim, place).map((one) => ({ ...one, words: null }))
    }),
  ]
}

function quoted(evidence: Lookup, id: PassageId, place: OutputPlace): readonly Told[] {
  const passage = evidence.passage(id)
  const text = passage === null ? null : evidence.text(passage.text)
  const source = text === null ? null : evidence.source(text.source)
  if (passage === null || source?.kind !== 'witness') return []
  const bare = { role: null, when: null, where: null, topic: passage.code }
  return [{ place, witness: source.id, words: passage.exact, ...bare }]
}

function toldByClaim(evidence: Lookup, claim: Claim, place: OutputPlace): readonly Told[] {
  const source = evidence.source(claim.source)
  if (source?.kind !== 'witness') return []
  const { when, place: where, topic } = claim
  const role = allowsPublicly(evidence.investigation, source, 'details') ? source.role : null
  const told = { place, witness: source.id, role, when, where, topic }
  const words = wordsGiven(evidence, claim, source)
  return words.length === 0 ? [{ ...told, words: null }] : words.map((exact) => ({ ...told, words: exact }))
}

function wordsGiven(evidence: Lookup, { passages }: Claim, source: Source): readonly string[] {
  if (!mayQuote(evidence.investigation, source)) return []
  return passages.flatMap((id) => evidence.passage(id)?.exact ?? [])
}
