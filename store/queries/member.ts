import type { InvestigationId, MemberId } from '@corroborate/base'
import type { ExpressionBuilder } from 'kysely'
import type { MemberTable } from '../member-tables.ts'
import type { Db, Tables } from '../tables.ts'
import { insertAll } from './insert.ts'

export interface Member {
  readonly id: MemberId
  readonly name: string
}

export async function insertMember(db: Db, member: Member & { readonly createdAt: string }): Promise<void> {
  const row: MemberTable = { id: member.id, name: member.name, created_at: member.createdAt, ended_at: null }
  await insertAll(db, 'member', [row])
}

export async function memberById(db: Db, id: MemberId): Promise<Member | null> {
  const found = await db.selectFrom('member').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
  return found ?? null
}

/** Ends a membership. False when it was ended before, or nobody is called so. */
export async function endMember(
  db: Db,
  { id, endedAt }: { readonly id: MemberId; readonly endedAt: string },
): Promise<boolean> {
  const done = await db
    .updateTable('member')
    .set({ ended_at: endedAt })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Who works or worked here? In the order in which they came. */
export async function members(db: Db): Promise<readonly Member[]> {
  return db.selectFrom('member').select(['id', 'name']).orderBy('created_at').orderBy('id').execute()
}

/** A member who is one still; null to who is not, or never was. */
export async function presentMember(db: Db, id: MemberId): Promise<Member | null> {
  const found = await db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** Who works here now? In the order in which they came. */
export async function presentMembers(db: Db): Promise<readonly Member[]> {
  return db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** What may this member do here now? Nothing, when there is no such investigation or they are not of it. */
export async function rolesOf(
  db: Db,
  investigation: InvestigationId,
  { member, now }: { readonly member: MemberId; readonly now: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .where('investigation', '=', investigation)
    .where('member', '=', member)
    .where(lasting(now))
    .orderBy('role')
    .execute()
  return rows.map((row) => row.role)
}

/** What is this member anywhere now, whichever investigation it may be in? */
export async function rolesAnywhere(
  db: Db,
  { member, now }: { readonly member: MemberId; readonly now: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .distinct()
    .where('member', '=', member)
    .where(lasting(now))
    .orderBy('role')
    .execute()
  return rows.map((row) => row.role)
}

/** That a member has one role in one investigation. */
export interface Membership {
  readonly investigation: InvestigationId
  readonly member: MemberId
  readonly name: string
  readonly role: string
  readonly endsAt: string | null
}

/** Who is of these investigations now, and as what? By name, and each of their roles on its own. */
export async function membershipsIn(
  db: Db,
  investigations: readonly InvestigationId[],
  now: string,
): Promise<readonly Membership[]> {
  if (investigations.length === 0) return []
  return db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member')
    .select(['membership.investigation', 'membership.member', 'member.name', 'membership.role'])
    .select('membership.ends_at as endsAt')
    .where('membership.investigation', 'in', investigations)
    .where('member.ended_at', 'is', null)
    .where(lasting(now))
    .orderBy('member.name')
    .orderBy('member.id')
    .orderBy('membership.investigation')
    .orderBy('membership.role')
    .execute()
}

export async function giveRole(
  db: Db,
  given: {
    readonly investigation: InvestigationId
    readonly member: MemberId
    readonly role: string
    readonly endsAt: string | null
  },
): Promise<void> {
  const { endsAt, ...membership } = given
  await db
    .insertInto('membership')
    .values({ ...membership, ends_at: endsAt })
    .onConflict((conflict) =>
      conflict.columns(['investigation', 'member', 'role']).doUpdateSet({ ends_at: endsAt }),
    )
    .execute()
}

/** False when the member did not have it. */
export async function takeRole(
  db: Db,
  taken: { readonly investigation: InvestigationId; readonly member: MemberId; readonly role: string },
): Promise<boolean> {
  const done = await db
    .deleteFrom('membership')
    .where('investigation', '=', taken.investigation)
    .where('member', '=', taken.member)
    .where('role', '=', taken.role)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Who is an administrator now, wherever it may be? */
export async function administrators(db: Db, now: string): Promise<readonly MemberId[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member')
    .select('membership.member')
    .distinct()
    .where('membership.role', '=', 'administrator')
    .where('member.ended_at', 'is', null)
    .where(lasting(now))
    .orderBy('membership.member')
    .execute()
  return rows.map(({ member }) => member)
}

/** A role that has not ended by itself. */
export function lasting(now: string) {
  return (eb: ExpressionBuilder<Tables, 'membership'>) =>
    eb.or([eb('membership.ends_at', 'is', null), eb('membership.ends_at', '>', now)])
}
