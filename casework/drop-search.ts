import type { SavedSearchId } from '@corroborate/base'
import { deleteSavedSearch } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { READING_ROLES } from './permission.ts'

export interface DropSearch extends InInvestigation {
  readonly search: SavedSearchId
}

/** Takes away a search that one kept oneself. */
export const dropSearch = act(
  'search.dropped',
  READING_ROLES,
  async (desk, { investigation, search }: DropSearch) => {
    const of = { investigation, member: memberAtDesk(desk) }
    if (!(await deleteSavedSearch(desk.store.db, of, search))) return NOT_FOUND
    return done<null>(null, { subject: search, content: { search } })
  },
)
