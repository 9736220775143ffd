import { queryOptions } from '@tanstack/react-query'
import type { ConflictsView, PackagesView } from '@corroborate/server/api'
import { one } from '../api.ts'

export function packagesOf(investigation: string) {
  const path = `/investigations/${investigation}/packages`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<PackagesView>(path, ['made', 'received'], signal),
  })
}

export function conflictsOf(investigation: string) {
  const path = `/investigations/${investigation}/conflicts`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ConflictsView>(path, ['conflicts'], signal),
  })
}
