import type { InvestigationId, MemberId } from '@corroborate/base'
import type { MemberTable } from '../member-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll } from './insert.ts'

export interface Member {
  readonly id: MemberId
  readonly name: string
}

export async function insertMember(db: Db, member: Member & { readonly createdAt: string }): Promise<void> {
  const row: MemberTable = { id: member.id, name: member.name, created_at: member.createdAt }
  await insertAll(db, 'member', [row])
}

export async function memberById(db: Db, id: MemberId): Promise<Member | null> {
  const found = await db.selectFrom('member').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
  return found ?? null
}

/** Who works here? In the order in which they came. */
export async function members(db: Db): Promise<readonly Member[]> {
  return db.selectFrom('member').select(['id', 'name']).orderBy('created_at').orderBy('id').execute()
}

/** What may this member do here? Nothing, when there is no such investigation or they are not of it. */
export async function rolesOf(
  db: Db,
  investigation: InvestigationId,
  member: MemberId,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .where('investigation', '=', investigation)
    .where('member', '=', member)
    .orderBy('role')
    .execute()
  return rows.map((row) => row.role)
}

/** Who is of this investigation, and as what? */
export async function membersOf(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly (Member & { readonly roles: readonly string[] })[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member')
    .select(['member.id', 'member.name', 'membership.role'])
    .where('membership.investigation', '=', investigation)
    .orderBy('member.name')
    .orderBy('member.id')
    .orderBy('membership.role')
    .execute()
  const each = Map.groupBy(rows, (row) => row.id)
  return [...each.values()].flatMap(([first, ...more]) =>
    first ? [{ id: first.id, name: first.name, roles: [first, ...more].map((row) => row.role) }] : [],
  )
}

export async function giveRole(
  db: Db,
  given: { readonly investigation: InvestigationId; readonly member: MemberId; readonly role: string },
): Promise<void> {
  await db
    .insertInto('membership')
    .values(given)
    .onConflict((conflict) => conflict.doNothing())
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
