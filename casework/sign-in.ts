import { refuse, type MemberId } from '@corroborate/base'
import { forgetExpired, insertSession, useSignInLink } from '@corroborate/store'
import { act, done } from './act.ts'
import { freshPass, hashOfPass } from './pass.ts'
import { SESSION_IDLE_MS } from './session.ts'
import { instant } from './time.ts'

export interface SignedIn {
  /** What the browser holds; kept only as a digest. */
  readonly session: string
  readonly member: MemberId
}

/** Signs a member in by a link. An unknown, a used and an expired link get one answer. */
export const signIn = act(
  'member.signed-in',
  'anyone',
  async (desk, { token }: { readonly token: string }) => {
    const { db } = desk.store
    const now = instant(desk.clock())
    const member = await useSignInLink(db, { hash: hashOfPass(token), now })
    if (member === null) return refuse('link-not-good', 'This sign-in link is not good, or no longer.')
    await forgetExpired(db, now)
    const { secret, hash } = freshPass(desk)
    const expiresAt = instant(desk.clock() + SESSION_IDLE_MS)
    await insertSession(db, { hash, member, createdAt: now, expiresAt })
    const value: SignedIn = { session: secret, member }
    return done(value, { subject: member, content: { member, expiresAt }, actor: member })
  },
)
