import type { InvestigationId, ListId } from '@corroborate/base'
import type { ListRow } from '@corroborate/interchange'
import { listHeads, mappingOfList, rowsOfList, type Db } from '@corroborate/store'
import type { ListToGather } from './gather-lists.ts'
import { mappingFrom } from './mapping-kept.ts'

/** A list with its rows, which are read from the store as they are wanted. */
export interface ListToLink extends ListToGather {
  readonly id: ListId
  readonly rows: () => AsyncGenerator<readonly ListRow[], void>
}

const AT_ONCE = 5_000

/** The lists of a linkage as they are now read; null when one of them is no longer there or read. */
export async function listsToLink(
  db: Db,
  investigation: InvestigationId,
  lists: readonly ListId[],
): Promise<readonly ListToLink[] | null> {
  const heads = await listHeads(db, investigation)
  const found: ListToLink[] = []
  for (const id of lists) {
    const head = heads.find((one) => one.id === id)
    const kept = await mappingOfList(db, investigation, id)
    if (head === undefined || kept === null) return null
    const { code, columns } = head
    const mapping = mappingFrom(kept.mapping)
    found.push({
      id,
      code,
      columns,
      clean: kept.clean,
      mapping,
      rows: () => rowsFrom(db, { investigation, list: id }),
    })
  }
  return found
}

async function* rowsFrom(
  db: Db,
  of: { readonly investigation: InvestigationId; readonly list: ListId },
): AsyncGenerator<readonly ListRow[], void> {
  for (let after = 0; ; after += AT_ONCE) {
    const rows = await rowsOfList(db, of, { after, most: AT_ONCE })
    if (rows.length > 0) yield rows.map(({ row, line, cells }) => ({ line: line ?? row, cells }))
    if (rows.length < AT_ONCE) return
  }
}
