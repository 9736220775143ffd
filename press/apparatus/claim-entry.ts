import { printNumber, printWhen, wordsIn, type ClaimId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Source } from '@corroborate/testimony'
import { say } from '@corroborate/words'
import { slug } from '../anchor.ts'
import { commaOf, sourceCode, sourceLink } from '../computed/mentions.ts'
import {
  code,
  labelled,
  listed,
  paragraph,
  quiet,
  words,
  type Entry,
  type Line,
  type Piece,
} from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { allowsPublicly, mayPrintClaim, mayQuote } from '../may-be-printed.ts'

export function claimAnchor(claim: Claim): string {
  return `claim-${slug(claim.code)}`
}

/**
 * A claim with its source, how the source knows, and the exact words: where the walk back ends.
 * @returns null for a claim that is not held, or that its witness does not allow to be printed: those are counted
 */
export function claimEntry(evidence: Lookup, id: ClaimId, back: Line): Entry | null {
  const claim = evidence.claim(id)
  if (claim === null || !mayPrintClaim(evidence.investigation, claim)) return null
  return {
    anchor: claimAnchor(claim),
    number: null,
    tone: 'plain',
    title: [code(claim.code), words(' '), sourceLink(evidence, claim.source)],
    body: printedBody(evidence, claim),
    back,
  }
}

function printedBody(evidence: Lookup, claim: Claim): readonly Piece[] {
  return [
    paragraph(words(wordsIn(evidence.locale, claim.proposition))),
    ...passagesOf(evidence, claim),
    quiet(...knowledgeOf(evidence, claim)),
  ]
}

function passagesOf(evidence: Lookup, claim: Claim): readonly Piece[] {
  const source = evidence.source(claim.source)
  return claim.passages.flatMap((id) => {
    const passage = evidence.passage(id)
    const text = passage === null ? null : evidence.text(passage.text)
    if (passage === null || text === null || source === null) return []
    if (!mayQuote(evidence.investigation, quotedFrom(evidence, text.source, source)))
      return [quiet(words(say(evidence.locale, 'press.withheld.words')))]
    const from: Line = [
      words(`${wordsIn(evidence.locale, text.title)} (${say(evidence.locale, `press.text.${text.kind}`)})`),
      words(commaOf(evidence.locale)),
      words(
        say(evidence.locale, 'press.position', {
          start: printNumber(evidence.locale, passage.start),
          end: printNumber(evidence.locale, passage.end),
        }),
      ),
    ]
    return [{ kind: 'quotation', text: passage.exact, language: text.language, from }]
  })
}

/** Words are quoted from the source of the text that they stand in, which is usually the claim's own. */
function quotedFrom(evidence: Lookup, id: Source['id'], otherwise: Source): Source {
  return evidence.source(id) ?? otherwise
}

/** How the speaker knows, how sure, when, and the number in the source's own words. */
function knowledgeOf(evidence: Lookup, claim: Claim): Line {
  const { locale } = evidence
  const facts: Line[] = [
    labelled(say(locale, 'press.basis'), ...basisLine(evidence, claim)),
    labelled(say(locale, 'press.certainty'), words(say(locale, `certainty.${claim.certainty}`))),
  ]
  if (claim.polarity !== 'affirmed')
    facts.push(labelled(say(locale, 'press.polarity'), words(say(locale, `polarity.${claim.polarity}`))))
  if (claim.when !== null)
    facts.push(labelled(say(locale, 'press.when'), words(printWhen(locale, claim.when.edtf))))
  const speaker = evidence.source(claim.source)
  // The words for the number are the speaker's own: a quotation, like any other words of theirs.
  if (claim.quantity !== null && speaker !== null && mayQuote(evidence.investigation, speaker))
    facts.push(
      labelled(
        say(locale, 'press.said'),
        words(`“${claim.quantity.said}”`),
        words(commaOf(locale)),
        words(say(locale, `quantity-how.${claim.quantity.how}`)),
      ),
    )
  return [...listed(facts, '. '), words('.')]
}

/** "was told by a source, Witness W2 (in the yard)": from where is a detail, and given only where details may be. */
export function basisLine(evidence: Lookup, claim: Claim): Line {
  const { locale } = evidence
  const { kind, chain, vantage } = claim.basis
  const source = evidence.source(claim.source)
  const mayTellVantage =
    source !== null && Boolean(vantage) && allowsPublicly(evidence.investigation, source, 'details')
  const told = chain.map((source): Line => [sourceCode(evidence, source)])
  return [
    words(say(locale, `basis.${kind}`)),
    ...(told.length === 0 ? [] : [words(commaOf(locale)), ...listed(told, ' ← ')]),
    ...(mayTellVantage ? [words(` (${vantage})`)] : []),
  ]
}
