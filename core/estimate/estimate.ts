import type { ClaimId, EstimateId, Range, Words } from '@corroborate/base'

/** The only thing that leaves this folder as an answer to "how many". A number without its doubt has no type here. */
export interface Estimate {
  readonly id: EstimateId
  readonly code: string
  readonly question: Words
  readonly method: 'pattern-arithmetic'
  /** Before rounding. */
  readonly interval: Range
  /** As published; the rule says how the interval became this. */
  readonly published: { readonly range: Range; readonly rule: RoundingRule }
  /** Pattern arithmetic gives bounds, never a best value. */
  readonly point: null
  readonly periods: readonly PeriodResult[]
  readonly derivation: readonly Step[]
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  readonly alternatives: readonly Alternative[]
  /** Figures of the record that differ from ours, each with the one slip that would explain it, if there is one. */
  readonly slips: readonly Slip[]
  readonly claims: readonly ClaimId[]
  /** No random number is used by pattern arithmetic. */
  readonly seed: null
  /** SHA-256 of the canonical JSON of the request and of every claim value it read. */
  readonly digest: string
  readonly software: string
}

export type RoundingRule = { readonly kind: 'none' } | { readonly kind: 'down-to'; readonly unit: number }

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

export interface Assumption {
  readonly code: string
  readonly words: Words
}

/** The same question on the same evidence, answered under one other reading; `changes` says which. */
export interface Alternative {
  readonly code: string
  readonly words: Words
  readonly interval: Range
  readonly published: Range
  /** Claims that were read in place of others. */
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
