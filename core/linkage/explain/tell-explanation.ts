import { printNumber, type Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { RecordName } from '../scored.ts'
import type {
  ComparedColumn,
  ComparedValue,
  ComparisonExplained,
  FrequencyExplained,
  PairExplanation,
  PairVerdict,
} from './pair-explanation.ts'
import {
  columnInWords,
  levelInWords,
  printBits,
  shareInWords,
  termInWords,
  timesInWords,
} from './words-of-linkage.ts'

/**
 * An explanation as lines of text, each a sentence or a few. Values keep their own direction (Unicode isolates), names of lists, fields and comparisons
 * stand as they were given. It ends by saying that it is a proposal.
 */
export function tellExplanation(locale: Locale, explanation: PairExplanation): readonly string[] {
  const { left, right, prior, comparisons, rivals, names, weight, probability, calibrated, verdict } =
    explanation
  const share = (of: number) => shareInWords(locale, of)
  const bits = (of: number) => printBits(locale, of)
  return [
    say(locale, 'linkage.explain.pair', {
      left: recordInWords(locale, left),
      right: recordInWords(locale, right),
    }),
    say(locale, 'linkage.explain.unit'),
    say(locale, 'linkage.explain.prior', { share: share(prior.probability), bits: bits(prior.bits) }),
    ...wholeNames(locale, comparisons),
    ...comparisons.flatMap((comparison) => comparisonInWords(locale, comparison)),
    ...(rivals === 0 ? [] : [say(locale, 'linkage.explain.rivals', { bits: bits(-rivals) })]),
    ...(names === null
      ? []
      : [say(locale, 'linkage.explain.names', { share: share(names.upTo), bits: bits(-names.bits) })]),
    say(locale, 'linkage.explain.total', { bits: bits(weight), share: share(probability) }),
    ...(calibrated === null
      ? []
      : [
          say(locale, 'linkage.explain.calibrated', {
            share: share(calibrated.probability),
            reviewed: calibrated.reviewed,
          }),
        ]),
    ...verdictInWords(locale, verdict),
    say(locale, 'linkage.explain.proposal'),
  ]
}

export function recordInWords(locale: Locale, { list, row }: RecordName): string {
  return say(locale, 'linkage.explain.record', { list: isolated(list), row: printNumber(locale, row) })
}

function comparisonInWords(locale: Locale, comparison: ComparisonExplained): readonly string[] {
  const { columns, frequency } = comparison
  return [
    answerSentence(locale, comparison),
    ...(frequency === null ? [] : [frequencyInWords(locale, frequency)]),
    ...columns.flatMap((column) => columnSentence(locale, column)),
  ]
}

function answerSentence(locale: Locale, { name, answer }: ComparisonExplained): string {
  if (answer.kind === 'says-nothing')
    return say(locale, `linkage.explain.${answer.why}`, { name: isolated(name) })
  const sentence = say(locale, 'linkage.explain.level', {
    name: isolated(name),
    level: levelInWords(locale, answer.level),
    m: shareInWords(locale, answer.m),
    u: shareInWords(locale, answer.u),
    times: timesInWords(locale, answer.bits),
    bits: printBits(locale, answer.bits),
  })
  return answer.seen > 0 ? sentence : `${sentence} ${say(locale, 'linkage.explain.unseen')}`
}

function frequencyInWords(locale: Locale, { count, of, share, bits }: FrequencyExplained): string {
  const direction = Math.abs(bits) < 0.05 ? 'neither' : bits > 0 ? 'more' : 'less'
  return say(locale, 'linkage.explain.frequency', {
    direction,
    count: printNumber(locale, count),
    of: printNumber(locale, of),
    share: shareInWords(locale, share),
    bits: printBits(locale, bits),
  })
}

/** The words of whole names, once for all columns that were read from them. */
function wholeNames(locale: Locale, comparisons: readonly ComparisonExplained[]): readonly string[] {
  const columns = comparisons.flatMap((comparison) => comparison.columns).filter(isOfWholeName)
  const fields = new Map(columns.map((column) => [column.field, column]))
  return [...fields.values()].map(({ field, left, right }) => {
    const [first, second] = [left, right].map((side) => ({
      ...side,
      value: side.words,
      particles: [],
      count: null,
    }))
    return say(locale, 'linkage.explain.two', {
      column: isolated(field),
      left: first ? valueInWords(locale, first, null) : '',
      right: second ? valueInWords(locale, second, null) : '',
    })
  })
}

function isOfWholeName({ left, right }: ComparedColumn): boolean {
  return left.role !== null || right.role !== null
}

/** A column in which neither record says anything is no line. */
function columnSentence(locale: Locale, compared: ComparedColumn): readonly string[] {
  const { left, right, of } = compared
  const column = isolated(columnInWords(locale, compared))
  const own = isOfWholeName(compared) ? withoutWords : (side: ComparedValue) => side
  const [first, second] = [left, right].map((side) => valueInWords(locale, own(side), of))
  if (left.value === null && right.value === null && left.words === null && right.words === null) return []
  return first === second
    ? [say(locale, 'linkage.explain.both', { column, value: first ?? '' })]
    : [say(locale, 'linkage.explain.two', { column, left: first ?? '', right: second ?? '' })]
}

/** They have been told with the whole name. */
function withoutWords(side: ComparedValue): ComparedValue {
  return { ...side, words: null, steps: [] }
}

function valueInWords(locale: Locale, compared: ComparedValue, of: number | null): string {
  const remarks = [
    ...(compared.value === null ? [] : treatmentInWords(locale, compared)),
    ...(compared.count === null || of === null ? [] : [heldBy(locale, compared.count, of)]),
  ]
  const text = wordsAndValue(locale, compared)
  if (remarks.length === 0) return text
  return say(locale, 'linkage.explain.with-remark', {
    text,
    remark: remarks.join(say(locale, 'linkage.comma')),
  })
}

function heldBy(locale: Locale, count: number, of: number): string {
  return say(locale, 'linkage.explain.held-by', {
    count: printNumber(locale, count),
    of: printNumber(locale, of),
  })
}

function wordsAndValue(locale: Locale, { words, value }: ComparedValue): string {
  if (value === null)
    return words === null
      ? say(locale, 'linkage.explain.no-value')
      : say(locale, 'linkage.explain.not-read', { words: isolated(words) })
  return words === null || words === value
    ? say(locale, 'linkage.explain.value', { value: isolated(value) })
    : say(locale, 'linkage.explain.compared-as', { words: isolated(words), value: isolated(value) })
}

/** What was done to words before they were compared, in the reader's language. */
export function treatmentInWords(
  locale: Locale,
  { steps, particles, repaired }: Pick<ComparedValue, 'steps' | 'particles' | 'repaired'>,
): readonly string[] {
  return [
    ...steps.map((step) => termInWords(locale, `linkage.step.${step}`, step)),
    ...(repaired ? [say(locale, 'linkage.step.repaired')] : []),
    ...particles.map((particle) => termInWords(locale, `linkage.particle.${particle}`, particle)),
  ]
}

/** On which side of the line the pair is, and what alone would bring it to the other. */
export function verdictInWords(
  locale: Locale,
  { joins, joinFrom, line, changes }: PairVerdict,
): readonly string[] {
  const side = say(locale, joins ? 'linkage.explain.over' : 'linkage.explain.under', {
    share: shareInWords(locale, joinFrom),
    line: printBits(locale, line),
  })
  if (changes.length === 0) return [side, say(locale, 'linkage.explain.no-change')]
  const sentences = changes.flatMap(({ comparison, answers }) => {
    const [least] = answers
    if (!least) return []
    const level = least.level === null ? say(locale, 'linkage.silence') : levelInWords(locale, least.level)
    const told = { joins: joins ? 'yes' : 'no', name: isolated(comparison), level }
    return [say(locale, 'linkage.explain.change', { ...told, bits: printBits(locale, least.weight) })]
  })
  return [side, ...sentences]
}

/** First strong isolate: a value keeps its direction and disturbs no other. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
