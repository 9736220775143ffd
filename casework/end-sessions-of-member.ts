import type { MemberId } from '@corroborate/base'
import { endSessionsOf, presentMember } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'

/** Signs a member out of every browser, as when a laptop is gone; links that wait for them are taken as well. They come in again as before. */
export const endSessionsOfMember = act(
  'member.sessions-ended',
  'administrator-anywhere',
  async (desk, { member }: { readonly member: MemberId }) => {
    const { db } = desk.store
    if ((await presentMember(db, member)) === null) return NOT_FOUND
    const sessions = await endSessionsOf(db, member)
    return done<null>(null, { subject: member, content: { member, sessions } })
  },
)
