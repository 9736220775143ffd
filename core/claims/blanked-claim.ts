import type { Claim } from './claim.ts'

/** A claim of whose content nothing is left: it stays, so that whatever cites it still finds what it cited. */
export function blankedClaim(claim: Claim): Claim {
  return {
    ...claim,
    proposition: { en: '—', ar: '—' },
    ...{ roles: [], when: null, place: null, quantity: null, pattern: null },
    basis: { ...claim.basis, vantage: null },
  }
}
