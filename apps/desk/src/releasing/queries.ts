import { queryOptions } from '@tanstack/react-query'
import type { Outcome } from '@corroborate/base'
import type { ReleaseCheckView, ReleasesView } from '@corroborate/server/api'
import type { SealedRecord } from '@corroborate/vault/sealing'
import { send } from '../acts.ts'
import { one } from '../api.ts'
import { recordsIn } from '../sealing/queries.ts'

/** How far each report is on its way out, and each package that was checked. */
export function releasesOf(investigation: string) {
  const path = `/investigations/${investigation}/releases`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ReleasesView>(path, ['reports', 'packages'], signal),
  })
}

/** Where a report stands below its investigation, and where a package for somebody outside does. */
export function placeOfReport(report: string): string {
  return `/reports/${report}`
}

export function placeOfPackage(scope: string): string {
  return `/packages/${scope}`
}

/** What would leave from such a place, and what it is held against. */
export function releaseCheckOf(investigation: string, at: string) {
  const path = `/investigations/${investigation}${at}/check`
  return queryOptions({
    staleTime: 0,
    queryKey: [path],
    queryFn: ({ signal }) => one<ReleaseCheckView>(path, ['output', 'content', 'people', 'stated'], signal),
  })
}

/** Every sealed name, as it lies on the server, which writes into its ledger that they were handed over. */
export async function sealedNamesFor(
  investigation: string,
  at: string,
): Promise<Outcome<readonly SealedRecord[]>> {
  return recordsIn(await send(`/investigations/${investigation}${at}/names`, {}))
}
