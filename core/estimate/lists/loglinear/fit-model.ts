import { ok, refuse, type Refusal } from '@corroborate/base'
import { exp, log } from '../../numerics/elementary.ts'
import type { Answered, Caution } from '../answer.ts'
import { countsByMask, membershipText, type Overlap } from '../overlap.ts'
import { existenceOf } from './existence.ts'
import { nameOfModel } from './hierarchy.ts'
import {
  fitPoisson,
  interceptVariance,
  loadCounts,
  poissonWorkspace,
  type PoissonWorkspace,
} from './poisson-fit.ts'

/** One log-linear model that has an answer. */
export interface FittedModel {
  /** "[123,14,34]", lists counted from 1. */
  readonly name: string
  /** Masks of every term, ascending; the intercept not among them. */
  readonly terms: readonly number[]
  /** Terms under which nobody is observed: their coefficients are minus infinity. */
  readonly empty: readonly number[]
  /** log of the unseen people, and the variance of that log. */
  readonly logUnseen: number
  readonly logUnseenVariance: number
  /** People seen and unseen: n + e^intercept. */
  readonly estimate: number
  /** Of the estimate, for a fixed population: √(e^b + e^2b var b), b the intercept. */
  readonly standardError: number
  readonly deviance: number
  /** Observable cells less parameters. */
  readonly degrees: number
  /** Terms and the intercept, those at minus infinity too, as R counts them. */
  readonly parameters: number
  readonly logLikelihood: number
  readonly aic: number
  /** With the logarithm of the people observed. */
  readonly bic: number
}

/** Why a model has no answer on an overlap. */
export type NoFit = Refusal<'no-maximum' | 'not-identified' | 'did-not-converge'>

/** A workspace with the counts of this overlap, for many fits. */
export function workspaceFor(overlap: Overlap): PoissonWorkspace {
  const w = poissonWorkspace(overlap.lists.length)
  loadCounts(w, countsByMask(overlap), { complete: false })
  return w
}

/**
 * Fits one hierarchical log-linear model by maximum likelihood, once it is proven that the maximum exists and is the only one.
 * Assumes Poisson counts (the point is that of the multinomial too), a closed population and perfect linkage; what is assumed of the
 * dependence of lists is the model.
 * @param terms masks above 0, closed under parts (`closureOf`)
 * @param w the workspace of this overlap (`workspaceFor`); holds the fit afterwards
 * @returns the fit; `no-maximum` or `not-identified` by exact arithmetic, `did-not-converge` if Newton's steps fail all the same
 * @see docs/methods/log-linear-models.md (Fienberg 1972; Cormack 1989; Chan, Silverman & Vincent 2021)
 */
export function fitModel(
  overlap: Overlap,
  terms: readonly number[],
  w: PoissonWorkspace,
): { readonly ok: true; readonly value: FittedModel } | NoFit {
  const lists = overlap.lists.length
  const name = nameOfModel(lists, terms)
  const existence = existenceOf(overlap, terms)
  if (existence === 'no-maximum')
    return refuse('no-maximum', `Model ${name}: the likelihood has no maximum on these counts.`)
  if (existence === 'not-identified')
    return refuse('not-identified', `Model ${name}: many answers fit these counts equally well.`)
  const fit = fitPoisson(w, terms, { warm: false })
  const variance = interceptVariance(w)
  const unseen = exp(fit.intercept)
  if (fit.end !== 'converged' || !Number.isFinite(unseen) || !(variance > 0))
    return refuse('did-not-converge', `Model ${name}: the search for the maximum ended without it.`)
  const aic = -2 * fit.logLikelihood + 2 * fit.parameters
  return ok({
    name,
    terms,
    empty: fit.empty,
    logUnseen: fit.intercept,
    logUnseenVariance: variance,
    estimate: overlap.observed + unseen,
    standardError: Math.sqrt(unseen + unseen * unseen * variance),
    deviance: fit.deviance,
    degrees: (1 << lists) - 1 - fit.parameters,
    parameters: fit.parameters,
    logLikelihood: fit.logLikelihood,
    aic,
    bic: aic + fit.parameters * (log(overlap.observed) - 2),
  })
}

/** Refuses where nobody is on two lists: then no model says anything about who is on none. */
export function wrongWithoutOverlap(overlap: Overlap): Answered<never> | null {
  return overlap.cells.some(({ mask }) => (mask & (mask - 1)) !== 0)
    ? null
    : refuse('no-overlap', `Nobody is on two of the lists ${overlap.lists.join(', ')}.`)
}

/** What one model's terms at minus infinity say to the reader: combinations that were taken to be impossible. */
export function cautionOfEmpty(overlap: Overlap, empty: readonly number[]): readonly Caution[] {
  if (empty.length === 0) return []
  const least = empty.filter((term) => !empty.some((other) => other !== term && (other & term) === other))
  return [
    {
      code: 'empty-terms',
      args: {
        count: least.length,
        terms: least.map((term) => membershipText(overlap.lists, term)).join(', '),
      },
    },
  ]
}
