import { ok, refuse, type Outcome, type Range } from '@corroborate/base'
import { exp, log, square } from '../../numerics/elementary.ts'
import { studentQuantile } from '../../numerics/student-quantile.ts'
import type { Caution } from '../answer.ts'

/** What one completed data set (an imputation of the strata, a draw of the linkage) says of the people on no list. */
export interface Replicate {
  readonly observed: number
  /** The mean of the draws of n0. */
  readonly meanUnseen: number
  /** The mean and the variance (divisor: draws - 1) of log n0, where a draw of 0 is taken as 0.1. */
  readonly meanLog: number
  readonly varianceLog: number
}

export interface Combined {
  readonly point: number
  readonly interval: Range
  readonly level: number
  /** The mean over the replicates, in whole people: it differs between them where labels or links do. */
  readonly observed: number
  readonly replicates: number
  /** Doubt within a completed data set, and between them: both of log n0. */
  readonly within: number
  readonly between: number
  readonly df: number
  readonly cautions: readonly Caution[]
}

export type CombineRefusal = 'one-replicate' | 'replicate-unusable'

/** Fewer than these, and the doubt between them is itself in doubt. */
export const ENOUGH_REPLICATES = 10
const ZERO_DRAW = 0.1

/** The draws of one replicate, summed up. @param unseen draws of n0 = N - observed, none below 0; two at least */
export function replicateOf(observed: number, unseen: ArrayLike<number>): Replicate {
  const draws = unseen.length
  let [sum, sumLog] = [0, 0]
  for (let i = 0; i < draws; i++) {
    sum += unseen[i] ?? NaN
    sumLog += logUnseen(unseen[i] ?? NaN)
  }
  const meanLog = sumLog / draws
  let squares = 0
  for (let i = 0; i < draws; i++) {
    const away = logUnseen(unseen[i] ?? NaN) - meanLog
    squares += away * away
  }
  return { observed, meanUnseen: sum / draws, meanLog, varianceLog: squares / (draws - 1) }
}

/**
 * One replicate from an answer that has no draws: log n0 is held to be normal, its middle half of the interval's ends on that scale.
 * @param point people in all, as the method gives it
 * @param interval people in all, with probability `level`
 */
export function replicateFromInterval(
  observed: number,
  answer: { readonly point: number; readonly interval: Range; readonly level: number },
): Replicate {
  const low = logUnseen(answer.interval.min - observed)
  const high = logUnseen(answer.interval.max - observed)
  const reach = studentQuantile((1 + answer.level) / 2, Infinity)
  const spread = (high - low) / (2 * reach)
  return {
    observed,
    meanUnseen: answer.point - observed,
    meanLog: (low + high) / 2,
    varianceLog: spread * spread,
  }
}

/**
 * One answer from completed data sets: Rubin's rule on log n0. With W the mean variance within and B the variance of the means, the
 * variance is W + (m + 1)/m B, and t has (m - 1)(1 + W/((m + 1) B))² degrees of freedom; the ends are raised from the logarithm, rounded, and the
 * rounded mean of the observed is added. The point is the mean of the means, likewise rounded.
 * These are the rule and the degrees of freedom of HRDAG's verdata, whose figures this gives. Rubin (1987) writes m W for W there, which
 * gives more degrees of freedom and an interval a little narrower.
 * @returns refused for one replicate: it cannot say how much the next would differ
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys, section 3.1
 */
export function combineReplicates(
  replicates: readonly Replicate[],
  { level }: { readonly level: number },
): Outcome<Combined, CombineRefusal> {
  const m = replicates.length
  if (m < 2)
    return refuse(
      'one-replicate',
      `Doubt between replicates needs two at least, and 10 to be trusted; found ${m}.`,
    )
  const bad = replicates.findIndex((one) => !Object.values(one).every((value) => Number.isFinite(value)))
  if (bad >= 0) return refuse('replicate-unusable', `Replicate ${bad + 1} has no finite mean and variance.`)
  const within = mean(replicates.map(({ varianceLog }) => varianceLog))
  const meanLog = mean(replicates.map((one) => one.meanLog))
  const between = replicates.reduce((sum, one) => sum + square(one.meanLog - meanLog), 0) / (m - 1)
  const df = between === 0 ? MANY_DF : Math.min(MANY_DF, (m - 1) * square(1 + within / ((m + 1) * between)))
  const reach = studentQuantile((1 + level) / 2, df) * Math.sqrt(within + ((m + 1) / m) * between)
  const observed = Math.round(mean(replicates.map((one) => one.observed)))
  const unseen = Math.round(mean(replicates.map(({ meanUnseen }) => meanUnseen)))
  return ok({
    point: observed + unseen,
    interval: {
      min: observed + Math.round(exp(meanLog - reach)),
      max: observed + Math.round(exp(meanLog + reach)),
    },
    ...{ level, observed, replicates: m, within, between, df },
    cautions: m < ENOUGH_REPLICATES ? [{ code: 'few-replicates', args: { replicates: m } }] : [],
  })
}

/** Beyond these, t is the normal to six digits. */
const MANY_DF = 1e6

function logUnseen(n0: number): number {
  return log(n0 > 0 ? n0 : ZERO_DRAW)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
