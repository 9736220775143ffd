import { printNumber, wordsIn, type Locale } from '@corroborate/base'
import {
  cautionInWords,
  refusalInWords,
  type Answered,
  type Caution,
  type ListEstimate,
  type ListMethod,
  type PopulationAnswer,
} from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { densityChart, densityTable } from '../charts/density-with-interval.ts'
import { methodsDotsChart } from '../charts/methods-dots.ts'
import { densityOf, methodName, methodsDotsOf, upSetOf } from '../charts/of-list-study.ts'
import { printedPeople } from '../charts/printed.ts'
import { upSetChart, upSetTable } from '../charts/up-set.ts'
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
import { rangeWords } from '../labels.ts'
import { chartDrawn } from './chart-drawn.ts'
import { listsTitled } from './lists-titled.ts'

/**
 * What stands behind an answer from lists: what was documented apart from what was estimated, why the verdict is what it is, all methods
 * side by side, the same without each list, what is assumed, and what makes it repeatable.
 */
export function methodsContent(evidence: Lookup, of: ListEstimate): readonly Piece[] {
  const { locale } = evidence
  const estimate = listsTitled(evidence, of)
  const { overlap, verdict } = estimate.study
  return [
    paragraph(
      strong(verdictWords(locale, estimate)),
      words(' '),
      words(
        say(locale, 'press.methods.observed', {
          number: printNumber(locale, estimate.observed),
          lists: overlap.lists.length,
        }),
      ),
    ),
    { kind: 'list', items: verdict.reasons.map((reason) => [words(cautionInWords(locale, reason))]) },
    methodsDrawn(evidence, estimate),
    methodTable(evidence, estimate),
    quiet(words(howToRead(locale, estimate))),
    ...(estimate.study.without.length === 0 ? [] : [withoutTable(evidence, estimate)]),
    ...behindDrawn(evidence, estimate),
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

/** What the ranges of the methods are, and what the names of models in their cautions say. */
function howToRead(locale: Locale, { study }: ListEstimate): string {
  const answers = study.methods.flatMap(({ answer }) => (answer.ok ? [answer.value] : []))
  const levels = [...new Set(answers.map(({ level }) => printNumber(locale, Math.round(level * 100))))]
  const models = answers.some(({ cautions }) => cautions.some(({ args }) => 'model' in args))
  return [
    ...levels.map((level) => say(locale, 'press.methods.level', { level })),
    ...(models ? [say(locale, 'press.methods.models')] : []),
  ].join(' ')
}

function namedIn({ locale }: Lookup, { code: of, question }: ListEstimate) {
  return { code: of, title: wordsIn(locale, question), locale }
}

/** Every method beside every other; the tables below have the same numbers. */
function methodsDrawn(evidence: Lookup, estimate: ListEstimate): Piece {
  const named = namedIn(evidence, estimate)
  return chartDrawn(methodsDotsOf(estimate.study, named), {
    ...{ kind: 'methods-dots', chart: methodsDotsChart, table: null, locale: named.locale },
    caption: say(named.locale, 'press.caption.methods-dots', { question: named.title }),
  })
}

/** What the verdict rests on first. */
const RECOMMENDED: readonly ListMethod[] = ['decomposable-graphs', 'latent-class']

/** What the methods read, and how credible each number is to the two that are recommended. */
function behindDrawn(evidence: Lookup, estimate: ListEstimate): readonly Piece[] {
  const named = namedIn(evidence, estimate)
  const { locale, title: question } = named
  const { study, observed } = estimate
  return [
    chartDrawn(upSetOf(study.overlap, named), {
      ...{ kind: 'up-set', chart: upSetChart, table: upSetTable, locale },
      caption: say(locale, 'press.caption.up-set', { question }),
    }),
    ...study.methods.flatMap((one) => {
      const data = RECOMMENDED.includes(one.method) ? densityOf(one, { ...named, observed }) : null
      if (data === null) return []
      const method = methodName(one.method, locale)
      return [
        chartDrawn(data, {
          ...{ kind: 'density', chart: densityChart, table: densityTable, locale },
          caption: say(locale, 'press.caption.density', { method, question }),
        }),
      ]
    }),
  ]
}

/** What the lists carry, and what that means: the same words as at the desk and in the terminal. */
function verdictWords(locale: Locale, { study: { verdict }, bound, interval }: ListEstimate): string {
  if (bound === 'at-least' || verdict.kind !== 'interval')
    return `${say(locale, 'estimate.verdict.at-least', { people: interval.min })} ${say(locale, 'estimate.verdict.at-least-meaning')}`
  const meaning = say(locale, 'estimate.verdict.interval-meaning', {
    level: printNumber(locale, Math.round(verdict.level * 100)),
    point: printNumber(locale, verdict.point),
  })
  return `${say(locale, 'estimate.verdict.interval', { range: rangeWords(locale, interval) })} ${meaning}`
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
    { title: say(locale, 'press.column.point'), numeric: true, share: 0 },
    { title: say(locale, 'press.column.interval'), numeric: true, share: 0 },
    { title: say(locale, 'press.column.cautions'), numeric: false, share: 2 },
  ]
}

function methodRow(
  { locale }: InLocale,
  { method, answer }: { readonly method: ListMethod; readonly answer: Answered<PopulationAnswer> },
): Row {
  const name: Line = [words(say(locale, `estimate.method.${method}`))]
  if (!answer.ok) {
    const why = `${say(locale, 'press.cannot-say')} ${refusalInWords(locale, answer)}`
    return { anchor: null, tone: 'contrary', cells: [name, [], [], [words(why)]] }
  }
  const { point, interval, cautions } = answer.value
  // A bound is no estimate, whatever else its method prints.
  const bound = point === null || method === 'chao-lower-bound'
  const range = bound
    ? say(locale, 'press.at-least', { number: printedPeople(locale, interval.min) })
    : rangeWords(locale, interval)
  return {
    ...{ anchor: null, tone: 'plain' },
    cells: [
      name,
      bound ? [] : [number(printedPeople(locale, point))],
      [number(range)],
      cautionLine({ locale }, cautions),
    ],
  }
}

function cautionLine({ locale }: InLocale, cautions: readonly Caution[]): Line {
  return cautions.length === 0
    ? []
    : [words(cautions.map((caution) => cautionInWords(locale, caution)).join(' '))]
}
