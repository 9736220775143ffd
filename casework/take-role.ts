import { takeRole as takeRoleAway } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { RoleOf } from './grant-role.ts'

/** Takes a role from a member, at once: their next request is answered without it. */
export const takeRole = act('role.taken', ['administrator'], async (desk, taken: RoleOf) => {
  const { investigation, member, role } = taken
  if (!(await takeRoleAway(desk.store.db, { investigation, member, role }))) return NOT_FOUND
  return done<null>(null, { subject: member, content: { member, role } })
})
