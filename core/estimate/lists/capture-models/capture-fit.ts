import { refuse } from '@corroborate/base'
import { log } from '../../numerics/elementary.ts'
import type { Answered } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import type { Tail } from './capture-columns.ts'
import type { DenseEnd, DenseFit } from './dense-poisson.ts'

/** The twelve models of the literature; M: all alike, t: each list its own reach, h: people differ, b: the first list changes them. */
export type CaptureModelName =
  'M0' | 'Mt' | 'Mh Chao (LB)' | 'Mth Chao (LB)' | `Mh ${Tail}` | `Mth ${Tail}` | 'Mb' | 'Mbh'

export interface CaptureFit {
  readonly name: CaptureModelName
  /** People seen and unseen. */
  readonly estimate: number
  readonly standardError: number
  /** log of the unseen, and its variance; null for Mb and Mbh, whose unseen are no single coefficient. */
  readonly unseen: { readonly log: number; readonly variance: number } | null
  readonly deviance: number
  readonly degrees: number
  readonly parameters: number
  readonly aic: number
  readonly bic: number
  /** What the tail or the bends were fitted at, in their order; none for other models. A tail below 0 is no spread between people. */
  readonly spread: readonly number[]
}

/** How well a fit does, with the parameters that it has. */
export function measuresOf(overlap: Overlap, { coefficients, deviance, logLikelihood }: DenseFit) {
  const parameters = coefficients.length
  const aic = -2 * logLikelihood + 2 * parameters
  return {
    deviance,
    degrees: (1 << overlap.lists.length) - 1 - parameters,
    parameters,
    aic,
    bic: aic + parameters * (log(overlap.observed) - 2),
  }
}

/** Why a dense fit is none, in the words of an answer. */
export function refusedFit(name: CaptureModelName, end: DenseEnd): Answered<never> {
  if (end === 'unbounded')
    return refuse('no-maximum', `Model ${name}: the likelihood has no maximum on these counts.`)
  return end === 'singular'
    ? refuse('not-identified', `Model ${name}: many answers fit these counts equally well.`)
    : refuse('did-not-converge', `Model ${name}: the search for the maximum ended without it.`)
}
