import type { MemberId } from '@corroborate/base'
import type { Db } from '../tables.ts'
import type { Member } from './member.ts'

/** A secret as the store knows it: by its SHA-256 in hexadecimal, with the member it stands for and its end. */
export interface Pass {
  readonly hash: string
  readonly member: MemberId
  readonly expiresAt: string
}

/** A link that lets its member in once so many administrators have let it go. */
export interface SignInLinkKept extends Pass {
  readonly releases: number
}

export async function insertSignInLink(db: Db, link: SignInLinkKept): Promise<void> {
  const { hash, member, expiresAt, releases } = link
  await db
    .insertInto('sign_in_link')
    .values({ hash, member, expires_at: expiresAt, used_at: null, releases })
    .execute()
}

/** Which links wait to be let go, whose are they, and by whom were they? The one that ends first comes first. */
export async function linksToRelease(
  db: Db,
  now: string,
): Promise<
  readonly (SignInLinkKept & { readonly name: string; readonly releasedBy: readonly MemberId[] })[]
> {
  const rows = await db
    .selectFrom('sign_in_link')
    .innerJoin('member', 'member.id', 'sign_in_link.member')
    .leftJoin('link_release', 'link_release.link', 'sign_in_link.hash')
    .selectAll('sign_in_link')
    .select(['member.name', 'link_release.member as released_by'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('releases', '>', 0)
    .orderBy('expires_at')
    .orderBy('hash')
    .orderBy('released_by')
    .execute()
  const each = Map.groupBy(rows, (row) => row.hash)
  return [...each.values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const { hash, member, expires_at: expiresAt, releases, name } = first
    const releasedBy = of.flatMap(({ released_by: by }) => (by === null ? [] : [by]))
    return [{ hash, member, expiresAt, releases, name, releasedBy }]
  })
}

/** False where the member has let it go before. */
export async function insertLinkRelease(
  db: Db,
  release: { readonly link: string; readonly member: MemberId },
): Promise<boolean> {
  const done = await db
    .insertInto('link_release')
    .values(release)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
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
    .where((eb) => {
      const released = eb.selectFrom('link_release').select(eb.fn.countAll<number>().as('count'))
      return eb('releases', '<=', released.whereRef('link_release.link', '=', 'sign_in_link.hash'))
    })
    .where('member', 'in', db.selectFrom('member').select('id').where('ended_at', 'is', null))
    .returning('member')
    .executeTakeFirst()
  return found?.member ?? null
}

/** A new session: it begins when somebody shows who they are. */
export async function insertSession(db: Db, session: Pass & { readonly createdAt: string }): Promise<void> {
  const { hash, member, createdAt, expiresAt } = session
  await db
    .insertInto('session')
    .values({ hash, member, created_at: createdAt, expires_at: expiresAt })
    .execute()
}

/** A session as it is kept: whose it is, since when, and until when. */
export interface KeptSession {
  readonly member: Member
  readonly createdAt: string
  readonly expiresAt: string
}

/** Who is signed in with this? Null when nobody is, or no longer. */
export async function sessionByHash(
  db: Db,
  asked: { readonly hash: string; readonly now: string },
): Promise<KeptSession | null> {
  const found = await db
    .selectFrom('session')
    .innerJoin('member', 'member.id', 'session.member')
    .select(['member.id', 'member.name', 'session.created_at', 'session.expires_at'])
    .where('session.hash', '=', asked.hash)
    .where('session.expires_at', '>', asked.now)
    .where('member.ended_at', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  const { id, name, created_at: createdAt, expires_at: expiresAt } = found
  return { member: { id, name }, createdAt, expiresAt }
}

/** In which browsers is this member signed in, since when and until when? The newest first. */
export async function sessionsOf(
  db: Db,
  asked: { readonly member: MemberId; readonly now: string },
): Promise<readonly (Omit<KeptSession, 'member'> & Pick<Pass, 'hash'>)[]> {
  return db
    .selectFrom('session')
    .select(['hash', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('member', '=', asked.member)
    .where('expires_at', '>', asked.now)
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .execute()
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

/** Signs a member out of one browser. False where they are not signed in there. */
export async function endSessionOf(
  db: Db,
  { hash, member }: Pick<Pass, 'hash' | 'member'>,
): Promise<boolean> {
  const done = await db
    .deleteFrom('session')
    .where('hash', '=', hash)
    .where('member', '=', member)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Signs a member out of every browser, and takes the links by which they could come in again. How many sessions were ended? */
export async function endSessionsOf(db: Db, member: MemberId): Promise<number> {
  await db.deleteFrom('sign_in_link').where('member', '=', member).execute()
  const done = await db.deleteFrom('session').where('member', '=', member).executeTakeFirst()
  return Number(done.numDeletedRows)
}

export async function insertChallenge(
  db: Db,
  challenge: { readonly hash: string; readonly member: MemberId | null; readonly expiresAt: string },
): Promise<void> {
  const { hash, member, expiresAt } = challenge
  await db.insertInto('challenge').values({ hash, member, expires_at: expiresAt }).execute()
}

/** Was this asked of this member, and is it still good? Used up by asking. */
export async function useChallenge(
  db: Db,
  used: { readonly hash: string; readonly member: MemberId | null; readonly now: string },
): Promise<boolean> {
  const found = await db
    .deleteFrom('challenge')
    .where('hash', '=', used.hash)
    .returning(['member', 'expires_at'])
    .executeTakeFirst()
  return found?.member === used.member && found.expires_at > used.now
}

/** Forgets sessions, links and challenges that are over. */
export async function forgetExpired(db: Db, now: string): Promise<void> {
  for (const table of ['session', 'sign_in_link', 'challenge'] as const)
    await db.deleteFrom(table).where('expires_at', '<=', now).execute()
}
