import type { InvestigationId, OpeningId } from '@corroborate/base'
import {
  cardsOf,
  comparisonsBy,
  custodianLists,
  memberById,
  members,
  membershipsIn,
  openings,
  rolesOf,
  sealedOf,
  sealedVersion,
  wrappedKeysOf,
  type Db,
} from '@corroborate/store'
import type { SealedRecord } from '@corroborate/vault/sealing'
import type { CustodiansView, KeysView, MemberCards, SealingView } from '../shapes-of-sealing.ts'
import { readingIn, type Reader } from './reader.ts'
import { instant } from '../time.ts'

/** My own keys as I wrapped them, everybody's cards, and whom I compared. Null to who is not a member. */
export async function readKeys(reader: Reader): Promise<KeysView | null> {
  const { member } = reader
  if (member === null || member === 'operator') return null
  const { db } = reader.store
  const me = await memberById(db, member)
  if (!me) return null
  const directory: MemberCards[] = []
  for (const { id, name } of await members(db))
    directory.push({ member: id, name, cards: await cardsOf(db, id) })
  return {
    me,
    wrapped: await wrappedKeysOf(db, member),
    directory: directory.filter(({ cards }) => cards.length > 0),
    comparisons: await comparisonsBy(db, member),
  }
}

/** What is sealed of this record, to whom it would be sealed now, and who asked to open it? */
export function readSealing(
  reader: Reader,
  { investigation, record }: { readonly investigation: InvestigationId; readonly record: string },
): Promise<SealingView | null> {
  return readingIn(reader, investigation, async (db) => ({
    ...(await custodiansIn(db, investigation, instant(reader.clock()))),
    values: await sealedOf(db, investigation, record),
    openings: await openings(db, investigation, { record }),
  }))
}

/** To whom are identities sealed here, and who asked to open any? */
export function readCustodians(
  reader: Reader,
  investigation: InvestigationId,
): Promise<CustodiansView | null> {
  return readingIn(reader, investigation, async (db) => ({
    ...(await custodiansIn(db, investigation, instant(reader.clock()))),
    openings: await openings(db, investigation),
  }))
}

async function custodiansIn(db: Db, investigation: InvestigationId, now: string) {
  return {
    lists: await custodianLists(db, investigation),
    custodians: (await membershipsIn(db, [investigation], now))
      .filter(({ role }) => role === 'identity-custodian')
      .map(({ member, name }) => ({ member, name })),
  }
}

/** The ciphertext of what somebody else asked to open: a custodian needs it to release it, and gets it in no other way. */
export function readSealedAsked(
  reader: Reader,
  { investigation, opening }: { readonly investigation: InvestigationId; readonly opening: OpeningId },
): Promise<SealedRecord | null> {
  return readingIn(reader, investigation, async (db) => {
    const { member } = reader
    const [asked] = await openings(db, investigation, { id: opening })
    if (!asked || member === null || member === 'operator' || asked.askedBy === member) return null
    const roles = await rolesOf(db, investigation, { member, now: instant(reader.clock()) })
    return roles.includes('identity-custodian') ? sealedVersion(db, investigation, asked) : null
  })
}
