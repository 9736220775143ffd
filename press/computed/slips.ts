import { printNumber, type EstimateId } from '@corroborate/base'
import type { PatternEstimate, Slip } from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { paragraph, words, type Entry, type Piece } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { rangeWords } from '../labels.ts'
import { refusedContent, stepWords } from './derivation.ts'
import { claimLink, sourceLink } from './mentions.ts'

/** Figures of the record that our arithmetic does not give, and the one slip that would explain each, if there is one. */
export function slipsContent(evidence: Lookup, id: EstimateId): readonly Piece[] {
  const estimate = evidence.estimate(id)
  if (estimate === null) return refusedContent(evidence, id)
  if (estimate.method === 'lists' || estimate.slips.length === 0)
    return [paragraph(words(say(evidence.locale, 'press.slips.none')))]
  return [{ kind: 'entries', entries: estimate.slips.map((slip) => slipEntry(evidence, estimate, slip)) }]
}

function slipEntry(evidence: Lookup, estimate: PatternEstimate, slip: Slip): Entry {
  const { locale } = evidence
  const claim = evidence.claim(slip.claim)
  const title = say(locale, `press.slip.${slip.bound}`, {
    said: printNumber(locale, slip.said),
    computed: printNumber(locale, slip.computed),
  })
  return {
    anchor: null,
    number: null,
    tone: 'contrary',
    back: [],
    title: [words(title)],
    body: [
      paragraph(
        words(`${say(locale, 'press.slip.said-in')} `),
        claimLink(evidence, slip.claim),
        ...(claim === null ? [] : [words(locale === 'ar' ? '، ' : ', '), sourceLink(evidence, claim.source)]),
        words('.'),
      ),
      paragraph(words(explanationOf(evidence, estimate, slip))),
      paragraph(
        words(
          say(locale, slip.changesPublished ? 'press.slip.changes' : 'press.slip.same', {
            published: rangeWords(locale, estimate.published.range),
          }),
        ),
      ),
    ],
  }
}

function explanationOf(evidence: Lookup, estimate: PatternEstimate, { explanation }: Slip): string {
  const { locale } = evidence
  const step = estimate.derivation.find((candidate) => candidate.name === explanation?.step)
  if (explanation === null || step === undefined) return say(locale, 'press.slip.unexplained')
  return say(locale, 'press.slip.explained', {
    step: stepWords(evidence, estimate, step),
    right: printNumber(locale, explanation.right),
    entered: printNumber(locale, explanation.entered),
  })
}
