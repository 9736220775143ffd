import type { ClaimId, Range } from '@corroborate/base'

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
