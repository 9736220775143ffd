import type { ClaimId } from '@corroborate/base'

/**
 * Two claims of one topic that cannot both be right as they stand.
 * Found by the machine from the claims; `resolution` is what a person decided, and why.
 */
export interface Contradiction {
  readonly first: ClaimId
  readonly second: ClaimId
  readonly about: 'quantity' | 'size' | 'rate' | 'polarity' | 'window'
  /** The two share an origin: then one source contradicts itself, which is not two against each other. */
  readonly sameOrigin: boolean
  readonly resolution: Resolution | null
}

export interface Resolution {
  readonly claims: readonly [ClaimId, ClaimId]
  readonly prefers: ClaimId | null
  readonly by: string
  readonly reason: string
}
