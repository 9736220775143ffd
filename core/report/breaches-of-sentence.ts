import { never, whenFrom, type ClaimId, type Locale, type PassageId } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Assessment, Breach } from './assessment.ts'
import type { Allowed } from './consented.ts'
import { looseNumbers } from './loose-numbers.ts'
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
export function faultsOfBlock(block: Exclude<Block, { kind: 'paragraph' }>, held: Held): readonly Fault[] {
  if (block.kind === 'heading') return typedNumbers(block.text)
  const estimate = block.kind === 'chart' ? block.chart.estimate : estimateShown(block.what)
  if (estimate === null) return []
  const answer = estimateNamed(estimate, held.numbers)
  return answer.ok ? [] : [noFigure(answer)]
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
      return whenFrom(part.edtf).ok ? [] : [unresolved(`“${part.edtf}” is no date (EDTF).`)]
    case 'source':
      return registers.sources.has(part.source) ? [] : [unresolved('It names a source that is not there.')]
    case 'quotation':
      return faultsOfQuotation(part.passage, held)
    case 'figure': {
      const read = readFigure(part.figure, held.numbers)
      if (!read.ok) return [noFigure(read)]
      return part.figure.kind === 'claim' ? unusableClaim(part.figure.claim, held) : []
    }
    default:
      return never(part)
  }
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

function weakGrounds({ grounds }: Sentence, held: Held): readonly Weak[] {
  const { findings, claims, estimates } = held.numbers.registers
  const onFinding = grounds.some((ground) => ground.kind === 'finding')
  return grounds.flatMap((ground): readonly Weak[] => {
    if (ground.kind === 'finding') {
      const standing = held.standings.get(ground.finding)?.standing.kind
      const code = findings.get(ground.finding)?.code
      return standing === undefined || code === undefined || CARRIES_AN_ASSERTION.includes(standing)
        ? []
        : [
            {
              named: `finding ${code} (${say('en', `standing.${standing}`).toLowerCase()})`,
              mustBeReported: true,
            },
          ]
    }
    if (ground.kind === 'claim') {
      const code = claims.get(ground.claim)?.code
      return code === undefined || onFinding
        ? []
        : [{ named: `claim ${code} alone (what one source says)`, mustBeReported: true }]
    }
    const code = estimates.get(ground.estimate)?.code
    return code === undefined
      ? []
      : [{ named: `estimate ${code} (an interval on assumptions)`, mustBeReported: false }]
  })
}

/** What the author worded: quotations, titles and figures stand in it as a mark, so that their words count neither way. */
function ownWording({ parts }: Sentence): string {
  return parts.map((part) => (part.kind === 'words' ? part.text : '□')).join('')
}
