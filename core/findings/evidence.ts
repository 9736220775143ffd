import type { ClaimId, OriginId } from '@corroborate/base'
import {
  isEyewitness,
  isPrimary,
  originsOfClaim,
  type Basis,
  type Claim,
  type Lineage,
} from '@corroborate/claims'
import type { Thresholds } from './standing.ts'

/** What findings are weighed on. */
export interface Evidence {
  /**
   * The claims that may be counted. One that is not among them (its consent withdrawn, its record gone) counts for nothing:
   * `usableClaims` of core/disclosure says which may.
   */
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly lineage: Lineage
  readonly thresholds: Thresholds
}

/** One claim as far as it weighs: whom it goes back to, and how near the speaker was. */
export interface Item {
  readonly origins: readonly OriginId[]
  readonly level: Level
}

/** 2: an eyewitness; 1: at first hand otherwise; 0: secondary. */
export type Level = 0 | 1 | 2

export function itemOf(claim: Claim, lineage: Lineage): Item {
  return { origins: originsOfClaim(claim, lineage), level: levelOf(claim.basis) }
}

export function levelOf(basis: Basis): Level {
  return isEyewitness(basis) ? 2 : isPrimary(basis) ? 1 : 0
}

/** The claims that can be counted: those that may be used, but for who does not know, which carries nothing. */
export function countedClaims(ids: readonly ClaimId[], { claims }: Evidence): readonly Claim[] {
  const found = ids.map((id) => claims.get(id)).filter((claim) => claim !== undefined)
  return found.filter(({ polarity }) => polarity !== 'does-not-know')
}
