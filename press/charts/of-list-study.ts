import type { Locale } from '@corroborate/base'
import {
  convergenceOf,
  refusalInWords,
  sizeOfList,
  type Density,
  type ListMethod,
  type ListStudy,
  type MethodAnswered,
  type Overlap,
} from '@corroborate/estimate'
import { say } from '@corroborate/words'
import type { DensityWithInterval } from './density-with-interval.ts'
import type { MethodAnswer, MethodDot, MethodsDots } from './methods-dots.ts'
import type { ModelDots } from './model-dots.ts'
import type { ChartOf } from './rows-chart.ts'
import type { Traces } from './traces.ts'
import type { UpSet } from './up-set.ts'

/** Which estimate a chart is of, and the language of its words. */
export interface Named extends ChartOf {
  readonly locale: Locale
}

/** Who is on which lists together. */
export function upSetOf(overlap: Overlap, { code, title }: ChartOf): UpSet {
  return {
    ...{ code, title, cells: overlap.cells },
    lists: overlap.lists.map((name, at) => ({ name, size: sizeOfList(overlap, at) })),
  }
}

/** Every method of a study, and the same without each list; what the verdict gives stands behind them. */
export function methodsDotsOf(study: ListStudy, { code, title, locale }: Named): MethodsDots {
  const { verdict } = study
  return {
    ...{ code, title, observed: study.overlap.observed },
    recommended: verdict.kind === 'interval' ? verdict.interval : null,
    methods: study.methods.map(({ method, answer }) => ({
      name: methodName(method, locale),
      answer: dotOf(answer, locale),
    })),
    without: study.without.flatMap(({ list, methods }) =>
      methods.map(({ method, answer }): MethodDot => ({
        name: methods.length === 1 ? list : `${list} · ${methodName(method, locale)}`,
        answer: dotOf(answer, locale),
      })),
    ),
  }
}

/** How credible each number is to one method; null where it drew no curve or gave no point. */
export function densityOf(
  { method, answer, pictures }: MethodAnswered,
  { observed, code, title, locale }: Named & { readonly observed: number },
): DensityWithInterval | null {
  const { density } = pictures
  if (!answer.ok || density === null || answer.value.point === null) return null
  const { point, interval, level } = answer.value
  return {
    ...{ code: `${code}-${method}`, title: `${title} ${methodName(method, locale)}` },
    curve: { kind: 'bins', bins: binsOf(density) },
    intervals: [{ level, range: interval }],
    ...{ point, observed, other: null, apart: null, modes: peaksOf(density) },
  }
}

/** The models that a method averaged or chose among; null where it has none. A model without an estimate is left out. */
export function modelDotsOf(
  { method, answer, pictures }: MethodAnswered,
  { code, title, locale }: Named,
): ModelDots | null {
  const models = pictures.models.flatMap(({ name, weight, point, interval }) =>
    point === null ? [] : [{ name, weight, estimate: point, interval }],
  )
  if (models.length === 0) return null
  const average =
    answer.ok && answer.value.point !== null
      ? { estimate: answer.value.point, interval: answer.value.interval }
      : null
  return { code: `${code}-${method}`, title: `${title} ${methodName(method, locale)}`, models, average }
}

/**
 * The chains of a method; null where it has none. R-hat is that of the draws that are drawn. What all draws are worth cannot be told from
 * thinned ones and is left out.
 */
export function tracesOf(
  { method, pictures }: MethodAnswered,
  { code, title, locale }: Named,
): Traces | null {
  const chains = pictures.traces.map(({ draws }) => draws).filter((draws) => draws.length > 0)
  if (chains.length === 0) return null
  const named = { code: `${code}-${method}`, title: `${title} ${methodName(method, locale)}` }
  return { ...named, chains, rHat: rHatOf(chains), effectiveSize: null }
}

/** Null where the chains are too short to compare, or differ beyond all bounds. */
function rHatOf(chains: readonly (readonly number[])[]): number | null {
  const length = Math.min(...chains.map((draws) => draws.length))
  if (length < FEWEST_DRAWS) return null
  const { rHat } = convergenceOf(chains.map((draws) => Float64Array.from(draws.slice(0, length))))
  return Number.isFinite(rHat) ? rHat : null
}

const FEWEST_DRAWS = 8

/** The name of a method in the reader's language. */
export function methodName(method: ListMethod, locale: Locale): string {
  return say(locale, `estimate.method.${method}`)
}

function dotOf(answer: MethodAnswered['answer'], locale: Locale): MethodAnswer {
  if (!answer.ok) return { kind: 'cannot-say', reason: refusalInWords(locale, answer) }
  const { method, point, interval } = answer.value
  // A bound is no estimate, whatever else its method prints.
  if (point === null || method === 'chao-lower-bound') return { kind: 'at-least', least: interval.min }
  return { kind: 'estimate', point, interval }
}

function binsOf({ from, width, shares }: Density) {
  return shares.map((share, at) => ({ from: from + at * width, to: from + (at + 1) * width, share }))
}

/** Where the curve has its peaks, when it has several: the highest places of the smoothed shares, as many as were counted. */
function peaksOf({ from, width, shares, modes }: Density): readonly number[] {
  if (modes < 2) return []
  const smooth = shares.map((_, at) => meanAround(shares, at))
  return smooth
    .map((height, at) => ({ height, people: Math.round(from + (at + 0.5) * width), at }))
    .filter(({ height, at }) => height > (smooth[at - 1] ?? 0) && height >= (smooth[at + 1] ?? 0))
    .toSorted((a, b) => b.height - a.height)
    .slice(0, modes)
    .map(({ people }) => people)
    .toSorted((a, b) => a - b)
}

const AROUND = 3

function meanAround(shares: readonly number[], at: number): number {
  const near = shares.slice(Math.max(0, at - AROUND), at + AROUND + 1)
  return near.reduce((sum, share) => sum + share, 0) / near.length
}
