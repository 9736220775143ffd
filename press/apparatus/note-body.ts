import { directionOf, printNumber, wordsIn, type ClaimId } from '@corroborate/base'
import type { Estimate } from '@corroborate/estimate'
import { explainStanding, type Contrary, type Evidence, type Finding } from '@corroborate/findings'
import { lineageOf } from '@corroborate/claims'
import { usableClaims } from '@corroborate/disclosure'
import type { Investigation } from '@corroborate/report'
import { isKey, say } from '@corroborate/words'
import { derivationContent, refusedContent } from '../computed/derivation.ts'
import { claimLink, claimLinks, commaOf, sourceCode } from '../computed/mentions.ts'
import { robustnessOf, standingOf } from '../computed/standings.ts'
import {
  code,
  labelled,
  link,
  listed,
  paragraph,
  strong,
  words,
  type Inline,
  type Line,
  type Piece,
} from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { answerWords } from '../labels.ts'
import { isolated } from '../isolated.ts'
import { END_OF_TIME, mayPrintClaim } from '../may-be-printed.ts'
import { basisLine } from './claim-entry.ts'
import type { Ground } from './grounds.ts'

export interface NoteBody {
  readonly title: Line
  readonly body: readonly Piece[]
}

/** What stands behind one ground: a finding with its claims, one claim, or an estimate with its arithmetic. */
export function noteBody(
  evidence: Lookup,
  ground: Ground,
  /** Where the arithmetic is printed in the body of the report, or null when the note must hold it. */
  derivationAnchor: string | null,
): NoteBody {
  switch (ground.kind) {
    case 'finding': {
      const finding = evidence.finding(ground.id)
      return finding === null ? missing(evidence) : findingNote(evidence, finding)
    }
    case 'claim':
      return claimNote(evidence, ground.id)
    case 'estimate': {
      const estimate = evidence.estimate(ground.id)
      return estimate === null
        ? {
            title: [words(say(evidence.locale, 'press.estimate'))],
            body: refusedContent(evidence, ground.id),
          }
        : estimateNote(evidence, estimate, derivationAnchor)
    }
  }
}

function missing(evidence: Lookup): NoteBody {
  return { title: [words(say(evidence.locale, 'press.not-held'))], body: [] }
}

function findingNote(evidence: Lookup, finding: Finding): NoteBody {
  const { locale } = evidence
  return {
    title: [
      words(`${say(locale, 'press.finding')} `),
      code(finding.code),
      words(commaOf(locale)),
      words(standingOf(evidence, finding)),
    ],
    body: [
      paragraph(words(wordsIn(locale, finding.proposition))),
      ...beneathOf(evidence, finding),
      paragraph(words(`${reasonsOf(evidence, finding)} `), ...robustnessOf(evidence, finding), words('.')),
      ...claimsFor(evidence, finding),
      ...claimsAgainst(evidence, finding),
      ...signatureOf(evidence, finding),
    ],
  }
}

/** Why it stands as it does, as core/findings explains it. */
function reasonsOf({ locale, investigation }: Lookup, finding: Finding): string {
  return explainStanding(finding, evidenceFor(investigation))
    .flatMap(({ key, args }) => (isKey(key) ? [say(locale, key, args)] : []))
    .join(' ')
}

/** What a finding is weighed on, without the claims of those who have withdrawn at any time. */
function evidenceFor(investigation: Investigation): Evidence {
  return {
    claims: usableClaims({ ...investigation, on: END_OF_TIME }).usable,
    lineage: lineageOf(investigation.sources, investigation.originLinks),
    thresholds: investigation.thresholds,
  }
}

function beneathOf(evidence: Lookup, { kind }: Finding): readonly Piece[] {
  if (kind.kind !== 'attribution') return []
  const { locale } = evidence
  return [
    paragraph(
      ...labelled(say(locale, 'press.attributed-to'), sourceCode(evidence, kind.to)),
      words('. '),
      ...labelled(say(locale, 'press.beneath'), words(wordsIn(locale, kind.beneath))),
    ),
  ]
}

function claimsFor(evidence: Lookup, { claimsFor: ids }: Finding): readonly Piece[] {
  if (ids.length === 0) return []
  const { shown, withheld } = parted(evidence, ids)
  return [
    paragraph(strong(say(evidence.locale, 'press.claims-for'))),
    {
      kind: 'list',
      items: [...shown.map((id) => claimLine(evidence, id)), ...withheldLine(evidence, withheld)],
    },
  ]
}

