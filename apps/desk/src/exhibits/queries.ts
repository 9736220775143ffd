import { queryOptions } from '@tanstack/react-query'
import type { ExhibitsView, ExhibitView } from '@corroborate/server/api'
import { one } from '../api.ts'

export function exhibitsOf(investigation: string) {
  const path = `/investigations/${investigation}/exhibits`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ExhibitsView>(path, ['exhibits', 'check'], signal),
  })
}

export function exhibitOf(investigation: string, exhibit: string) {
  const path = `/investigations/${investigation}/exhibits/${exhibit}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ExhibitView>(path, ['exhibit', 'files', 'custody'], signal),
  })
}
