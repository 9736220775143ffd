import { parseId, valueOf, type MemberId, type OpeningId } from '@corroborate/base'
import { cardsOf, custodianLists, rolesOf, sealedAt } from '@corroborate/store'
import {
  COPY,
  digestOfCard,
  digestOfCustodians,
  digestOfSealed,
  IDENTITY_KEY,
  makeCard,
  makeMemberKeys,
  publicHalvesOf,
  sealValue,
  signCustodians,
  type MemberKeys,
  type PublicHalves,
  type Recipient,
  type SealedRecord,
  type WrappedKeys,
} from '@corroborate/vault/sealing'
import {
  askOpening,
  enrolMember,
  grantRole,
  nameCustodians,
  publishMemberKeys,
  releaseOpening,
  sealIdentity,
} from '../acts.ts'
import type { Desk } from '../desk.ts'
import type { MemberRole } from '../permission.ts'
import { instant } from '../time.ts'
import { NOON, type House } from './house.ts'

/** Somebody who sits at a desk and has keys. */
export interface Keyed {
  readonly desk: Desk
  readonly member: MemberId
  readonly keys: MemberKeys
  readonly halves: PublicHalves
  /** The digest of the newest card. */
  readonly card: string
}

const TIME = instant(NOON)
/** What every trial seals that is of a sealed name. Invented. */
export const SEALED_NAME = 'Yūnus al-Muḫtāraʿ'

/** Keys of a shape that a server keeps; nobody unwraps them in these tests. */
export function wrappedFor(member: MemberId, halves: PublicHalves): WrappedKeys {
  const wrapped = { nonce: '0'.repeat(24), wrapped: 'AAAA' }
  return {
    ...{ format: 'corroborate-member-keys', version: 1, member, ...halves },
    byPassphrase: {
      ...wrapped,
      salt: '0'.repeat(32),
      kdf: { name: 'argon2id', memory: 65_536, passes: 3, lanes: 4 },
    },
    ...{ byRecoveryKey: wrapped, byPasskey: null },
  }
}

/** The next card of whoever is at the desk, with new keys, not yet published. */
export async function nextCard(desk: Desk) {
  const member = parseId<'member'>(desk.member ?? '')
  if (member === null) throw new Error('nobody is at the desk')
  const keys = await makeMemberKeys()
  const previous = (await cardsOf(desk.store.db, member)).at(-1)?.statement
  const card = await makeCard(keys, { member, time: TIME }, previous ? { previous, former: null } : null)
  return { desk, member, keys, halves: await publicHalvesOf(keys), card }
}

/** Makes and publishes keys for whoever is at the desk. */
export async function keyed(desk: Desk): Promise<Keyed> {
  const { card, ...made } = await nextCard(desk)
  valueOf(await publishMemberKeys(desk, { card, wrapped: wrappedFor(made.member, made.halves) }))
  return { ...made, card: digestOfCard(card.statement) }
}

/** A new member of the house with this role and keys. */
export async function keyedMember(house: House, role: MemberRole): Promise<Keyed> {
  const member = valueOf(await enrolMember(house.operator, { name: 'E. Keyholder' }))
  valueOf(await grantRole(house.operator, { investigation: house.investigation, member, role }))
  return keyed({ ...house.desk, member })
}

/** The member of the house as custodian with keys. */
export async function keyedCustodian({
  investigation,
  desk,
  member,
  operator,
  store,
}: House): Promise<Keyed> {
  if (!(await rolesOf(store.db, investigation, { member, now: TIME })).includes('identity-custodian'))
    valueOf(await grantRole(operator, { investigation, member, role: 'identity-custodian' }))
  return keyed(desk)
}

/** The next list of custodians, these and nobody else, signed by the first. */
export async function listOf(
  { investigation, store }: House,
  [first, ...others]: readonly [Keyed, ...Keyed[]],
) {
  const before = (await custodianLists(store.db, investigation)).at(-1)?.statement
  const statement = {
    ...{
      investigation,
      version: (before?.version ?? 0) + 1,
      previous: before ? digestOfCustodians(before) : null,
    },
    ...{ author: first.member, authorCard: first.card, time: TIME },
    custodians: [first, ...others].map(({ member, card }) => ({ member, card })),
    identityKey: { recipient: first.halves.recipient, split: null },
  }
  return { investigation, list: signCustodians(statement, first.keys) }
}

/** A value sealed by somebody to these, for the place's next version. */
export async function sealedBy(
  { investigation, store }: House,
  author: Keyed,
  what: {
    readonly record: string
    readonly field: string
    readonly value: string
    readonly to: readonly Recipient[]
  },
): Promise<SealedRecord> {
  const before = await sealedAt(store.db, investigation, what)
  const context = {
    ...{ investigation, record: what.record, field: what.field, author: author.member, time: TIME },
    ...{ version: (before?.statement.version ?? 0) + 1, previous: before ? digestOfSealed(before) : null },
  }
  return valueOf(await sealValue(what.value, context, { author, recipients: what.to }))
}

/** The recipients of a list with this one custodian. */
export function toCustodian({ member, halves: { recipient } }: Keyed): readonly Recipient[] {
  return [
    { name: IDENTITY_KEY, recipient },
    { name: member, recipient },
  ]
}

/** A custodian who is in the list, and the witness's name sealed to them, not yet sent. */
export async function nameToSeal(house: House) {
  const custodian = await keyedCustodian(house)
  valueOf(await nameCustodians(custodian.desk, await listOf(house, [custodian])))
  const what = { record: house.witness, field: 'name', value: SEALED_NAME, to: toCustodian(custodian) }
  return { custodian, sealed: await sealedBy(house, custodian, what) }
}

/** A sealed name that somebody asked to open. */
export async function askedBy(house: House, ask: (custodian: Keyed) => Promise<Keyed>) {
  const { custodian, sealed } = await nameToSeal(house)
  valueOf(await sealIdentity(custodian.desk, { investigation: house.investigation, sealed }))
  const asker = await ask(custodian)
  const asked = {
    investigation: house.investigation,
    record: house.witness,
    field: 'name',
    reason: 'To warn them.',
  }
  return { custodian, asker, opening: valueOf(await askOpening(asker.desk, asked)) }
}

/** The copy that a custodian seals to whoever asked. */
export function copyFor(house: House, by: Keyed, { asker, opening }: { asker: Keyed; opening: OpeningId }) {
  const to = [{ name: asker.member, recipient: asker.halves.recipient }]
  return sealedBy(house, by, { record: opening, field: COPY, value: SEALED_NAME, to })
}

/** An opening that the member of the house asked for and another custodian released. */
export async function releasedToMember(house: House) {
  const asked = await askedBy(house, (custodian) => Promise.resolve(custodian))
  const second = await keyedMember(house, 'identity-custodian')
  const copy = await copyFor(house, second, asked)
  valueOf(
    await releaseOpening(second.desk, { investigation: house.investigation, opening: asked.opening, copy }),
  )
  return { ...asked, second }
}
