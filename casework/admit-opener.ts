import type { InvestigationId } from '@corroborate/base'
import { giveRole } from '@corroborate/store'
import type { Desk } from './desk.ts'
import type { MemberRole } from './permission.ts'

/**
 * What whoever opens an investigation is in it: all that one person needs to carry it from testimony to report. Keeping
 * identities, monitoring and administration are for others, and are granted.
 */
export const OPENER_ROLES: readonly MemberRole[] = [
  'researcher',
  'reviewer',
  'legal-adviser',
  'statistician',
  'publisher',
]

/** Gives the opener's roles to whoever is at the desk, within the act that opens. */
export async function admitOpener(desk: Desk, investigation: InvestigationId): Promise<void> {
  const { member } = desk
  if (member === null || member === 'operator') throw new Error('only a member opens an investigation')
  for (const role of OPENER_ROLES)
    await giveRole(desk.store.db, { investigation, member, role, endsAt: null })
}
