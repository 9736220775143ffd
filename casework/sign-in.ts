import { refuse } from '@corroborate/base'
import { useSignInLink } from '@corroborate/store'
import { act, done } from './act.ts'
import { beginSession, type SignedIn } from './begin-session.ts'
import { hashOfPass } from './pass.ts'
import { instant } from './time.ts'

export interface SignIn {
  readonly token: string
  /** The session that the browser held before; null where it held none. */
  readonly before: string | null
}

/** Signs a member in by a link. An unknown, a used and an expired link get one answer. */
export const signIn = act('member.signed-in', 'anyone', async (desk, { token, before }: SignIn) => {
  const now = instant(desk.clock())
  const member = await useSignInLink(desk.store.db, { hash: hashOfPass(token), now })
  if (member === null) return refuse('link-not-good', 'This sign-in link is not good, or no longer.')
  const { value, expiresAt } = await beginSession(desk, { member, before })
  return done<SignedIn>(value, { subject: member, content: { member, expiresAt }, actor: member })
})
