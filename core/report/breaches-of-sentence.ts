import {
  never,
  whenFrom,
  type ClaimId,
  type EstimateId,
  type FindingId,
  type Locale,
  type PassageId,
  type SourceId,
} from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Estimate } from '@corroborate/estimate'
import type { Assessment, Breach } from './assessment.ts'
import type { Allowed } from './consented.ts'
import { isYearSpokenOf, looseNumbers } from './loose-numbers.ts'
import { estimateNamed, readFigure, type Numbers } from './read-figure.ts'
import type { Block, Ground, Part, Sentence } from './report.ts'
import { wordedAs, wordsOfCertainty } from './worded-as.ts'

/** What a sentence is held against. */
export interface Held {
  readonly numbers: Numbers
  readonly standings: Assessment['standings']
  /** Whether the passage's words may be printed for everybody. */
  readonly quotable: (passage: PassageId) => Allowed
  /** Whether the claim may be used in the team's own analysis: without that, nothing may rest on it. */
  readonly usable: (claim: ClaimId) => Allowed
  /** Whether what the source said may be told to everybody, in its words or in ours. */
  readonly tellable: (source: SourceId) => Allowed
}

/** One thing that is wrong, before it has its place. */
export type Fault = Pick<Breach, 'law' | 'detail'>

/** The laws that one sentence breaks. */
export function faultsOfSentence(sentence: Sentence, locale: Locale, held: Held): readonly Fault[] {
  return [
    ...withoutGrounds(sentence),
    ...sentence.parts.flatMap((part) => faultsOfPart(part, held)),
    ...sentence.grounds.flatMap((ground) => faultsOfGround(ground, held)),
    ...wordedAbove(sentence, locale, held),
  ]
}

/** The laws that a heading, a chart or a computed part breaks. */
export function faultsOfBlock(
  block: Exclude<Block, { kind: 'paragraph' }>,
  locale: Locale,
  held: Held,
): readonly Fault[] {
  if (block.kind === 'heading') return faultsOfTitle(block.text, locale, looseNumbers(block.text))
  const estimate = block.kind === 'chart' ? block.chart.estimate : estimateShown(block.what)
  if (estimate === null) return []
  const answer = estimateNamed(estimate, held.numbers)
  if (!answer.ok) return [noFigure(answer)]
  return answer.value.method === 'lists' && isOfPatterns(block)
    ? [noFigure(onlyOfPatterns(answer.value))]
    : []
}

/** Parts that show how claims were reckoned with: an answer from lists has none of it. */
function isOfPatterns(block: Extract<Block, { kind: 'chart' | 'computed' }>): boolean {
  return block.kind === 'chart' || block.what.kind === 'slips'
}

function onlyOfPatterns({ code }: Estimate) {
  return { detail: `Estimate ${code} comes from lists: it has no periods and no slips to show.` }
}

/** A title or a heading has no grounds: it holds no number, and it calls nothing established. */
export function faultsOfTitle(title: string, locale: Locale, numbers: readonly string[]): readonly Fault[] {
  const certain = wordsOfCertainty(title, locale)
  return [
    ...typedNumbers(title, numbers),
    ...(certain.length === 0
      ? []
      : [
          above(
            `A title says “${certain.join('”, “')}”: what is established is said where its grounds stand.`,
          ),
        ]),
  ]
}

export function typedNumbers(text: string, numbers = looseNumbers(text)): readonly Fault[] {
  return numbers.map((number) => ({
    law: 'loose-number',
    detail: `“${number}” is typed; a number is a figure that points to an estimate, a claim or a count, and a date is a date.`,
  }))
}

function estimateShown(what: Extract<Block, { kind: 'computed' }>['what']) {
  return 'estimate' in what ? what.estimate : null
}

function withoutGrounds({ grounds, own }: Sentence): readonly Fault[] {
  return grounds.length > 0 || own
    ? []
    : [
        {
          law: 'sentence-without-grounds',
          detail: 'It cites no finding, claim or estimate, and is not marked as the authors’ own words.',
        },
      ]
}

