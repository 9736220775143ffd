import type { InvestigationId } from '@corroborate/base'
import { lineageOf, type Claim } from '@corroborate/claims'
import type { Evidence } from '@corroborate/findings'
import { claimsInUse } from '@corroborate/report'
import { consents, investigationHead, originLinks, places, sources, type Db } from '@corroborate/store'

/** What claims of an investigation are weighed by, whichever claims they are. */
export interface Scales extends Omit<Evidence, 'claims'> {
  /** Those of these claims that may be counted on the day: a witness's only while their consent stands. */
  readonly inUse: (claims: readonly Claim[]) => Evidence['claims']
  readonly places: Awaited<ReturnType<typeof places>>
}

/** The scales of an investigation, as they stand on a day. Throws when there is no such investigation. */
export async function scalesOf(db: Db, investigation: InvestigationId, today: string): Promise<Scales> {
  const head = await investigationHead(db, investigation)
  if (head === null) throw new Error('standings are weighed in an investigation that is not there')
  const all = await sources(db, investigation)
  const given = await consents(db, investigation)
  return {
    lineage: lineageOf(all, await originLinks(db, investigation)),
    thresholds: head.thresholds,
    places: await places(db, investigation),
    inUse: (claims) => claimsInUse({ claims, sources: all, consents: given }, today),
  }
}
