import type { Locale } from '@corroborate/base'
import {
  answerInWords,
  BAND_EDGES,
  levelInWords,
  shareInWords,
  verdictInWords,
  weightOf,
  type ComparisonExplained,
  type LinkageModel,
  type NamesBounded,
  type PairExplanation,
} from '@corroborate/linkage'
import { say } from '@corroborate/words'
import type { LevelsOfModel } from './level-shares.ts'
import { niceTicks } from './nice-ticks.ts'
import type { ChartOf } from './rows-chart.ts'
import type { ScoreHistogram } from './score-histogram.ts'
import type { Waterfall, WaterfallStep } from './waterfall.ts'

interface Named extends ChartOf {
  readonly locale: Locale
}

/** An explanation as the steps of its picture: the prior, each comparison, what frequency adds to it, and what rivals or the bound on names take. */
export function waterfallOf(explanation: PairExplanation, { code, title, locale }: Named): Waterfall {
  const { prior, comparisons, rivals, names, weight, probability, verdict } = explanation
  const plain = { said: '', values: null }
  const [side = ''] = verdictInWords(locale, verdict).map(withoutIsolates)
  return {
    ...{ code, title, line: verdict.line },
    steps: [
      { ...plain, name: say(locale, 'linkage.explain.prior-name'), bits: prior.bits },
      ...comparisons.flatMap((comparison) => stepsOf(comparison, locale)),
      ...(rivals === 0
        ? []
        : [{ ...plain, name: say(locale, 'linkage.explain.rivals-name'), bits: -rivals }]),
      ...(names === null ? [] : [{ ...plain, ...namesBounded(names, locale) }]),
    ],
    total: {
      bits: weight,
      said: [
        say(locale, 'press.chart.waterfall.probability', { share: shareInWords(locale, probability) }),
        side,
      ],
    },
  }
}

function namesBounded({ upTo, bits }: NamesBounded, locale: Locale): Pick<WaterfallStep, 'name' | 'bits'> {
  const share = shareInWords(locale, upTo)
  return { name: say(locale, 'linkage.explain.names-name', { share }), bits: -bits }
}

function stepsOf(comparison: ComparisonExplained, locale: Locale): readonly WaterfallStep[] {
  const { name, answer, frequency } = comparison
  const own = {
    name,
    said: answerInWords(locale, comparison),
    values: valuesOf(comparison),
    bits: answer.bits,
  }
  if (frequency === null) return [own]
  const { count, of, bits } = frequency
  const said = say(locale, 'press.chart.waterfall.frequency', { count, of })
  return [own, { name: say(locale, 'linkage.explain.frequency-name', { name }), said, values: null, bits }]
}

/** Of several columns the values stand beside one another, a dash where there is none. */
function valuesOf({ columns }: ComparisonExplained): WaterfallStep['values'] {
  const side = (of: 'left' | 'right') => columns.map((column) => column[of].value ?? '–').join(' ')
  const isEmpty = columns.every(({ left, right }) => left.value === null && right.value === null)
  return isEmpty ? null : { left: side('left'), right: side('right') }
}

/** Not everything that draws SVG knows isolates. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '')
}

/** Levels of a model from the highest, as people read them. */
export function levelsOf(model: LinkageModel, { code, title, locale }: Named): LevelsOfModel {
  return {
    ...{ code, title },
    comparisons: model.comparisons.map(({ name, levels }) => ({
      name,
      levels: levels
        .map(({ level, m, u, weight, seen }) => ({
          name: levelInWords(locale, level),
          m,
          u,
          bits: weight,
          seen,
        }))
        .toReversed(),
    })),
  }
}

const ABOUT_BINS = 40

/** Kept pairs by weight, in about forty bins of whole bits. */
export function scoreHistogramOf(
  weights: Float64Array,
  { code, title, joinFrom }: ChartOf & { readonly joinFrom: number },
): ScoreHistogram {
  const named = { code, title, bands: BAND_EDGES.map(weightOf), line: weightOf(joinFrom) }
  if (weights.length === 0) return { ...named, bins: [] }
  const { first, step, count } = binning(weights)
  const pairs = new Float64Array(count)
  for (const weight of weights) {
    const at = Math.floor(weight / step) - first
    pairs[at] = (pairs[at] ?? 0) + 1
  }
  const bins = Array.from(pairs, (of, at) => ({
    from: (first + at) * step,
    to: (first + at + 1) * step,
    pairs: of,
  }))
  return { ...named, bins }
}

function binning(weights: Float64Array): {
  readonly first: number
  readonly step: number
  readonly count: number
} {
  const min = weights.reduce((a, b) => Math.min(a, b))
  const max = weights.reduce((a, b) => Math.max(a, b))
  const [, step = 1] = niceTicks(max - min, ABOUT_BINS)
  const first = Math.floor(min / step)
  return { first, step, count: Math.floor(max / step) - first + 1 }
}
