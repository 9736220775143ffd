import type { ClaimId, EstimateId, FindingId, PassageId, SourceId, TextId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { EstimateRequest } from '@corroborate/estimate'
import type { Finding } from '@corroborate/findings'
import type { Passage, Source, Text } from '@corroborate/testimony'
import type { Investigation } from './investigation.ts'

/** An investigation by its ids, for whoever follows references. */
export interface Registers {
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly texts: ReadonlyMap<TextId, Text>
  readonly passages: ReadonlyMap<PassageId, Passage>
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly findings: ReadonlyMap<FindingId, Finding>
  readonly estimates: ReadonlyMap<EstimateId, EstimateRequest>
}

export function registersOf(investigation: Investigation): Registers {
  return {
    sources: byId(investigation.sources),
    texts: byId(investigation.texts),
    passages: byId(investigation.passages),
    claims: byId(investigation.claims),
    findings: byId(investigation.findings),
    estimates: byId(investigation.estimates),
  }
}

/** The source whose words a passage is; null when passage, text or source is not there. */
export function speakerOf(passage: PassageId, { passages, texts, sources }: Registers): Source | null {
  const found = passages.get(passage)
  const text = found && texts.get(found.text)
  return (text && sources.get(text.source)) ?? null
}

function byId<Key, Item extends { readonly id: Key }>(items: readonly Item[]): ReadonlyMap<Key, Item> {
  return new Map(items.map((item) => [item.id, item]))
}
