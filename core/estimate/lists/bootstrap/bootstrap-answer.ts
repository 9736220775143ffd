import type { Range } from '@corroborate/base'
import type { PopulationAnswer } from '../answer.ts'
import type { Hill } from '../density-of-draws.ts'
import type { Density } from '../list-study.ts'
import type { BcaCorrection } from './bca.ts'

/** What a bootstrap is told. Nothing is assumed where the answer would change. */
export interface BootstrapSettings {
  /** Resampled tables: 200 to 100,000. */
  readonly replicates: number
  /** Above 0 and below 1. */
  readonly level: number
  readonly seed: string
}

/** What the methods are run with unless somebody asks for another: enough that the 2.5 % quantile is the fiftieth draw. */
export const BOOTSTRAP_SETTINGS = { replicates: 2000, level: 0.95 } as const

/**
 * The estimate of one chosen log-linear model, with an interval that knows that the model was chosen: the choice was made again on
 * every resampled table.
 */
export interface BootstrapAnswer extends PopulationAnswer {
  readonly method: 'stepwise' | 'log-linear-bic'
  readonly point: number
  readonly model: ModelOnTable
  /** Which of the two below `interval` is. */
  readonly read: 'bca' | 'percentile'
  readonly percentile: Range
  /** Null where the correction is unstable. */
  readonly bca: Range | null
  /** By the same way as `interval`, at 80 %. */
  readonly middle: Range
  /** Null where leaving out one person, or every resampled table, leaves no estimate. */
  readonly correction: BcaCorrection | null
  readonly replicates: number
  /** Resampled tables on which no model has an estimate; they count as larger than any number. */
  readonly withoutEstimate: number
  readonly density: Density
  readonly modes: readonly Hill[]
  /** The models that the resampled tables chose, the most frequent first, at most 20. */
  readonly models: readonly ModelChosen[]
  /** How many different models were chosen. */
  readonly differentModels: number
  readonly seed: string
}

/** The model chosen on the table itself. */
export interface ModelOnTable {
  /** "[123,14,34]", lists counted from 1. */
  readonly name: string
  readonly terms: readonly number[]
  /** Of them, those that nobody is observed under: their estimates are minus infinity. */
  readonly empty: readonly number[]
  /** Wald's interval as if this model had been known beforehand. Too narrow; never to be published; for comparison with others' software. */
  readonly conditional: Range
}

export interface ModelChosen {
  readonly name: string
  /** Of all resampled tables. */
  readonly share: number
  /** Median estimate when it was chosen; null where it had none. */
  readonly median: number | null
}
