import { ok, type InvestigationId, type Outcome } from '@corroborate/base'
import { diagnosisOf, drawsOf, listStudyInput, upsetOf, type OverlapRequest } from '@corroborate/estimate'
import { recalled } from '../memory.ts'
import type { ListsView, OverlapPreview } from '../shapes.ts'
import { assessed } from './assessed.ts'
import { stateOf } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'

const LISTS = recalled<ListsView>()

/** Which lists are there, and who held which of their rows to be one person? */
export function readLists(reader: Reader, id: InvestigationId): Promise<ListsView | null> {
  return readingIn(reader, id, async (_db, reader) =>
    reader.memory.recall(await stateOf(reader, id), LISTS, async () => {
      const known = await assessed(reader, id)
      if (known === null) return { lists: [], linkages: [] }
      const { lists, linkages } = known.investigation
      return {
        lists: lists.map((list) => ({ ...list, rows: list.rows.length })),
        linkages: linkages.map((linkage) => ({
          ...linkage,
          links: linkage.links.length,
          draws: drawsOf(linkage.links).length,
          lists: [...new Set(linkage.links.map(({ list }) => list))],
        })),
      }
    }),
  )
}

/** What do these lists have in common? Counts only; nothing is estimated, and nothing is written. */
export function readOverlap(
  reader: Reader,
  asked: {
    readonly investigation: InvestigationId
    readonly overlap: OverlapRequest
    readonly seed: string
  },
): Promise<Outcome<OverlapPreview> | null> {
  const { investigation: id, overlap, seed } = asked
  return readingIn(reader, id, async (_db, reader) => {
    const known = await assessed(reader, id)
    if (known === null) return null
    const input = listStudyInput({ overlap, seed }, known.investigation, reader.software)
    if (!input.ok) return input
    const [first] = input.value.overlaps
    return ok({
      overlap: first,
      diagnosis: diagnosisOf(first.whole, first.strata),
      upset: upsetOf(first.whole),
      input: input.value,
    })
  })
}
