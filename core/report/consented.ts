import type { ClaimId, Day, PassageId, SourceId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Consent, Purpose, Recipient } from '@corroborate/testimony'
import type { Investigation } from './investigation.ts'
import { speakerOf, type Registers } from './registers.ts'

export function claimsInUse(
  investigation: Pick<Investigation, 'claims' | 'sources' | 'consents'>,
  today: Day,
): ReadonlyMap<ClaimId, Claim> {
  const may = permitted(investigation, { purpose: 'analysis', recipient: 'own-team', today })
  return new Map(investigation.claims.filter((claim) => may(claim.source)).map((claim) => [claim.id, claim]))
}

export function mayQuoteInPublic(
  investigation: Investigation,
  registers: Registers,
  today: Day,
): (passage: PassageId) => boolean {
  const may = permitted(investigation, { purpose: 'quotation', recipient: 'public', today })
  return (passage) => {
    const speaker = speakerOf(passage, registers)
    return speaker !== null && may(speaker.id)
  }
}

function permitted(
  { sources, consents }: Pick<Investigation, 'sources' | 'consents'>,
  asked: { purpose: Purpose; recipient: Recipient; today: Day },
): (source: SourceId) => boolean {
  const witnesses = new Set(sources.filter((s) => s.kind === 'witness').map((s) => s.id))
  const latest = new Map<SourceId, Consent>()
  for (const consent of consents)
    if (consent.version >= (latest.get(consent.witness)?.version ?? 0)) latest.set(consent.witness, consent)
  return (source) => {
    if (!witnesses.has(source)) return true
    const consent = latest.get(source)
    return (
      consent !== undefined &&
      (consent.withdrawnAt === null || consent.withdrawnAt > asked.today) &&
      consent.allows.some((a) => a.purpose === asked.purpose && a.recipient === asked.recipient)
    )
  }
}
