import { prolongSession, sessionByHash, type KeptSession, type Member, type Store } from '@corroborate/store'
import { hashOfPass } from './pass.ts'
import { instant } from './time.ts'

/** A session ends when nobody has used it for so long … */
const SESSION_IDLE_MS = 8 * 60 * 60 * 1000
/** … and in any case so long after it began. */
const SESSION_LASTS_MS = 24 * 60 * 60 * 1000
/** A use is written down at most so often: a read should not wait for the disk. */
const NOTED_EVERY_MS = 10 * 60 * 1000

/** From when to when a session lasts that begins now, if nobody uses it: its line in the ledger has the same end. */
export function firstSpanFrom(now: number): Pick<KeptSession, 'createdAt' | 'expiresAt'> {
  return { createdAt: instant(now), expiresAt: instant(now + SESSION_IDLE_MS) }
}

/** When a session was last used, to ten minutes; null where its end moves no more, so that it was within the last eight hours. */
export function lastSeen({
  createdAt,
  expiresAt,
}: Pick<KeptSession, 'createdAt' | 'expiresAt'>): string | null {
  const end = Date.parse(expiresAt)
  return end < Date.parse(createdAt) + SESSION_LASTS_MS ? instant(end - SESSION_IDLE_MS) : null
}

/** A member who is signed in, and when they showed that it is they (milliseconds since 1970). */
export interface PresentMember extends Member {
  readonly provedAt: number
}

/**
 * Who holds this session? Null when nobody does, or no longer. Using it moves its idle end; that is no act, because it
 * changes nothing of an investigation and says nothing that the sign-in did not.
 */
export async function memberAt(
  at: { readonly store: Pick<Store, 'db'>; readonly clock: () => number },
  session: string,
): Promise<PresentMember | null> {
  const { db } = at.store
  const now = at.clock()
  const hash = hashOfPass(session)
  const found = await sessionByHash(db, { hash, now: instant(now) })
  if (!found) return null
  const provedAt = Date.parse(found.createdAt)
  const end = Math.min(now + SESSION_IDLE_MS, provedAt + SESSION_LASTS_MS)
  if (end - Date.parse(found.expiresAt) >= NOTED_EVERY_MS)
    await prolongSession(db, { hash, expiresAt: instant(end) })
  return { ...found.member, provedAt }
}
