import { directionOf, wordsIn, type ClaimId, type Range } from '@corroborate/base'
import type { Claim, Contradiction } from '@corroborate/claims'
import type { Alternative, Estimate } from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { mayPrintClaim } from '../may-be-printed.ts'
import { code, labelled, paragraph, strong, words, type Entry, type Line, type Piece } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { rangeWords } from '../labels.ts'
import { isolated } from '../isolated.ts'
import { claimLink, commaOf, sourceLink } from './mentions.ts'

/** Every contradiction that the machine found, what a person decided, and what each does to every figure. */
export function contradictionsContent(evidence: Lookup): readonly Piece[] {
  const { contradictions } = evidence.assessment
  if (contradictions.length === 0)
    return [paragraph(words(say(evidence.locale, 'press.contradictions.none')))]
  return [{ kind: 'entries', entries: contradictions.map((each) => contradictionEntry(evidence, each)) }]
}

/** What an estimate would be if the other claim were read in the place of the one that it reads. */
export function effectsOf(
  evidence: Lookup,
  contradiction: Contradiction,
): readonly { readonly estimate: Estimate; readonly alternative: Alternative; readonly reads: ClaimId }[] {
  const pairs: readonly (readonly [ClaimId, ClaimId])[] = [
    [contradiction.first, contradiction.second],
    [contradiction.second, contradiction.first],
  ]
  return evidence.investigation.estimates.flatMap(({ id }) => {
    const estimate = evidence.estimate(id)
    if (estimate === null) return []
    return pairs.flatMap(([read, other]) =>
      estimate.alternatives
        .filter((alternative) => readsInPlace(evidence, alternative, { read, other }))
        .map((alternative) => ({ estimate, alternative, reads: other })),
    )
  })
}

/** An alternative made from a contradiction names both claims in its code, "C5-for-C4" (core/estimate/patterns/alternatives.ts). */
function readsInPlace(
  evidence: Lookup,
  alternative: Alternative,
  { read, other }: { read: ClaimId; other: ClaimId },
): boolean {
  const [was, is] = [evidence.claim(read), evidence.claim(other)]
  return (
    was !== null &&
    is !== null &&
    alternative.claims.includes(other) &&
    alternative.code === `${is.code}-for-${was.code}`
  )
}

function contradictionEntry(evidence: Lookup, contradiction: Contradiction): Entry {
  const { locale } = evidence
  const { first, second, about, sameOrigin } = contradiction
  return {
    anchor: null,
    number: null,
    tone: 'contrary',
    back: [],
    title: [
      claimLink(evidence, first),
      words(` ${say(locale, 'press.against')} `),
      claimLink(evidence, second),
      words(`: ${say(locale, `press.about.${about}`)}`),
    ],
    body: [
      { kind: 'list', items: [sideOf(evidence, first), sideOf(evidence, second)] },
      paragraph(words(say(locale, sameOrigin ? 'press.same-origin' : 'press.other-origin'))),
      decisionOf(evidence, contradiction),
      ...effectsContent(evidence, contradiction),
    ],
  }
}

function sideOf(evidence: Lookup, id: ClaimId): Line {
  const claim = evidence.claim(id)
  if (claim === null) return [claimLink(evidence, id)]
  const said = printable(evidence, claim)
    ? wordsIn(evidence.locale, claim.proposition)
    : say(evidence.locale, 'press.withheld')
  return [claimLink(evidence, id), words(', '), sourceLink(evidence, claim.source), words(`: ${said}`)]
}

function printable(evidence: Lookup, claim: Claim): boolean {
  return mayPrintClaim(evidence.investigation, claim)
}

function decisionOf(evidence: Lookup, { resolution }: Contradiction): Piece {
  const { locale } = evidence
  if (resolution === null) return paragraph(strong(say(locale, 'press.undecided')))
  const decided =
    resolution.prefers === null
      ? [words(say(locale, 'press.decided.neither'))]
      : [words(`${say(locale, 'press.decided.prefers')} `), claimLink(evidence, resolution.prefers)]
  const reason = say(locale, 'press.decided.reason', {
    by: isolated(directionOf(locale), resolution.by),
    reason: isolated(directionOf(locale), resolution.reason),
  })
  return paragraph(...decided, words(`. ${reason}`))
}

function effectsContent(evidence: Lookup, contradiction: Contradiction): readonly Piece[] {
  const { locale } = evidence
  const effects = effectsOf(evidence, contradiction)
  if (effects.length === 0) return [paragraph(words(say(locale, 'press.effect.none')))]
  const range = (value: Range) => rangeWords(locale, value)
  return effects.map(({ estimate, alternative, reads }) =>
    paragraph(
      ...labelled(say(locale, 'press.effect'), code(estimate.code)),
      words('. '),
      words(`${say(locale, 'press.effect.read')} `),
      claimLink(evidence, reads),
      words(commaOf(locale)),
      strong(
        say(locale, 'press.effect.would-be', {
          interval: range(alternative.interval),
          published: range(alternative.published),
        }),
      ),
      words(
        ` ${say(locale, 'press.effect.instead', {
          interval: range(estimate.interval),
          published: range(estimate.published.range),
        })}`,
      ),
    ),
  )
}
