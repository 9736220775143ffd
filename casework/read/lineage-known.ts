import type { InvestigationId, OriginId, SourceId } from '@corroborate/base'
import { lineageOf, type Lineage } from '@corroborate/claims'
import { ledgerHead, originLinks, sources } from '@corroborate/store'
import type { OriginLink, Source } from '@corroborate/testimony'
import { recalled } from '../memory.ts'
import type { OriginRef, SourceRef } from '../shapes.ts'
import { dayAt } from '../time.ts'
import type { Reader } from './reader.ts'

/** Who the sources of an investigation are, and where they go back to. */
export interface LineageKnown {
  readonly lineage: Lineage
  readonly links: readonly OriginLink[]
  readonly sourceRef: (id: SourceId) => SourceRef
  readonly originRefs: (ids: readonly OriginId[]) => readonly OriginRef[]
}

const LINEAGE = recalled<LineageKnown>()

/** Which state is the investigation in? Its last entry, and the day, because a consent has an end. */
export async function stateOf(
  reader: Reader,
  investigation: InvestigationId,
): Promise<{ readonly investigation: InvestigationId; readonly state: string }> {
  const head = await ledgerHead(reader.store.db, investigation)
  return { investigation, state: `${head?.hash ?? ''} ${dayAt(reader.clock())}` }
}

export async function lineageKnown(reader: Reader, investigation: InvestigationId): Promise<LineageKnown> {
  const state = await stateOf(reader, investigation)
  return reader.memory.recall(state, LINEAGE, async () => {
    const links = await originLinks(reader.store.db, investigation)
    return lineageIn(await sources(reader.store.db, investigation), links)
  })
}

function lineageIn(all: readonly Source[], links: readonly OriginLink[]): LineageKnown {
  // An origin bears the id of the source that it is.
  const byId = new Map<string, Source>(all.map((source) => [source.id, source]))
  const named = <Kind extends string>(id: Kind) => {
    const source = byId.get(id)
    return { id, code: source?.code ?? id, title: source?.title ?? { en: id } }
  }
  return {
    lineage: lineageOf(all, links),
    links,
    sourceRef: named,
    originRefs: (ids) => ids.map(named),
  }
}
