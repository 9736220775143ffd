import { queryOptions } from '@tanstack/react-query'
import type { ElementsView } from '@corroborate/server/api'
import { one } from '../api.ts'

/** One element, once for the investigation or for an incident. */
export type Cell = ElementsView['table']['context'][number]

/** What the findings make of the elements of the crimes that were chosen. */
export function elementsOf(investigation: string) {
  const path = `/investigations/${investigation}/elements`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ElementsView>(path, ['chosen', 'incidents', 'table', 'questions'], signal),
  })
}
