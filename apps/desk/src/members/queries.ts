import { queryOptions } from '@tanstack/react-query'
import type { MembersView, TeamView } from '@corroborate/server/api'
import { one } from '../api.ts'

/** The members of the house, for whoever administers. */
export const houseMembers = queryOptions({
  queryKey: ['/members'],
  staleTime: 0,
  queryFn: ({ signal }) => one<MembersView>('/members', ['members', 'investigations', 'links'], signal),
})

/** Who is of an investigation, and as what. */
export function teamOf(investigation: string) {
  const path = `/investigations/${investigation}/members`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<TeamView>(path, ['members'], signal),
  })
}
