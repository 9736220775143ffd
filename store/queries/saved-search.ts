import type { InvestigationId, MemberId, SavedSearchId } from '@corroborate/base'
import type { SearchAsked } from '@corroborate/search'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** A search that a member keeps, under a name of theirs. */
export interface SavedSearch {
  readonly id: SavedSearchId
  readonly name: string
  readonly asked: SearchAsked
}

interface OfMember {
  readonly investigation: InvestigationId
  readonly member: MemberId
}

export async function insertSavedSearch(
  db: Db,
  { investigation, member }: OfMember,
  { id, name, asked, at }: SavedSearch & { readonly at: string },
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'saved_search', investigation)
  const row = { investigation, ordinal, id, member, name, asked: toJson(asked), saved_at: at }
  await insertAll(db, 'saved_search', [row])
}

/** What did this member keep? In the order in which they kept it. */
export async function savedSearches(
  db: Db,
  { investigation, member }: OfMember,
): Promise<readonly SavedSearch[]> {
  const rows = await db
    .selectFrom('saved_search')
    .select(['id', 'name', 'asked'])
    .where('investigation', '=', investigation)
    .where('member', '=', member)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ id, name, asked }) => ({ id, name, asked: fromJson(asked) }))
}

/** False when this member keeps no such search. */
export async function deleteSavedSearch(
  db: Db,
  { investigation, member }: OfMember,
  id: SavedSearchId,
): Promise<boolean> {
  const done = await db
    .deleteFrom('saved_search')
    .where('investigation', '=', investigation)
    .where('member', '=', member)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}
