import { queryOptions } from '@tanstack/react-query'
import type { InterviewsView } from '@corroborate/server/api'
import { one } from '../api.ts'

/** What is to be asked, of whom, and what was promised. */
export function interviewsOf(investigation: string) {
  const path = `/investigations/${investigation}/interviews`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) =>
      one<InterviewsView>(path, ['plans', 'interviews', 'witnesses', 'promises', 'contradictions'], signal),
  })
}