function faultsOfPart(part: Part, held: Held): readonly Fault[] {
  const { registers } = held.numbers
  switch (part.kind) {
    case 'words':
      return typedNumbers(part.text)
    case 'date':
      return faultsOfDate(part.edtf)
    case 'source':
      return registers.sources.has(part.source) ? [] : [unresolved('It names a source that is not there.')]
    case 'quotation':
      return faultsOfQuotation(part.passage, held)
    case 'figure': {
      const read = readFigure(part.figure, held.numbers)
      if (!read.ok) return [noFigure(read)]
      return part.figure.kind === 'claim' ? untellableClaim(part.figure.claim, held) : []
    }
    default:
      return never(part)
  }
}

/** "5000" is a year to EDTF, and a number to whoever reads it. */
function faultsOfDate(edtf: string): readonly Fault[] {
  const when = whenFrom(edtf)
  if (!when.ok) return [unresolved(`“${edtf}” is no date (EDTF).`)]
  const ends = [when.value.earliest, when.value.latest].filter((day) => day !== null)
  const spokenOf = ends.every((day) => isYearSpokenOf(Number(day.slice(0, 4))))
  return spokenOf ? [] : typedNumbers(edtf, [edtf])
}

function faultsOfQuotation(id: PassageId, held: Held): readonly Fault[] {
  const passage = held.numbers.registers.passages.get(id)
  if (passage === undefined) return [unresolved('It quotes a passage that is not there.')]
  const allowed = held.quotable(id)
  return allowed.ok ? [] : [withoutConsent(`It quotes passage ${passage.code}: ${allowed.detail}.`)]
}

function faultsOfGround(ground: Ground, held: Held): readonly Fault[] {
  const { registers } = held.numbers
  switch (ground.kind) {
    case 'finding':
      return registers.findings.has(ground.finding)
        ? []
        : [unresolved('It cites a finding that is not there.')]
    case 'claim':
      return registers.claims.has(ground.claim)
        ? unusableClaim(ground.claim, held)
        : [unresolved('It cites a claim that is not there.')]
    case 'estimate': {
      if (!registers.estimates.has(ground.estimate))
        return [unresolved('It cites an estimate that is not there.')]
      const answer = estimateNamed(ground.estimate, held.numbers)
      return answer.ok ? [] : [noFigure(answer)]
    }
    default:
      return never(ground)
  }
}

function unusableClaim(id: ClaimId, held: Held): readonly Fault[] {
  const claim = held.numbers.registers.claims.get(id)
  const allowed = held.usable(id)
  return claim === undefined || allowed.ok
    ? []
    : [withoutConsent(`It rests on claim ${claim.code}: ${allowed.detail}.`)]
}

/** A number that a witness gave is told to everybody: analysis alone does not allow that. */
function untellableClaim(id: ClaimId, held: Held): readonly Fault[] {
  const unusable = unusableClaim(id, held)
  const claim = held.numbers.registers.claims.get(id)
  if (claim === undefined || unusable.length > 0) return unusable
  const allowed = held.tellable(claim.source)
  return allowed.ok ? [] : [withoutConsent(`It gives the number of claim ${claim.code}: ${allowed.detail}.`)]
}

function withoutConsent(detail: string): Fault {
  return { law: 'consent-missing', detail }
}

function noFigure(refusal: { readonly detail: string }): Fault {
  return { law: 'figure-without-estimate', detail: refusal.detail }
}

function unresolved(detail: string): Fault {
  return { law: 'unresolved-reference', detail }
}

/** Something cited that does not carry an assertion, as it is called in the sentence that refuses it. */
interface Weak {
  readonly named: string
  /** An estimate is no statement that somebody made: it may be given in the report's own voice, but not as certain. */
  readonly mustBeReported: boolean
}

