import {
  canonicalJson,
  digestOf,
  jsonOf,
  refuse,
  type InvestigationId,
  type Refusal,
} from '@corroborate/base'
import { releaseState } from '@corroborate/disclosure'
import type { Report } from '@corroborate/report'
import { holdsSealed, releasesOf, type Db } from '@corroborate/store'

/** What a release holds for: the report as it is written, to the letter. */
export function contentOf(report: Report): string {
  return digestOf(canonicalJson(jsonOf(report)))
}

/**
 * What stands against publishing a report, as far as its check goes: `not-checked` where names are sealed in the investigation and nobody has stated a
 * check of the report as it now reads; `release-needed` where the latest check stops it and no second person has let it go. The server does not know
 * the names, and takes the check from whoever ran it; who stated what stands in the ledger.
 */
export async function faultOfRelease(
  db: Db,
  investigation: InvestigationId,
  report: Report,
): Promise<Refusal<'not-checked' | 'release-needed'> | null> {
  const all = await releasesOf(db, investigation, report.id)
  const state = releaseState(all, contentOf(report))
  if (state === 'released') return null
  if (state === 'stopped')
    return refuse('release-needed', 'the check stops it: somebody else has to let it go, with a reason')
  return all.length > 0 || (await holdsSealed(db, investigation))
    ? refuse('not-checked', 'check the report as it now reads, and state what the check raised')
    : null
}
