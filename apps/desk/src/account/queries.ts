import { queryOptions } from '@tanstack/react-query'
import type { AccountView } from '@corroborate/server/api'
import { one } from '../api.ts'

/** How I come in, and where I am signed in. */
export const account = queryOptions({
  queryKey: ['/account'],
  staleTime: 0,
  queryFn: ({ signal }) => one<AccountView>('/account', ['passkeys', 'passphrase', 'sessions'], signal),
})