/** Standings on which a sentence may assert in its own voice. */
const CARRIES_AN_ASSERTION = ['corroborated', 'strongly-corroborated']

function wordedAbove(sentence: Sentence, locale: Locale, held: Held): readonly Fault[] {
  const weak = weakGrounds(sentence, held)
  if (weak.length === 0) return []
  const text = ownWording(sentence)
  const named = weak.map((ground) => ground.named).join(', ')
  const certain = wordsOfCertainty(text, locale)
  if (certain.length > 0)
    return [
      above(
        `It says “${certain.join('”, “')}”, but rests on ${named}: nothing weaker than corroborated is called established.`,
      ),
    ]
  return weak.some((ground) => ground.mustBeReported) && wordedAs(text, locale) === 'asserted'
    ? [
        above(
          `It asserts, but rests on ${named}: the sentence itself must say who said it (“… reported that …”, “according to …”).`,
        ),
      ]
    : []
}

function above(detail: string): Fault {
  return { law: 'worded-above-standing', detail }
}

/** What a sentence rests on: what it cites, and what its figures point to. Nothing at all, and it is the authors' own. */
function weakGrounds(sentence: Sentence, held: Held): readonly Weak[] {
  const grounds = [...sentence.grounds, ...groundsOfFigures(sentence)]
  if (grounds.length === 0)
    return [{ named: 'the authors’ own word (nothing is cited)', mustBeReported: false }]
  const findings = grounds.flatMap((ground) => (ground.kind === 'finding' ? [ground.finding] : []))
  const weak = grounds.map((ground): Weak | null => {
    switch (ground.kind) {
      case 'finding':
        return weakFinding(ground.finding, held)
      case 'claim':
        return weakClaim(ground.claim, findings, held)
      case 'estimate':
        return weakEstimate(ground.estimate, held)
      default:
        return never(ground)
    }
  })
  return [...new Map(weak.filter((one) => one !== null).map((one) => [one.named, one])).values()]
}

function groundsOfFigures({ parts }: Sentence): readonly Ground[] {
  return parts.flatMap((part): readonly Ground[] => {
    if (part.kind !== 'figure' || part.figure.kind === 'count') return []
    return part.figure.kind === 'claim'
      ? [{ kind: 'claim', claim: part.figure.claim }]
      : [{ kind: 'estimate', estimate: part.figure.estimate }]
  })
}

function weakFinding(id: FindingId, { numbers, standings }: Held): Weak | null {
  const standing = standings.get(id)?.standing.kind
  const finding = numbers.registers.findings.get(id)
  if (standing === undefined || finding === undefined) return null
  const called = say('en', `standing.${standing}`).toLowerCase()
  if (!CARRIES_AN_ASSERTION.includes(standing))
    return { named: `finding ${finding.code} (${called})`, mustBeReported: true }
  return finding.signer === null
    ? { named: `finding ${finding.code} (${called}, but nobody has signed it)`, mustBeReported: true }
    : null
}

/** A claim that one of the sentence's findings rests on is weighed there; any other is what one source says. */
function weakClaim(id: ClaimId, cited: readonly FindingId[], { numbers }: Held): Weak | null {
  const { claims, findings } = numbers.registers
  const code = claims.get(id)?.code
  const weighed = cited.some((finding) => findings.get(finding)?.claimsFor.includes(id))
  return code === undefined || weighed
    ? null
    : { named: `claim ${code} alone (what one source says)`, mustBeReported: true }
}

function weakEstimate(id: EstimateId, { numbers }: Held): Weak | null {
  const code = numbers.registers.estimates.get(id)?.code
  return code === undefined
    ? null
    : { named: `estimate ${code} (an interval on assumptions)`, mustBeReported: false }
}

/** What the author worded: quotations, titles and figures stand in it as a mark, so that their words count neither way. */
function ownWording({ parts }: Sentence): string {
  return parts.map((part) => (part.kind === 'words' ? part.text : '□')).join('')
}
