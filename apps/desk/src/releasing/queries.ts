import { queryOptions } from '@tanstack/react-query'
import type { Outcome } from '@corroborate/base'
import type { ReleaseCheckView, ReleasesView } from '@corroborate/server/api'
import type { SealedRecord } from '@corroborate/vault/sealing'
import { send } from '../acts.ts'
import { one } from '../api.ts'
import { recordsIn } from '../sealing/queries.ts'

/** How far each report is on its way out. */
export function releasesOf(investigation: string) {
  const path = `/investigations/${investigation}/releases`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ReleasesView>(path, ['reports'], signal),
  })
}

/** What would leave with a report, and what it is held against. */
export function releaseCheckOf(investigation: string, report: string) {
  const path = `/investigations/${investigation}/reports/${report}/check`
  return queryOptions({
    staleTime: 0,
    queryKey: [path],
    queryFn: ({ signal }) => one<ReleaseCheckView>(path, ['output', 'content', 'people'], signal),
  })
}

/** Every sealed name, as it lies on the server, which writes into its ledger that they were handed over. */
export async function sealedNamesFor(
  investigation: string,
  report: string,
): Promise<Outcome<readonly SealedRecord[]>> {
  return recordsIn(await send(`/investigations/${investigation}/reports/${report}/names`, {}))
}
