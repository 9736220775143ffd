import { refuse, type MemberId, type Refusal } from '@corroborate/base'
import { cardsOf, type Db } from '@corroborate/store'
import {
  digestOfCard,
  isSigned,
  type MemberCard,
  type Signed,
  type StatementKind,
} from '@corroborate/vault/sealing'
import type { Desk } from './desk.ts'

/** Whoever is at the desk, as a member. Throws when nobody is: the act let them through. */
export function memberAtDesk(desk: Pick<Desk, 'member'>): MemberId {
  if (desk.member === null || desk.member === 'operator')
    throw new Error('an act was let through that no member does')
  return desk.member
}

/** The newest keys of a member, and their digest; null where the member has none. */
export async function newestCard(
  db: Db,
  member: MemberId,
): Promise<{ readonly card: MemberCard; readonly digest: string } | null> {
  const newest = (await cardsOf(db, member)).at(-1)?.statement
  return newest ? { card: newest, digest: digestOfCard(newest) } : null
}

/**
 * Whether a statement was signed by whoever is at the desk, with their newest keys. The server asks so that mistakes are seen at once;
 * nobody's safety hangs on it, for every browser asks again.
 */
export async function faultOfAuthor(
  desk: Desk,
  kind: StatementKind,
  signed: Signed<{ readonly author: string; readonly authorCard: string }>,
): Promise<Refusal<'no-keys' | 'another-author' | 'bad-signature'> | null> {
  const member = memberAtDesk(desk)
  const keys = await newestCard(desk.store.db, member)
  if (!keys) return refuse('no-keys', 'you have not made your keys yet')
  const { author, authorCard } = signed.statement
  if (author !== member || authorCard !== keys.digest)
    return refuse('another-author', 'it was not signed with the newest keys of whoever sends it')
  return isSigned(kind, signed, keys.card.signing)
    ? null
    : refuse('bad-signature', 'the signature does not fit what was signed')
}
