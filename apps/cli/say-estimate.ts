import { printNumber, printRange, wordsIn, type Locale } from '@corroborate/base'
import {
  cautionInWords,
  type Caution,
  type Diagnosis,
  type ListStudy,
  type MethodAnswered,
  type PairDiagnosis,
  type Stratum,
  type Upset,
  type Verdict,
} from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { movedInWords } from './say-moved.ts'

interface OverlapTold {
  readonly diagnosis: Diagnosis
  readonly upset: Upset
  readonly strata: readonly Stratum[]
  readonly cautions: readonly Caution[]
}

/** Combinations beyond these are counted and not shown. */
const SHOWN = 20

/** Who is on which lists, and what the table itself warns of, as lines for a terminal. */
export function overlapInWords(
  locale: Locale,
  { diagnosis, upset, strata, cautions }: OverlapTold,
): readonly string[] {
  const number = (count: number) => printNumber(locale, count)
  const { rows } = upset
  return [
    say(locale, 'command.estimate.observed', { people: diagnosis.observed, several: diagnosis.onSeveral }),
    ...diagnosis.lists.map(
      ({ list, size, only }) => `  ${say(locale, 'command.estimate.list', { list, size, only })}`,
    ),
    '',
    say(locale, 'command.estimate.combinations'),
    ...rows.slice(0, SHOWN).map(({ on, count }) => `  ${number(count).padStart(10)}  ${on.join(' + ')}`),
    ...(rows.length > SHOWN
      ? [`  ${say(locale, 'command.estimate.more', { count: rows.length - SHOWN })}`]
      : []),
    '',
    say(locale, 'command.estimate.pairs'),
    ...diagnosis.pairs.map((pair) => `  ${pairLine(locale, pair)}`),
    ...(strata.length < 2 ? [] : ['', ...strata.map((stratum) => stratumLine(locale, stratum))]),
    ...warnings(locale, [...cautions, ...diagnosis.cautions]),
  ]
}

function pairLine(locale: Locale, pair: PairDiagnosis): string {
  const { first, second, both, firstOnly, secondOnly } = pair
  return say(locale, 'command.estimate.pair', { first, second, both, firstOnly, secondOnly })
}

function stratumLine(locale: Locale, { name, overlap }: Stratum): string {
  return say(locale, 'command.estimate.stratum', { stratum: name, people: overlap.observed })
}

function warnings(locale: Locale, cautions: readonly Caution[]): readonly string[] {
  if (cautions.length === 0) return []
  const sentences = cautions.map((caution) => `  ${cautionInWords(locale, caution)}`)
  return ['', say(locale, 'command.estimate.warnings'), ...sentences]
}

/** The verdict first, then what it rests on: all methods side by side, the same without each list, and what else would move it. */
export function studyInWords(locale: Locale, study: ListStudy): readonly string[] {
  return [
    ...verdictLines(locale, study.verdict),
    '',
    say(locale, 'press.methods.caption'),
    ...study.methods.flatMap((one) => methodLines(locale, one)),
    '',
    say(locale, 'press.methods.without.caption'),
    ...study.without.flatMap(({ list, methods }) =>
      methods.flatMap((one) => methodLines(locale, one, `${say(locale, 'press.methods.without')} ${list}: `)),
    ),
    '',
    ...movedInWords(locale, study),
    say(locale, 'press.assumptions'),
    ...study.assumptions.map(({ words }) => `  ${wordsIn(locale, words)}`),
    '',
    `${say(locale, 'press.methods.repeatable', { software: study.software, seed: study.seed })} ${study.digest}`,
  ]
}

export function cannotSay(locale: Locale, why: string): string {
  return say(locale, 'command.estimate.cannot-say', { why })
}

/** In the words of the desk and of the report, with the reasons. */
export function verdictLines(locale: Locale, verdict: Verdict): readonly string[] {
  return [
    ...verdictInWords(locale, verdict),
    ...verdict.reasons.map((reason) => `  ${cautionInWords(locale, reason)}`),
  ]
}

function verdictInWords(locale: Locale, verdict: Verdict): readonly string[] {
  switch (verdict.kind) {
    case 'interval':
      return [
        say(locale, 'estimate.verdict.interval', { range: printRange(locale, verdict.interval) }),
        say(locale, 'estimate.verdict.interval-meaning', {
          level: printNumber(locale, Math.round(100 * verdict.level)),
          point: printNumber(locale, verdict.point),
        }),
      ]
    case 'at-least':
      return [
        `${say(locale, 'estimate.verdict.at-least', { people: verdict.least })} ${say(locale, 'estimate.verdict.at-least-meaning')}`,
        ...(verdict.interval === null
          ? []
          : [
              say(locale, 'estimate.verdict.at-least-range', {
                range: printRange(locale, verdict.interval),
              }),
            ]),
      ]
    case 'cannot-say':
      return [
        `${say(locale, 'estimate.verdict.cannot-say')} ${say(locale, 'estimate.verdict.cannot-say-meaning')}`,
      ]
  }
}

function methodLines(
  locale: Locale,
  { method, answer }: Pick<MethodAnswered, 'method' | 'answer'>,
  before = '',
): readonly string[] {
  const name = `  ${before}${say(locale, `estimate.method.${method}`)}: `
  if (!answer.ok) return [`${name}${cannotSay(locale, answer.detail)}`]
  const { point, interval, cautions } = answer.value
  const middle = point === null ? '' : ` (${printNumber(locale, Math.round(point))})`
  return [
    `${name}${printRange(locale, interval)}${middle}`,
    ...cautions.map((caution) => `      ${cautionInWords(locale, caution)}`),
  ]
}
