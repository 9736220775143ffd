import type { ClaimId, Range } from '@corroborate/base'
import type { ListEstimate } from './lists/list-estimate.ts'
import type { AnyEstimate } from './parts-of-estimate.ts'
import type { PatternStudy } from './patterns/pattern-study.ts'

export type { Alternative, AnyEstimate, Assumption, RoundingRule } from './parts-of-estimate.ts'
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

/** What one period adds: occasions × people on each. */
export interface PeriodResult {
  readonly code: string
  readonly window: DayRange
  readonly occasions: Range
  readonly size: Range
  readonly total: Range
  readonly claims: readonly ClaimId[]
}
export interface DayRange {
  readonly first: string
  readonly last: string
}

/** One line of the arithmetic, in the order in which it is done; later lines name earlier ones by `name`. */
export interface Step {
  readonly name: string
  readonly kind: 'window' | 'occasions' | 'size' | 'subtotal' | 'total' | 'rounding'
  readonly period: string | null
  /** The formula with its numbers: "37 months × 4 weeks × 1.5 a week". A machine's text, the same in every language. */
  readonly formula: string
  readonly result: Range
  /** The claims that the numbers of this line come from. */
  readonly claims: readonly ClaimId[]
}

/** A figure that somebody remembers or printed, which our arithmetic does not give. */
export interface Slip {
  readonly claim: ClaimId
  readonly bound: 'min' | 'max'
  readonly said: number
  readonly computed: number
  /** The step that, entered as `entered` in place of `right`, gives the figure that was said. */
  readonly explanation: { readonly step: string; readonly right: number; readonly entered: number } | null
  /** Whether the published range would differ. */
  readonly changesPublished: boolean
}
