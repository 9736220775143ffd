import type { ClaimId, FindingId, SourceId, Words } from '@corroborate/base'

/** What the investigation holds established, with its standard of proof and its reasons. Its standing is computed. */
export interface Finding {
  readonly id: FindingId
  readonly code: string
  readonly kind: FindingKind
  readonly proposition: Words
  readonly claimsFor: readonly ClaimId[]
  readonly claimsAgainst: readonly Contrary[]
  /** Chosen by the signer; null while nobody has signed. */
  readonly standardOfProof: StandardOfProof | null
  readonly reasons: Words | null
  readonly signer: string | null
  readonly version: number
  readonly elements: readonly string[]
}

/**
 * What kind of thing is held. An attribution holds only that somebody said something: the document itself carries it,
 * and the standing of what was said (`beneath`) is computed and shown apart.
 */
export type FindingKind =
  | { readonly kind: 'incident' | 'pattern' | 'state' | 'quantity' }
  | { readonly kind: 'attribution'; readonly to: SourceId; readonly beneath: Words }

/** A claim against, with the reason why a person set it aside, if one did. */
export interface Contrary {
  readonly claim: ClaimId
  readonly dismissed: { readonly by: string; readonly reason: string } | null
}

/** From the lowest to the highest. */
export const STANDARDS_OF_PROOF = [
  'reasonable-suspicion',
  'reasonable-grounds',
  'balance-of-probabilities',
  'clear-and-convincing',
  'beyond-reasonable-doubt',
] as const

export type StandardOfProof = (typeof STANDARDS_OF_PROOF)[number]
