import { refuse, type MemberId, type Refusal } from '@corroborate/base'
import { giveRole, investigationHead, memberById, rolesOf } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import type { MemberRole } from './permission.ts'

export interface GrantRole extends InInvestigation {
  readonly member: MemberId
  readonly role: MemberRole
}

/**
 * Gives a member a role in an investigation. Who administers an investigation has no access to its content: nobody is both,
 * and nobody grants to themselves.
 */
export const grantRole = act('role.granted', ['administrator'], async (desk, grant: GrantRole) => {
  const { investigation, member, role } = grant
  const { db } = desk.store
  const known =
    (await memberById(db, member)) !== null && (await investigationHead(db, investigation)) !== null
  if (!known) return NOT_FOUND
  if (member === desk.member) return refuse('to-oneself', 'nobody grants a role to themselves')
  const refused = unfit(await rolesOf(db, investigation, member), role)
  if (refused) return refused
  await giveRole(db, { investigation, member, role })
  return done<null>(null, { subject: member, content: { member, role } })
})

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
