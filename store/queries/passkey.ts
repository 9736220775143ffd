import type { MemberId } from '@corroborate/base'
import { fromJson, toJson } from '../json.ts'
import type { PasskeyTable } from '../member-tables.ts'
import type { Db } from '../tables.ts'

export interface Passkey {
  /** The credential's id, base64url. */
  readonly id: string
  readonly member: MemberId
  readonly name: string
  /** COSE, base64url. */
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  readonly madeAt: string
  readonly usedAt: string | null
}

/** False where there is one of this id. */
export async function insertPasskey(db: Db, passkey: Passkey): Promise<boolean> {
  const { id, member, name, publicKey, counter, transports, madeAt, usedAt } = passkey
  const said = { id, member, name, counter, transports: toJson(transports) }
  const done = await db
    .insertInto('passkey')
    .values({ ...said, public_key: publicKey, made_at: madeAt, used_at: usedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The passkeys of a member, the oldest first. */
export async function passkeysOf(db: Db, member: MemberId): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .selectAll()
    .where('member', '=', member)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(passkeyFrom)
}

/** A passkey by which somebody signs in; null where there is none, or its member is one no more. */
export async function passkeyById(db: Db, id: string): Promise<Passkey | null> {
  const found = await db
    .selectFrom('passkey')
    .innerJoin('member', 'member.id', 'passkey.member')
    .selectAll('passkey')
    .where('passkey.id', '=', id)
    .where('member.ended_at', 'is', null)
    .executeTakeFirst()
  return found ? passkeyFrom(found) : null
}

export async function notePasskeyUsed(
  db: Db,
  used: { readonly id: string; readonly counter: number; readonly at: string },
): Promise<void> {
  const { id, counter, at } = used
  await db.updateTable('passkey').set({ counter, used_at: at }).where('id', '=', id).execute()
}

/** False when the member has no such passkey. */
export async function takePasskey(
  db: Db,
  taken: { readonly id: string; readonly member: MemberId },
): Promise<boolean> {
  const done = await db
    .deleteFrom('passkey')
    .where('id', '=', taken.id)
    .where('member', '=', taken.member)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

function passkeyFrom(row: PasskeyTable): Passkey {
  const { id, member, name, counter, public_key: publicKey, made_at: madeAt, used_at: usedAt } = row
  return { id, member, name, publicKey, counter, transports: fromJson(row.transports), madeAt, usedAt }
}
