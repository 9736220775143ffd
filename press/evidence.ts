import type {
  ClaimId,
  EstimateId,
  FindingId,
  Locale,
  OriginId,
  PassageId,
  SourceId,
  TextId,
} from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Estimate } from '@corroborate/estimate'
import type { Finding } from '@corroborate/findings'
import type { Assessment, Investigation } from '@corroborate/report'
import type { Passage, Source, Text } from '@corroborate/testimony'

/** What everything printed is made from: an investigation, what was computed from it, and the language of the print. */
export interface Evidence {
  readonly investigation: Investigation
  readonly assessment: Assessment
  readonly locale: Locale
}

/** Evidence with its records by their ids. A record that is asked for and not there gives null. */
export interface Lookup extends Evidence {
  readonly claim: (id: ClaimId) => Claim | null
  readonly finding: (id: FindingId) => Finding | null
  readonly source: (id: SourceId) => Source | null
  readonly passage: (id: PassageId) => Passage | null
  readonly text: (id: TextId) => Text | null
  /** The source that an origin is. */
  readonly origin: (id: OriginId) => Source | null
  readonly estimate: (id: EstimateId) => Estimate | null
}

export function lookupIn(evidence: Evidence): Lookup {
  const { investigation, assessment } = evidence
  const claims = byId(investigation.claims)
  const findings = byId(investigation.findings)
  const sources = byId(investigation.sources)
  const passages = byId(investigation.passages)
  const texts = byId(investigation.texts)
  // An origin is a source that depends on nobody, and has the source's id (core/base/id.ts, `originOf`).
  const origins = new Map<string, Source>(investigation.sources.map((source) => [source.id, source]))
  return {
    ...evidence,
    claim: (id) => claims.get(id) ?? null,
    finding: (id) => findings.get(id) ?? null,
    source: (id) => sources.get(id) ?? null,
    passage: (id) => passages.get(id) ?? null,
    text: (id) => texts.get(id) ?? null,
    origin: (id) => origins.get(id) ?? null,
    estimate: (id) => {
      const answer = assessment.estimates.get(id)
      return answer?.ok === true ? answer.value : null
    },
  }
}

function byId<Id, Record extends { readonly id: Id }>(records: readonly Record[]): ReadonlyMap<Id, Record> {
  return new Map(records.map((record) => [record.id, record]))
}
