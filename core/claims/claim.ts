import type { ClaimId, PassageId, PlaceId, Quantity, SourceId, When, Words } from '@corroborate/base'
import type { Basis } from './basis.ts'
import type { Pattern } from './pattern.ts'

/** What a source asserts in a passage, structured. A claim without a passage cannot be written. */
export interface Claim {
  readonly id: ClaimId
  readonly code: string
  /** Who says it. */
  readonly source: SourceId
  readonly passages: readonly [PassageId, ...PassageId[]]
  readonly mode: 'incident' | 'pattern' | 'state' | 'attribution' | 'negative'
  /** What it is about, as a term of the investigation (`group-size`): claims of one topic are compared. */
  readonly topic: string
  /** In our words, for people: what the source asserts. */
  readonly proposition: Words
  readonly roles: readonly Role[]
  readonly when: When | null
  readonly place: PlaceId | null
  readonly quantity: Quantity | null
  readonly pattern: Pattern | null
  readonly basis: Basis
  /** The speaker's own certainty, never ours. */
  readonly certainty: 'certain' | 'thinks' | 'guesses' | 'reports-without-view'
  readonly polarity: 'affirmed' | 'denied' | 'does-not-know'
  readonly coder: string
  readonly secondCoder: string | null
  readonly status: 'accepted' | 'conflict' | 'work-needed'
}

/** Who had which part in what is claimed: an entry of the registers by its code, or a description with a count. */
export interface Role {
  readonly part: 'perpetrator' | 'victim' | 'commander' | 'witness' | 'facility' | 'instrument' | 'recipient'
  readonly who: Words
  readonly register: string | null
}
