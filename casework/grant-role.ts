import { refuse, type MemberId, type Refusal } from '@corroborate/base'
import { giveRole, investigationHead, presentMember, rolesOf } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import type { MemberRole } from './permission.ts'
import { instant } from './time.ts'

export interface RoleOf extends InInvestigation {
  readonly member: MemberId
  readonly role: MemberRole
}

export interface GrantRole extends RoleOf {
  /** When it ends by itself, as a UTC time. An outside body's access always does; without it a role lasts until it is taken. */
  readonly endsAt?: string
}

/**
 * Gives a member a role in an investigation. Who administers an investigation has no access to its content: nobody is both,
 * and nobody grants to themselves.
 */
export const grantRole = act('role.granted', ['administrator'], async (desk, grant: GrantRole) => {
  const { investigation, member, role, endsAt = null } = grant
  const { db } = desk.store
  const now = instant(desk.clock())
  const known =
    (await presentMember(db, member)) !== null && (await investigationHead(db, investigation)) !== null
  if (!known) return NOT_FOUND
  const held = await rolesOf(db, investigation, { member, now })
  const refused =
    member === desk.member
      ? refuse('to-oneself', 'nobody grants a role to themselves')
      : (unfitEnd({ role, endsAt, now }) ?? unfit(held, role))
  if (refused) return refused
  await giveRole(db, { investigation, member, role, endsAt })
  return done<null>(null, { subject: member, content: { member, role, endsAt } })
})

function unfitEnd(given: {
  readonly role: MemberRole
  readonly endsAt: string | null
  readonly now: string
}): Refusal<'no-end' | 'ended'> | null {
  const { role, endsAt, now } = given
  if (endsAt === null)
    return role === 'monitor' ? refuse('no-end', 'the access of a monitor ends on a day that is said') : null
  return endsAt > now ? null : refuse('ended', 'it would have ended already')
}

function unfit(
  held: readonly string[],
  role: MemberRole,
): Refusal<'held-already' | 'administrator-reads-nothing'> | null {
  if (held.includes(role)) return refuse('held-already', `the member is ${role} here already`)
  const administers = held.includes('administrator') || role === 'administrator'
  if (administers && held.length > 0)
    return refuse(
      'administrator-reads-nothing',
      'who administers an investigation holds no other role in it: its content is not theirs to read',
    )
  return null
}
