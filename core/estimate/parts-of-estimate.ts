import type { ClaimId, EstimateId, Range, Words } from '@corroborate/base'

/** What every answer to "how many" carries, whatever the way it was reached. */
export interface AnyEstimate {
  readonly id: EstimateId
  readonly code: string
  readonly question: Words
  /** Before rounding. */
  readonly interval: Range
  /** As published; the rule says how the interval became this. */
  readonly published: { readonly range: Range; readonly rule: RoundingRule }
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  readonly alternatives: readonly Alternative[]
  readonly claims: readonly ClaimId[]
  /** SHA-256 of the canonical JSON of all that the answer depends on. */
  readonly digest: string
  readonly software: string
}

export type RoundingRule = { readonly kind: 'none' } | { readonly kind: 'down-to'; readonly unit: number }

export interface Assumption {
  readonly code: string
  readonly words: Words
}

/** The same question on the same evidence, answered under one other reading or by one other method; `words` says which. */
export interface Alternative {
  readonly code: string
  readonly words: Words
  readonly interval: Range
  readonly published: Range
  /** Claims that were read in place of others. */
  readonly claims: readonly ClaimId[]
}
