import { queryOptions } from '@tanstack/react-query'
import type { TranslationsView } from '@corroborate/server/api'
import { one } from '../api.ts'

export function translationsOf(investigation: string, text: string) {
  const path = `/investigations/${investigation}/texts/${text}/translations`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<TranslationsView>(path, ['original', 'beside', 'apart'], signal),
  })
}
