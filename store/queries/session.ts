import type { MemberId } from '@corroborate/base'
import type { Db } from '../tables.ts'
import type { Member } from './member.ts'

/** A secret as the store knows it: by its SHA-256 in hexadecimal, with the member it stands for and its end. */
export interface Pass {
  readonly hash: string
  readonly member: MemberId
  readonly expiresAt: string
}

export async function insertSignInLink(db: Db, link: Pass): Promise<void> {
  await db
    .insertInto('sign_in_link')
    .values({ hash: link.hash, member: link.member, expires_at: link.expiresAt, used_at: null })
    .execute()
}

/**
 * Whose link is this, if it is still good? It is used up in the same breath: of two who come at once, one enters.
 * Null when it is unknown, used or too old; the three are not told apart.
 */
export async function useSignInLink(
  db: Db,
  used: { readonly hash: string; readonly now: string },
): Promise<MemberId | null> {
  const found = await db
    .updateTable('sign_in_link')
    .set({ used_at: used.now })
    .where('hash', '=', used.hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', used.now)
    .returning('member')
    .executeTakeFirst()
  return found?.member ?? null
}

export async function insertSession(db: Db, session: Pass & { readonly createdAt: string }): Promise<void> {
  await db
    .insertInto('session')
    .values({
      hash: session.hash,
      member: session.member,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Who is signed in with this, since when, and until when? Null when nobody is, or no longer. */
export async function sessionByHash(
  db: Db,
  asked: { readonly hash: string; readonly now: string },
): Promise<{ readonly member: Member; readonly createdAt: string; readonly expiresAt: string } | null> {
  const found = await db
    .selectFrom('session')
    .innerJoin('member', 'member.id', 'session.member')
    .select(['member.id', 'member.name', 'session.created_at', 'session.expires_at'])
    .where('session.hash', '=', asked.hash)
    .where('session.expires_at', '>', asked.now)
    .executeTakeFirst()
  if (!found) return null
  const { id, name, created_at: createdAt, expires_at: expiresAt } = found
  return { member: { id, name }, createdAt, expiresAt }
}

/** Moves the end of a session that is in use. */
export async function prolongSession(
  db: Db,
  prolonged: { readonly hash: string; readonly expiresAt: string },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ expires_at: prolonged.expiresAt })
    .where('hash', '=', prolonged.hash)
    .execute()
}

/** Signs out. False when nobody was signed in with it. */
export async function endSession(db: Db, hash: string): Promise<boolean> {
  const done = await db.deleteFrom('session').where('hash', '=', hash).executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Forgets sessions and links that are over. */
export async function forgetExpired(db: Db, now: string): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
  await db.deleteFrom('sign_in_link').where('expires_at', '<=', now).execute()
}