function claimsAgainst(evidence: Lookup, { claimsAgainst: contraries }: Finding): readonly Piece[] {
  if (contraries.length === 0) return []
  return [
    paragraph(strong(say(evidence.locale, 'press.claims-against'))),
    { kind: 'list', items: contraries.map((contrary) => contraryLine(evidence, contrary)) },
  ]
}

function parted(evidence: Lookup, ids: readonly ClaimId[]) {
  const may = (id: ClaimId) => {
    const claim = evidence.claim(id)
    return claim !== null && mayPrintClaim(evidence.investigation, claim)
  }
  return { shown: ids.filter(may), withheld: ids.filter((id) => !may(id)) }
}

/** What is withheld is counted, in one line. */
function withheldLine({ locale }: Lookup, withheld: readonly ClaimId[]): readonly Line[] {
  const count = withheld.length
  if (count === 0) return []
  return [[words(say(locale, 'press.withheld.claims', { number: printNumber(locale, count), count }))]]
}

/** "C1, W1, took part" */
function claimLine(evidence: Lookup, id: ClaimId): Line {
  return [claimLink(evidence, id), ...knowledgeOf(evidence, id).flatMap((part) => [comma(evidence), ...part])]
}

/** Whose claim it is, and how the source knows; nothing of a claim that is withheld. */
function knowledgeOf(evidence: Lookup, id: ClaimId): readonly Line[] {
  const claim = evidence.claim(id)
  if (claim === null) return []
  return mayPrintClaim(evidence.investigation, claim)
    ? [[sourceCode(evidence, claim.source)], basisLine(evidence, claim)]
    : [[words(say(evidence.locale, 'press.withheld'))]]
}

function comma({ locale }: Lookup): Inline {
  return words(commaOf(locale))
}

function contraryLine(evidence: Lookup, { claim, dismissed }: Contrary): Line {
  const why =
    dismissed === null
      ? say(evidence.locale, 'press.not-dismissed')
      : say(evidence.locale, 'press.dismissed', {
          by: isolated(directionOf(evidence.locale), dismissed.by),
          reason: isolated(directionOf(evidence.locale), dismissed.reason),
        })
  return [...claimLine(evidence, claim), words(`. ${why}`)]
}

function signatureOf(evidence: Lookup, finding: Finding): readonly Piece[] {
  const { locale } = evidence
  if (finding.signer === null) return [paragraph(words(say(locale, 'press.unsigned')))]
  const signed = say(locale, 'press.signed', { signer: isolated(directionOf(locale), finding.signer) })
  const standard =
    finding.standardOfProof === null
      ? ''
      : ` ${say(locale, 'press.standard-of-proof', { standard: say(locale, `proof.${finding.standardOfProof}`) })}`
  const reasons = finding.reasons === null ? '' : ` ${wordsIn(locale, finding.reasons)}`
  return [paragraph(words(`${signed}${standard}${reasons}`))]
}

function claimNote(evidence: Lookup, id: ClaimId): NoteBody {
  const claim = evidence.claim(id)
  if (claim === null) return missing(evidence)
  const { locale } = evidence
  return {
    title: [words(`${say(locale, 'press.claim')} `), claimLink(evidence, id)],
    body: [paragraph(...listed(knowledgeOf(evidence, id), commaOf(locale)))],
  }
}

function estimateNote(evidence: Lookup, estimate: Estimate, derivation: string | null): NoteBody {
  const { locale } = evidence
  const ranges = say(locale, 'press.estimate.ranges', {
    interval: answerWords(locale, estimate, estimate.interval),
    published: answerWords(locale, estimate, estimate.published.range),
  })
  const arithmetic: readonly Piece[] =
    derivation === null
      ? derivationContent(evidence, estimate.id)
      : [paragraph(link(say(locale, 'press.estimate.derivation'), { kind: 'anchor', anchor: derivation }))]
  return {
    title: [words(`${say(locale, 'press.estimate')} `), code(estimate.code)],
    body: [
      paragraph(words(wordsIn(locale, estimate.question))),
      paragraph(strong(ranges)),
      ...(estimate.method === 'lists'
        ? []
        : [
            paragraph(
              ...labelled(say(locale, 'press.claims-read'), ...claimLinks(evidence, estimate.claims)),
            ),
          ]),
      ...arithmetic,
    ],
  }
}
