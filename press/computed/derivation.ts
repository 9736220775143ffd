import { wordsIn, type EstimateId } from '@corroborate/base'
import { refusalInWords, type PatternEstimate, type Step } from '@corroborate/estimate'
import { say } from '@corroborate/words'
import {
  code,
  number,
  paragraph,
  quiet,
  strong,
  words,
  type Piece,
  type Row,
  type Table,
} from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { windowWords, resultWords } from '../labels.ts'
import { methodsContent } from './methods.ts'
import { commaOf, claimLinks } from './mentions.ts'
import { patternStudyContent } from './pattern-study.ts'

/** How the number was reached, line by line, with what was assumed and what makes it repeatable. */
export function derivationContent(evidence: Lookup, id: EstimateId): readonly Piece[] {
  const estimate = evidence.estimate(id)
  if (estimate === null) return refusedContent(evidence, id)
  if (estimate.method === 'lists') return methodsContent(evidence, estimate)
  return [
    derivationTable(evidence, estimate),
    { kind: 'heading', text: say(evidence.locale, 'press.assumptions') },
    {
      kind: 'list',
      items: estimate.assumptions.map((assumption) => [words(wordsIn(evidence.locale, assumption.words))]),
    },
    quiet(
      words(say(evidence.locale, 'press.repeatable', { software: estimate.software })),
      words(' '),
      code(estimate.digest),
    ),
    ...patternStudyContent(evidence, estimate),
  ]
}

/** "Cannot say" is an answer too, and is printed with its reason. */
export function refusedContent(evidence: Lookup, id: EstimateId): readonly Piece[] {
  const answer = evidence.assessment.estimates.get(id)
  const reason = answer === undefined || answer.ok ? '' : refusalInWords(evidence.locale, answer)
  return [paragraph(strong(say(evidence.locale, 'press.cannot-say')), words(` ${reason}`))]
}

function derivationTable(evidence: Lookup, estimate: PatternEstimate): Table {
  const { locale } = evidence
  return {
    kind: 'table',
    caption: wordsIn(locale, estimate.question),
    columns: [
      { title: say(locale, 'press.column.step'), numeric: false, share: 1 },
      { title: say(locale, 'press.column.arithmetic'), numeric: false, share: 2 },
      { title: say(locale, 'press.column.result'), numeric: true, share: 0 },
    ],
    rows: estimate.derivation.flatMap((step, at) => [
      ...periodRow(evidence, estimate, { step, before: estimate.derivation[at - 1] }),
      stepRow(evidence, step),
    ]),
  }
}

/** A period's window heads its steps. */
function periodRow(
  { locale }: Lookup,
  estimate: PatternEstimate,
  { step, before }: { step: Step; before: Step | undefined },
): readonly Row[] {
  const period = estimate.periods.find((candidate) => candidate.code === step.period)
  if (period === undefined || before?.period === step.period) return []
  const cell = [code(period.code), words(commaOf(locale)), words(windowWords(locale, period.window))]
  return [{ anchor: null, tone: 'group', cells: [cell] }]
}

function stepRow(evidence: Lookup, step: Step): Row {
  const closing = step.kind === 'total' || step.kind === 'rounding'
  const claims = claimLinks(evidence, step.claims)
  return {
    anchor: null,
    tone: closing ? 'total' : 'plain',
    cells: [
      [words(say(evidence.locale, `step.${step.kind}`))],
      closing || claims.length === 0
        ? [{ kind: 'formula', text: step.formula }]
        : [{ kind: 'formula', text: step.formula }, words(commaOf(evidence.locale)), ...claims],
      [number(resultWords(evidence.locale, step.result))],
    ],
  }
}

/** "Occasions, January to December 2012" */
export function stepWords({ locale }: Lookup, estimate: PatternEstimate, step: Step): string {
  const name = say(locale, `step.${step.kind}`)
  const period = estimate.periods.find((candidate) => candidate.code === step.period)
  return period === undefined ? name : `${name}${commaOf(locale)}${windowWords(locale, period.window)}`
}
