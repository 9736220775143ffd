import type { Convergence } from '../../numerics/convergence.ts'
import type { PopulationAnswer } from '../answer.ts'
import type { Quantiles } from '../latent-class/judge-chains.ts'
import type { ChainSummary } from '../latent-class/latent-class.ts'
import type { Density } from '../list-study.ts'
import type { ThresholdSettings } from './threshold-settings.ts'

/** The posterior of the model that the threshold left, and how it came to be that model. */
export interface ThresholdAnswer extends PopulationAnswer {
  readonly method: 'bayesian-threshold'
  readonly point: number
  readonly mean: number
  readonly quantiles: Quantiles
  readonly convergence: Convergence
  readonly chains: readonly ChainSummary[]
  readonly density: Density
  /** Draws of n + e^intercept, chain after chain, evenly thinned to at most 4,000: for combining strata. Not whole. */
  readonly draws: readonly number[]
  /** The model that was left, in the notation of the literature: "[12,13,4]". */
  readonly model: string
  /** The pairs that stayed: "A+B". */
  readonly retained: readonly string[]
  /** Every pair as the model with all pairs has it. */
  readonly pairs: readonly PairJudged[]
  /** People, by the model with all pairs, before any was dropped. */
  readonly allPairs: Quantiles
  /** Where a pair was decided narrowly: people had it been decided the other way. */
  readonly otherwise: { readonly pair: string; readonly quantiles: Quantiles } | null
  /** Draws of each chain after warm-up. */
  readonly sweeps: number
  readonly settings: ThresholdSettings
  readonly seed: string
}

/** A pair of lists in the model with all pairs. */
export interface PairJudged {
  readonly pair: string
  readonly mask: number
  /** Posterior mean and standard deviation of the logarithm of its odds ratio, and the first in terms of the second. */
  readonly mean: number
  readonly deviation: number
  readonly ratio: number
  readonly retained: boolean
}
