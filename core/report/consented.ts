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
import type { Consent, Source } from '@corroborate/testimony'
import type { Investigation } from './investigation.ts'
import { speakersOf, type Registers } from './registers.ts'

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
 * a document, a recording or a thing without asking, and those of a translation where whoever is translated allows it too. A passage that leads to no
 * source may not.
 */
export function quotableInPublic(
  { consents }: Investigation,
  registers: Registers,
  on: Day,
): (passage: PassageId) => Allowed {
  const allowed = allowedInPublic(consents, 'quotation', on)
  return (passage) => {
    const speakers = speakersOf(passage, registers)
    if (speakers.length === 0) return refuse('no-source', 'nobody knows whose words it is')
    return speakers.map(allowed).find((answer) => !answer.ok) ?? ok(null)
  }
}

/**
 * Whether what a source said may be told to everybody on that day, as the press tells it: what may be quoted or given in
 * detail. A source that is not there may not.
 */
export function tellableInPublic(
  { consents }: Investigation,
  { sources }: Registers,
  on: Day,
): (source: SourceId) => Allowed {
  const quoted = allowedInPublic(consents, 'quotation', on)
  const detailed = allowedInPublic(consents, 'details', on)
  return (id) => {
    const source = sources.get(id)
    if (source === undefined) return refuse('no-source', 'nobody knows whose words it is')
    return quoted(source).ok ? ok(null) : detailed(source)
  }
}

/** What is no witness has nothing to allow. Each witness is judged once. */
function allowedInPublic(
  consents: readonly Consent[],
  purpose: 'quotation' | 'details',
  on: Day,
): (source: Source) => Allowed {
  const ofWitness = Map.groupBy(consents, ({ witness }) => witness)
  const answers = new Map<SourceId, Allowed>()
  return ({ id, kind }) => {
    if (kind !== 'witness') return ok(null)
    const known = answers.get(id)
    if (known !== undefined) return known
    const judged = permits(ofWitness.get(id) ?? [], { purpose, recipient: 'public', on })
    const answer = judged.ok ? ok(null) : judged
    answers.set(id, answer)
    return answer
  }
}
