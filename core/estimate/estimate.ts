import type { ListEstimate } from './lists/list-estimate.ts'
import type { AnyEstimate } from './parts-of-estimate.ts'
import type { PeriodResult, Slip, Step } from './patterns/parts-of-pattern.ts'
import type { PatternStudy } from './patterns/pattern-study.ts'

export type { Alternative, AnyEstimate, Assumption, RoundingRule } from './parts-of-estimate.ts'
export type { DayRange, PeriodResult, Slip, Step } from './patterns/parts-of-pattern.ts'
export type { ListEstimate } from './lists/list-estimate.ts'

/**
 * The only thing that leaves this folder as an answer to "how many". A number without its doubt has no type here.
 * Told apart by `method`.
 */
export type Estimate = PatternEstimate | ListEstimate

/** Bounds by interval arithmetic on claims that something recurred: never a best value, never dice. */
export interface PatternEstimate extends AnyEstimate {
  readonly method: 'pattern-arithmetic'
  /** Pattern arithmetic gives bounds, never a best value. */
  readonly point: null
  readonly periods: readonly PeriodResult[]
  readonly derivation: readonly Step[]
  /** Figures of the record that differ from ours, each with the one slip that would explain it, if there is one. */
  readonly slips: readonly Slip[]
  /** Draws, sensitivity and projections: computed apart, and null until that was done (`withStudy`). */
  readonly study: PatternStudy | null
  /** No random number is used by pattern arithmetic. */
  readonly seed: null
}
