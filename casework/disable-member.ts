import { refuse, type MemberId } from '@corroborate/base'
import { endMember, endSessionsOf } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { instant } from './time.ts'

/** Ends a membership, at once and for good: every session ends, and no link, passkey or passphrase lets them in again. Nobody ends their own. */
export const disableMember = act(
  'member.disabled',
  'administrator-anywhere',
  async (desk, { member }: { readonly member: MemberId }) => {
    const { db } = desk.store
    if (member === desk.member) return refuse('oneself', 'nobody ends their own membership')
    if (!(await endMember(db, { id: member, endedAt: instant(desk.clock()) }))) return NOT_FOUND
    const sessions = await endSessionsOf(db, member)
    return done<null>(null, { subject: member, content: { member, sessions } })
  },
)
