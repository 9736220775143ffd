import type { ClaimId, OriginId } from '@corroborate/base'

/** What the claims under a finding add up to; computed, never typed. */
export type Standing =
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'secondary-only'; readonly origins: readonly OriginId[] }
  | { readonly kind: 'uncorroborated'; readonly origins: readonly OriginId[] }
  | { readonly kind: 'corroborated'; readonly origins: readonly OriginId[] }
  | { readonly kind: 'strongly-corroborated'; readonly origins: readonly OriginId[] }
  | {
      readonly kind: 'contradicted'
      readonly by: readonly [ClaimId, ...ClaimId[]]
      /** What it would be if the contrary claims were dismissed. */
      readonly otherwise: Standing
    }
  | {
      /** Somebody said it, and the document that says so is held; `beneath` is the standing of what was said. */
      readonly kind: 'attributed'
      readonly beneath: Standing
    }

/** How many are asked for; part of the investigation, printed in its report. */
export interface Thresholds {
  /** Independent other items beside one primary claim. */
  readonly corroborated: { readonly others: number }
  /** Independent primary claims, of which so many by an eyewitness. */
  readonly strong: { readonly primary: number; readonly eyewitnesses: number }
}
export const USUAL_THRESHOLDS: Thresholds = {
  corroborated: { others: 1 },
  strong: { primary: 2, eyewitnesses: 1 },
}

/**
 * The smallest number of origins whose removal makes the finding fall to a lower standing, and one such set.
 * `more-than`: no set up to that size does, and larger ones were not tried.
 */
export type Robustness =
  | { readonly kind: 'nothing-to-lose' }
  | { readonly kind: 'falls-without'; readonly origins: readonly [OriginId, ...OriginId[]] }
  | { readonly kind: 'more-than'; readonly origins: number }

/** One reason of a standing, as the name of a message (`standing.reason.*` in the catalogues) and what goes into it. */
export interface StandingReason {
  readonly key: `standing.reason.${string}`
  readonly args: Readonly<Record<string, string | number>>
}
