import type { SourceId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { permits } from '@corroborate/disclosure'
import type { Investigation } from '@corroborate/report'
import type { Consent, Purpose, Source } from '@corroborate/testimony'

/**
 * What is printed stays printed: a consent is asked about on the last of all days, so that one that was withdrawn, or that
 * is to end, lets nothing out.
 */
export const END_OF_TIME = '9999-12-31'

/** Whether a source allows this purpose towards the public; one that is no witness has nothing to allow. */
export function allowsPublicly(investigation: Investigation, source: Source, purpose: Purpose): boolean {
  if (source.kind !== 'witness') return true
  const consents = registersOf(investigation).consents.get(source.id) ?? []
  return permits(consents, { purpose, recipient: 'public', on: END_OF_TIME }).ok
}

/** Exact words: only what may be quoted. */
export function mayQuote(investigation: Investigation, source: Source): boolean {
  return allowsPublicly(investigation, source, 'quotation')
}

/** What the source asserts, in our words: what may be quoted or told in detail. */
export function mayTell(investigation: Investigation, source: Source): boolean {
  return mayQuote(investigation, source) || allowsPublicly(investigation, source, 'details')
}

/** A claim is printed when its source may be told of; a claim whose source is unknown is not. */
export function mayPrintClaim(investigation: Investigation, claim: Claim): boolean {
  const source = registersOf(investigation).sources.get(claim.source)
  return source !== undefined && mayTell(investigation, source)
}

interface Registers {
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly consents: ReadonlyMap<SourceId, readonly Consent[]>
}

/** Kept for as long as the investigation is: each of its claims asks, and it never changes. */
const kept = new WeakMap<Investigation, Registers>()

function registersOf(investigation: Investigation): Registers {
  const known = kept.get(investigation)
  if (known !== undefined) return known
  const registers = {
    sources: new Map(investigation.sources.map((source) => [source.id, source])),
    consents: Map.groupBy(investigation.consents, ({ witness }) => witness),
  }
  kept.set(investigation, registers)
  return registers
}
