import {
  ok,
  refuse,
  type ClaimId,
  type Day,
  type Outcome,
  type PassageId,
  type SourceId,
} from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { permits, usableClaims } from '@corroborate/disclosure'
import type { Consent } from '@corroborate/testimony'
import type { Investigation } from './investigation.ts'
import { speakerOf, type Registers } from './registers.ts'

/** Whether something may be used, and if not, why: a sentence for the team. */
export type Allowed = Outcome<null>

/** The claims that may be counted on that day: what every standing and every estimate is computed from. */
export function claimsInUse(
  { claims, sources, consents }: Pick<Investigation, 'claims' | 'sources' | 'consents'>,
  on: Day,
): ReadonlyMap<ClaimId, Claim> {
  return usableClaims({ claims, sources, consents, on }).usable
}

/**
 * Whether the words of a passage may be printed for everybody on that day: those of a witness by consent alone, those of
 * a document, a recording or a thing without asking. A passage that leads to no source may not.
 */
export function quotableInPublic(
  { consents }: Investigation,
  registers: Registers,
  on: Day,
): (passage: PassageId) => Allowed {
  const ofWitness = Map.groupBy(consents, ({ witness }) => witness)
  const answers = new Map<SourceId, Outcome<Consent>>()
  return (passage) => {
    const speaker = speakerOf(passage, registers)
    if (speaker === null) return refuse('no-source', 'nobody knows whose words it is')
    if (speaker.kind !== 'witness') return ok(null)
    const answer =
      answers.get(speaker.id) ??
      permits(ofWitness.get(speaker.id) ?? [], { purpose: 'quotation', recipient: 'public', on })
    answers.set(speaker.id, answer)
    return answer.ok ? ok(null) : answer
  }
}
