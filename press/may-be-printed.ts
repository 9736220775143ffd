import type { Claim } from '@corroborate/claims'
import type { Investigation } from '@corroborate/report'
import type { Consent, Purpose, Source } from '@corroborate/testimony'

/**
 * Whether the witness allows this purpose towards the public: by the newest version of the consent, unless it was
 * withdrawn. A witness without any consent allows nothing; a source that is no witness has nothing to allow.
 */
export function allowsPublicly(investigation: Investigation, source: Source, purpose: Purpose): boolean {
  if (source.kind !== 'witness') return true
  const consent = newestConsent(investigation, source)
  if (consent?.withdrawnAt !== null) return false
  return consent.allows.some((allowed) => allowed.purpose === purpose && allowed.recipient === 'public')
}

/** Exact words: only what may be quoted. */
export function mayQuote(investigation: Investigation, source: Source): boolean {
  return allowsPublicly(investigation, source, 'quotation')
}

/** What the source asserts, in our words, and who the source is by role: what may be quoted or told in detail. */
export function mayTell(investigation: Investigation, source: Source): boolean {
  return mayQuote(investigation, source) || allowsPublicly(investigation, source, 'details')
}

/** A claim is printed when its source may be told of; a claim whose source is unknown is not. */
export function mayPrintClaim(investigation: Investigation, claim: Claim): boolean {
  const source = investigation.sources.find((candidate) => candidate.id === claim.source)
  return source !== undefined && mayTell(investigation, source)
}

function newestConsent(investigation: Investigation, source: Source): Consent | null {
  return investigation.consents
    .filter((consent) => consent.witness === source.id)
    .reduce<Consent | null>(
      (newest, consent) => (newest === null || consent.version > newest.version ? consent : newest),
      null,
    )
}
