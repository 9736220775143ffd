import type { InvestigationId } from '@corroborate/base'
import { linksToRelease, rolesOf } from '@corroborate/store'
import type { LinkToRelease } from '../shapes-of-account.ts'
import { instant } from '../time.ts'
import type { Reader } from './reader.ts'

/** Which sign-in links wait for administrators, and whose are they? Null to who administers nothing here. */
export async function readLinksToRelease(
  { store: { db }, member, clock }: Reader,
  investigation: InvestigationId,
): Promise<readonly LinkToRelease[] | null> {
  if (member === null || member === 'operator') return null
  const now = instant(clock())
  if (!(await rolesOf(db, investigation, { member, now })).includes('administrator')) return null
  return (await linksToRelease(db, now)).map(({ hash, name, expiresAt, releases, releasedBy }) => ({
    ...{ link: hash, name, expiresAt, releases, released: releasedBy.length },
  }))
}
