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
import { holdsSealed, releasesOf, type Db, type Release } from '@corroborate/store'

/** What a release holds for: the report as it is written, to the letter. */
export function contentOf(report: Report): string {
  return digestOf(canonicalJson(jsonOf(report)))
}

export type ReleaseFault = 'not-checked' | 'release-needed'

/**
 * What stands against letting something leave, as far as its check goes: `not-checked` where names are sealed in the investigation, or it was checked
 * before, and nobody has stated a check of it as it now is; `release-needed` where the latest check stops it and no second person has let it go. The
 * server does not know the names, and takes the check from whoever ran it; who stated what stands in the ledger.
 */
export async function faultOfRelease(
  db: Db,
  investigation: InvestigationId,
  { output, content }: Pick<Release, 'output' | 'content'>,
): Promise<Refusal<ReleaseFault> | null> {
  const all = await releasesOf(db, investigation, output)
  const state = releaseState(all, content)
  if (state === 'released') return null
  if (state === 'stopped')
    return refuse(
      'release-needed',
      'The check stops it: somebody else has to let it go on the desk, with a reason.',
    )
  return all.length > 0 || (await holdsSealed(db, investigation))
    ? refuse(
        'not-checked',
        'Nobody has stated a check of what would leave as it now is: check it on the desk, and state what was found.',
      )
    : null
}
