import type { EstimateId, Range, Words } from '@corroborate/base'
import type { Assumption } from '../parts-of-estimate.ts'
import type { Projection } from './projection.ts'
import type { BreakEven } from './sensitivity/break-even.ts'
import type { SobolOfPattern } from './sensitivity/sobol-of-pattern.ts'
import type { Tornado } from './sensitivity/tornado.ts'
import type { WithoutOrigin } from './sensitivity/without-origin.ts'
import type { Simulation } from './simulation/simulate.ts'
import type { WitnessesCombined } from './witnesses/combine-witnesses.ts'

/**
 * What stands around a pattern estimate: draws, what moves it, what it rests on, and what lies beyond it. It takes a while, is
 * computed apart from the estimate, and carries its own assumptions, seed and digest.
 */
export interface PatternStudy {
  readonly estimate: EstimateId
  /** The estimate as asked first, then every other reading that was asked for. */
  readonly readings: readonly [ReadingStudied, ...ReadingStudied[]]
  readonly withoutOrigins: readonly WithoutOrigin[]
  readonly witnesses: readonly WitnessesCombined[]
  readonly projections: readonly Projection[]
  /** Those of the estimate, then those of this study. */
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  /** Null when nothing was drawn. */
  readonly seed: number | null
  /** SHA-256 of all that the study depends on: the request, every claim value read, and the origins. */
  readonly digest: string
  /** The digest of the estimate that this study belongs to. */
  readonly estimateDigest: string
  readonly software: string
}

/** One reading of the same claims, studied. Drawing and shares of variance are null when no simulation was asked for. */
export interface ReadingStudied {
  /** Null for the estimate as asked; else the code of the alternative. */
  readonly alternative: string | null
  readonly words: Words
  readonly interval: Range
  readonly simulation: Simulation | null
  readonly sobol: SobolOfPattern | null
  readonly tornado: Tornado
  readonly breakEven: readonly BreakEven[]
}
