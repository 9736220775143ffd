import type { ClaimId, EstimateId, FindingId, PassageId, SourceId, TextId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { EstimateRequest } from '@corroborate/estimate'
import type { Finding } from '@corroborate/findings'
import { speakingIn, type Passage, type Source, type Text } from '@corroborate/testimony'
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

/** The sources whose words a passage is: of a translation also whoever is translated. None when passage, text or source is not there. */
export function speakersOf(passage: PassageId, { passages, texts, sources }: Registers): readonly Source[] {
  const found = passages.get(passage)
  return found ? [...speakingIn(texts, found.text)].flatMap((id) => sources.get(id) ?? []) : []
}

function byId<Key, Item extends { readonly id: Key }>(items: readonly Item[]): ReadonlyMap<Key, Item> {
  return new Map(items.map((item) => [item.id, item]))
}
