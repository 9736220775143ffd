import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ok, refuse, type Outcome } from '@corroborate/base'
import type { SavedSearchesView, SearchView } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds, one } from '../api.ts'
import { askedAt, type SearchAddress } from './address.ts'

/** Where the words stand, or why they cannot be looked for. What was found before stays until this is there. */
export function searchOf(investigation: string, address: SearchAddress) {
  const path = `/investigations/${investigation}/search`
  const asked = { ...askedAt(address), from: address.past ?? 0 }
  return queryOptions({
    queryKey: [path, asked],
    queryFn: async (): Promise<Outcome<SearchView>> => {
      const answer = await send(path, asked)
      if (!answer.ok) return answer
      return holds<SearchView>(answer.value, ['total', 'groups', 'facets'])
        ? ok(answer.value)
        : refuse('unreachable', 'The answer cannot be read.')
    },
    enabled: asked.words.trim() !== '',
    placeholderData: keepPreviousData,
  })
}

/** The searches that the reader keeps. */
export function savedSearchesOf(investigation: string) {
  const path = `/investigations/${investigation}/searches`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<SavedSearchesView>(path, ['searches'], signal),
  })
}
