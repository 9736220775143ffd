import { queryOptions } from '@tanstack/react-query'
import type { ActTablesView, ExchangeView } from '@corroborate/server/api'
import { one } from '../api.ts'

/** What would go out for a use, and what went out before. */
export function exchangeOf(
  investigation: string,
  use: { readonly purpose: string; readonly recipient: string },
) {
  const path = `/investigations/${investigation}/exchange?${new URLSearchParams(use).toString()}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ExchangeView>(path, ['goes', 'withheld', 'given'], signal),
  })
}

/** Which tables of acts were taken in, and under which mapping. */
export function actTablesOf(investigation: string) {
  const path = `/investigations/${investigation}/exchange/act-tables`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ActTablesView>(path, ['tables'], signal),
  })
}
