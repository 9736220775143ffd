import { refuse, type SavedSearchId } from '@corroborate/base'
import { parseQuery, type SearchAsked } from '@corroborate/search'
import { insertSavedSearch, savedSearches } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { freshId } from './name-record.ts'
import { READING_ROLES } from './permission.ts'
import { instant } from './time.ts'

export interface SaveSearch extends InInvestigation {
  readonly name: string
  readonly asked: SearchAsked
}

/** Searches that one member keeps in one investigation. */
const MOST_KEPT = 200

/** Keeps a search for whoever asked it; others do not see it. What it finds is asked again each time. */
export const saveSearch = act('search.saved', READING_ROLES, async (desk, input: SaveSearch) => {
  const { db } = desk.store
  const { investigation, asked } = input
  const name = input.name.trim()
  const query = parseQuery(asked.words)
  if (!query.ok) return query
  if (name === '') return refuse('no-name', 'say what the search is called')
  const of = { investigation, member: memberAtDesk(desk) }
  const kept = await savedSearches(db, of)
  if (kept.some((one) => one.name === name))
    return refuse('kept-already', `you keep a search “${name}” already`)
  if (kept.length >= MOST_KEPT)
    return refuse(
      'too-many-kept',
      `you keep ${MOST_KEPT} searches here, which is the most; take one away first`,
    )
  const id = freshId<'saved-search'>(desk)
  await insertSavedSearch(db, of, { id, name, asked, at: instant(desk.clock()) })
  return done<SavedSearchId>(id, { subject: id, content: { id, name, asked } })
})
