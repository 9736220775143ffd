import type { MemberId } from '@corroborate/base'
import type { Db } from '../tables.ts'

export interface Passphrase {
  readonly member: MemberId
  readonly name: string
  readonly salt: string
  readonly verifierHash: string
  readonly totpSecret: string
  readonly totpStep: number
  readonly madeAt: string
}

/** Puts a passphrase in the place of the one that the member had. False where somebody else has the name. */
export async function putPassphrase(db: Db, passphrase: Passphrase): Promise<boolean> {
  const { member, name, salt, verifierHash, totpSecret, totpStep, madeAt } = passphrase
  await db.deleteFrom('passphrase').where('member', '=', member).execute()
  const secrets = { salt, verifier_hash: verifierHash, totp_secret: totpSecret, totp_step: totpStep }
  const done = await db
    .insertInto('passphrase')
    .values({ member, name, ...secrets, made_at: madeAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The passphrase of whoever signs in under this name; null where nobody does, or no longer. */
export async function passphraseNamed(db: Db, name: string): Promise<Passphrase | null> {
  return onePassphrase(db, 'passphrase.name', name)
}

export async function passphraseOf(db: Db, member: MemberId): Promise<Passphrase | null> {
  return onePassphrase(db, 'passphrase.member', member)
}

async function onePassphrase(
  db: Db,
  column: 'passphrase.name' | 'passphrase.member',
  value: string,
): Promise<Passphrase | null> {
  const found = await db
    .selectFrom('passphrase')
    .innerJoin('member', 'member.id', 'passphrase.member')
    .selectAll('passphrase')
    .where(column, '=', value)
    .where('member.ended_at', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  const { member, name, salt, verifier_hash: verifierHash, totp_secret: totpSecret } = found
  return { member, name, salt, verifierHash, totpSecret, totpStep: found.totp_step, madeAt: found.made_at }
}

/** Uses up a code and all before it. False where it was used up already: of two who come at once, one enters. */
export async function useTotpStep(
  db: Db,
  used: { readonly member: MemberId; readonly step: number },
): Promise<boolean> {
  const done = await db
    .updateTable('passphrase')
    .set({ totp_step: used.step })
    .where('member', '=', used.member)
    .where('totp_step', '<', used.step)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** False when the member has none. */
export async function takePassphrase(db: Db, member: MemberId): Promise<boolean> {
  const done = await db.deleteFrom('passphrase').where('member', '=', member).executeTakeFirst()
  return done.numDeletedRows > 0n
}

export interface SignInTries {
  readonly tries: number
  readonly nextAt: string
}

export async function triesUnder(db: Db, nameHash: string): Promise<SignInTries | null> {
  const found = await db
    .selectFrom('sign_in_try')
    .select(['tries', 'next_at'])
    .where('name_hash', '=', nameHash)
    .executeTakeFirst()
  return found ? { tries: found.tries, nextAt: found.next_at } : null
}

/** Counts one try more. False where another try was counted meanwhile. */
export async function countTry(
  db: Db,
  tried: SignInTries & { readonly nameHash: string; readonly before: number },
): Promise<boolean> {
  const { nameHash, before, tries, nextAt } = tried
  const next = { tries, next_at: nextAt }
  const done =
    before === 0
      ? await db
          .insertInto('sign_in_try')
          .values({ name_hash: nameHash, ...next })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
      : await db
          .updateTable('sign_in_try')
          .set(next)
          .where('name_hash', '=', nameHash)
          .where('tries', '=', before)
          .executeTakeFirst()
  const rows = 'numUpdatedRows' in done ? done.numUpdatedRows : done.numInsertedOrUpdatedRows
  return (rows ?? 0n) > 0n
}

/** Forgets who tried under a name: they came in. */
export async function forgetTries(db: Db, nameHash: string): Promise<void> {
  await db.deleteFrom('sign_in_try').where('name_hash', '=', nameHash).execute()
}

/** Forgets tries that lie so long back. */
export async function forgetTriesBefore(db: Db, moment: string): Promise<void> {
  await db.deleteFrom('sign_in_try').where('next_at', '<', moment).execute()
}

/** A secret of this house; the one that is offered where it has none of this name yet. */
export async function houseSecret(
  db: Db,
  { name, offered }: { readonly name: string; readonly offered: string },
): Promise<string> {
  await db
    .insertInto('house_secret')
    .values({ name, secret: offered })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await db
    .selectFrom('house_secret')
    .select('secret')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return kept.secret
}
