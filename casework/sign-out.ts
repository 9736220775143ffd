import { endSession } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { hashOfPass } from './pass.ts'

/** Ends a session: what the browser holds opens nothing from here on. */
export const signOut = act(
  'member.signed-out',
  'any-member',
  async (desk, { session }: { readonly session: string }) => {
    const hash = hashOfPass(session)
    if (!(await endSession(desk.store.db, hash))) return NOT_FOUND
    return done<null>(null, { subject: String(desk.member), content: { member: desk.member } })
  },
)
