import type { MemberId } from '@corroborate/base'
import { endSession, forgetExpired, insertSession } from '@corroborate/store'
import type { Desk } from './desk.ts'
import { freshPass, hashOfPass } from './pass.ts'
import { firstSpanFrom } from './session.ts'
import { instant } from './time.ts'

export interface SignedIn {
  /** What the browser holds; kept only as a digest. */
  readonly session: string
  readonly member: MemberId
}

/** Who came in, and what the browser held before: that session ends, so that none that was put there is ever signed in. */
export interface ComingIn {
  readonly member: MemberId
  readonly before: string | null
}

/** Begins a session under a name of its own. */
export async function beginSession(
  desk: Desk,
  { member, before }: ComingIn,
): Promise<{ readonly value: SignedIn; readonly expiresAt: string }> {
  const { db } = desk.store
  const now = desk.clock()
  await forgetExpired(db, instant(now))
  if (before !== null) await endSession(db, hashOfPass(before))
  const { secret, hash } = freshPass(desk)
  const { createdAt, expiresAt } = firstSpanFrom(now)
  await insertSession(db, { hash, member, createdAt, expiresAt })
  return { value: { session: secret, member }, expiresAt }
}
