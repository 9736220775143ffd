import type { Db } from '../tables.ts'
import type { Member } from './member.ts'

/** A member as the house keeps them: since when, until when, and by what they come in. */
export interface HouseMember extends Member {
  readonly createdAt: string
  /** Null while they are a member. */
  readonly endedAt: string | null
  readonly passkeys: number
  readonly hasPassphrase: boolean
  /** In how many browsers they are signed in. */
  readonly sessions: number
}

/** Who is or was a member of the house, and how do they come in? In the order in which they came. */
export async function houseMembers(db: Db, now: string): Promise<readonly HouseMember[]> {
  const rows = await db
    .selectFrom('member')
    .select((eb) => [
      'member.id',
      'member.name',
      'member.created_at as createdAt',
      'member.ended_at as endedAt',
      eb
        .selectFrom('passkey')
        .whereRef('passkey.member', '=', 'member.id')
        .select(eb.fn.countAll<number>().as('count'))
        .as('passkeys'),
      eb
        .selectFrom('passphrase')
        .whereRef('passphrase.member', '=', 'member.id')
        .select(eb.fn.countAll<number>().as('count'))
        .as('passphrases'),
      eb
        .selectFrom('session')
        .whereRef('session.member', '=', 'member.id')
        .where('session.expires_at', '>', now)
        .select(eb.fn.countAll<number>().as('count'))
        .as('sessions'),
    ])
    .orderBy('member.created_at')
    .orderBy('member.id')
    .execute()
  return rows.map(({ passkeys, passphrases, sessions, ...member }) => ({
    ...member,
    passkeys: passkeys ?? 0,
    hasPassphrase: (passphrases ?? 0) > 0,
    sessions: sessions ?? 0,
  }))
}

/** When did somebody last do one of these acts, which belong to no investigation? By whoever did it. */
export async function lastDoneInHouse(db: Db, acts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(({ fn }) => ['actor', fn.max('time').as('time')])
    .where('chain', '=', 'house')
    .where('act', 'in', acts)
    .groupBy('actor')
    .execute()
  return new Map(rows.map(({ actor, time }) => [actor, time]))
}
