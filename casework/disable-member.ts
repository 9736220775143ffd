import type { MemberId } from '@corroborate/base'
import { endMember, endSessionsOf } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { instant } from './time.ts'

/** Ends a membership, at once and for good: every session ends, and no link, passkey or passphrase lets them in again. */
export const disableMember = act(
  'member.disabled',
  'operator',
  async (desk, { member }: { readonly member: MemberId }) => {
    const { db } = desk.store
    if (!(await endMember(db, { id: member, endedAt: instant(desk.clock()) }))) return NOT_FOUND
    const sessions = await endSessionsOf(db, member)
    return done<null>(null, { subject: member, content: { member, sessions } })
  },
)
