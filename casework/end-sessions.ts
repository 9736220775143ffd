import { endSessionsOf } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { memberAtDesk } from './member-keys.ts'

/** Signs whoever asks out of every browser, this one too. Links by which they could come in are taken as well. */
export const endSessions = act('sessions.ended', 'any-member', async (desk) => {
  const member = memberAtDesk(desk)
  const sessions = await endSessionsOf(desk.store.db, member)
  if (sessions === 0) return NOT_FOUND
  return done<null>(null, { subject: member, content: { member, sessions } })
})
