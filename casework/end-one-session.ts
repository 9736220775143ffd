import { endSessionOf } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { memberAtDesk } from './member-keys.ts'

/** Signs whoever asks out of one browser of theirs: it was left open somewhere. */
export const endOneSession = act(
  'session.ended',
  'any-member',
  async (desk, { session: hash }: { readonly session: string }) => {
    const member = memberAtDesk(desk)
    if (!(await endSessionOf(desk.store.db, { hash, member }))) return NOT_FOUND
    return done<null>(null, { subject: member, content: { member, sessions: 1 } })
  },
)
