import type { Outcome, Range, Refusal } from '@corroborate/base'
import type { OverlapRefusal } from './overlap.ts'

/** The ways to estimate from lists. Each has its page in docs/methods. */
export type ListMethod =
  | 'chapman'
  | 'chao-lower-bound'
  | 'independence'
  | 'log-linear-bic'
  | 'log-linear-average'
  | 'stepwise'
  | 'decomposable-graphs'
  | 'latent-class'
  | 'bayesian-threshold'
  | 'heterogeneity'

/**
 * What one method answers: people on the lists and not on them, together. Never below the observed; the interval is of whole people, rounded outwards.
 * Methods add what is their own (models, chains, draws) by extending this.
 */
export interface PopulationAnswer {
  readonly method: ListMethod
  /** The maximum of the likelihood, or the median of the posterior; null where only a bound is given. */
  readonly point: number | null
  readonly interval: Range
  /** The share of the probability that the interval is meant to hold. */
  readonly level: number
  /** What the reader must know before he believes it. */
  readonly cautions: readonly Caution[]
}

/** A warning that travels with a number; its words stand in the catalogues as `estimate.caution.<code>`, with these arguments. */
export interface Caution {
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
}

/** Every reason for which a method gives no answer on an overlap. Each comes with a sentence. */
export type ListRefusal =
  | OverlapRefusal
  /** The maximum of the likelihood does not exist, even with zeros allowed (linear programme). */
  | 'no-maximum'
  /** The data do not determine every parameter of the model. */
  | 'not-identified'
  /** Nobody is on two lists: nothing says how many are on none. */
  | 'no-overlap'
  | 'needs-two-lists'
  | 'needs-three-lists'
  | 'too-many-lists-for-method'
  | 'did-not-converge'
  | 'chains-disagree'
  | 'complete-graph-dominates'
  | 'all-mass-at-observed'
  | 'posterior-reaches-bound'
  | 'settings-unusable'

export type ListRefused = Refusal<ListRefusal>
export type Answered<Answer> = Outcome<Answer, ListRefusal>

/** Told how much of the work is done, from 0 to 1; long work calls it now and then. */
export type Watch = (share: number) => void
