import type { ClaimId, Day, SourceId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Consent, Source } from '@corroborate/testimony'
import { permits } from './permits.ts'

/** The claims of an investigation, parted by whether they may be counted on a day, each with why not. */
export interface UsableClaims {
  readonly usable: ReadonlyMap<ClaimId, Claim>
  readonly setAside: readonly SetAside[]
}

export interface SetAside {
  readonly claim: Claim
  readonly reason: 'no-consent' | 'withdrawn' | 'not-allowed'
  readonly detail: string
}

/**
 * Sets aside the claims of witnesses who do not allow, on that day, that the own team analyses what they said. Documents,
 * media and things need no consent; a source that is not known is nobody who has consented.
 */
export function usableClaims(among: {
  readonly claims: readonly Claim[]
  readonly sources: readonly Source[]
  readonly consents: readonly Consent[]
  readonly on: Day
}): UsableClaims {
  const consents = Map.groupBy(among.consents, ({ witness }) => witness)
  const free = new Set(among.sources.filter(({ kind }) => kind !== 'witness').map(({ id }) => id))
  const judged = new Map<SourceId, ReturnType<typeof permits>>()
  const usable = new Map<ClaimId, Claim>()
  const setAside: SetAside[] = []
  for (const claim of among.claims) {
    const { source } = claim
    const allowed = judged.get(source) ?? permits(consents.get(source) ?? [], analysis(among.on))
    judged.set(source, allowed)
    if (free.has(source) || allowed.ok) usable.set(claim.id, claim)
    else setAside.push({ claim, reason: allowed.reason, detail: allowed.detail })
  }
  return { usable, setAside }
}

function analysis(on: Day) {
  return { purpose: 'analysis', recipient: 'own-team', on } as const
}
