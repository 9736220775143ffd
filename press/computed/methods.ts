import { printNumber, wordsIn } from '@corroborate/base'
import {
  cautionInWords,
  type Answered,
  type Caution,
  type ListEstimate,
  type ListMethod,
  type PopulationAnswer,
} from '@corroborate/estimate'
import { say } from '@corroborate/words'
import {
  code,
  number,
  paragraph,
  quiet,
  strong,
  words,
  type Line,
  type Piece,
  type Row,
  type Table,
} from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { answerWords, rangeWords } from '../labels.ts'

/**
 * What stands behind an answer from lists: what was documented apart from what was estimated, why the verdict is what it is, all methods
 * side by side, the same without each list, what is assumed, and what makes it repeatable.
 */
export function methodsContent(evidence: Lookup, estimate: ListEstimate): readonly Piece[] {
  const { locale } = evidence
  const { overlap, verdict } = estimate.study
  const level = estimate.level === null ? '' : printNumber(locale, Math.round(estimate.level * 100))
  return [
    paragraph(
      strong(
        say(locale, `press.methods.verdict.${estimate.bound}`, {
          range: answerWords(locale, estimate, estimate.interval),
          level,
        }),
      ),
      words(' '),
      words(
        say(locale, 'press.methods.observed', {
          number: printNumber(locale, estimate.observed),
          lists: overlap.lists.length,
        }),
      ),
    ),
    { kind: 'list', items: verdict.reasons.map((reason) => [words(cautionInWords(locale, reason))]) },
    methodTable(evidence, estimate),
    ...(estimate.study.without.length === 0 ? [] : [withoutTable(evidence, estimate)]),
    { kind: 'heading', text: say(locale, 'press.assumptions') },
    {
      kind: 'list',
      items: estimate.assumptions.map((assumption) => [words(wordsIn(locale, assumption.words))]),
    },
    quiet(
      words(say(locale, 'press.methods.repeatable', { software: estimate.software, seed: estimate.seed })),
      words(' '),
      code(estimate.digest),
    ),
  ]
}

function methodTable({ locale }: Lookup, { study }: ListEstimate): Table {
  return {
    kind: 'table',
    caption: say(locale, 'press.methods.caption'),
    columns: columnsOf({ locale }),
    rows: study.methods.map((one) => methodRow({ locale }, one)),
  }
}

function withoutTable({ locale }: Lookup, { study }: ListEstimate): Table {
  return {
    kind: 'table',
    caption: say(locale, 'press.methods.without.caption'),
    columns: columnsOf({ locale }),
    rows: study.without.flatMap(({ list, methods }): readonly Row[] => [
      {
        anchor: null,
        tone: 'group',
        cells: [[words(`${say(locale, 'press.methods.without')} `), code(list)]],
      },
      ...methods.map((one) => methodRow({ locale }, one)),
    ]),
  }
}

type InLocale = Pick<Lookup, 'locale'>

function columnsOf({ locale }: InLocale): Table['columns'] {
  return [
    { title: say(locale, 'press.column.method'), numeric: false, share: 1 },
    { title: say(locale, 'press.column.interval'), numeric: true, share: 0 },
    { title: say(locale, 'press.column.cautions'), numeric: false, share: 2 },
  ]
}

function methodRow(
  { locale }: InLocale,
  { method, answer }: { readonly method: ListMethod; readonly answer: Answered<PopulationAnswer> },
): Row {
  const name: Line = [words(say(locale, `estimate.method.${method}`))]
  return answer.ok
    ? {
        ...{ anchor: null, tone: 'plain' },
        cells: [
          name,
          [number(rangeWords(locale, answer.value.interval))],
          cautionLine({ locale }, answer.value.cautions),
        ],
      }
    : {
        ...{ anchor: null, tone: 'contrary' },
        cells: [name, [], [words(`${say(locale, 'press.cannot-say')} ${answer.detail}`)]],
      }
}

function cautionLine({ locale }: InLocale, cautions: readonly Caution[]): Line {
  return cautions.length === 0
    ? []
    : [words(cautions.map((caution) => cautionInWords(locale, caution)).join(' '))]
}
