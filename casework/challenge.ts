import type { MemberId } from '@corroborate/base'
import { forgetExpired, insertChallenge, useChallenge } from '@corroborate/store'
import type { Desk } from './desk.ts'
import { freshPass, hashOfPass } from './pass.ts'
import { instant } from './time.ts'

export const CHALLENGE_LASTS_MS = 5 * 60 * 1000

/**
 * Something that a passkey has never signed before, for five minutes. No act: it changes nothing of an investigation, and
 * whoever asks for one need not be anybody.
 * @param member who adds a passkey; null where somebody signs in
 */
export async function makeChallenge(desk: Desk, member: MemberId | null): Promise<string> {
  const { db } = desk.store
  await forgetExpired(db, instant(desk.clock()))
  const { secret, hash } = freshPass(desk)
  await insertChallenge(db, { hash, member, expiresAt: instant(desk.clock() + CHALLENGE_LASTS_MS) })
  return secret
}

/**
 * Whether this was asked of this member and is still good. It is used up whatever becomes of the answer, so it stands outside
 * the transaction of the act that the answer is for.
 */
export function takeChallenge(desk: Desk, secret: string, member: MemberId | null): Promise<boolean> {
  return useChallenge(desk.store.db, { hash: hashOfPass(secret), member, now: instant(desk.clock()) })
}
