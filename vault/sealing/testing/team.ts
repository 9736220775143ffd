import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { digestOfCard, knownMember, makeCard, type KnownMember, type SignedCard } from '../member-card.ts'
import { makeMemberKeys, publicHalvesOf, type MemberKeys } from '../member-keys.ts'
import type { Expected } from '../open-record.ts'
import type { Author, SealedContext } from '../sealed-record.ts'
import { signComparison, trustedBy, type Trusted } from '../trusted.ts'

export const TIME = '2026-11-26T10:00:00.000Z'

/** A member with keys and a directory entry. */
export interface Person {
  readonly name: string
  readonly keys: MemberKeys
  readonly card: SignedCard
  readonly recipient: string
  readonly author: Author
}

export async function person(name: string): Promise<Person> {
  const keys = await makeMemberKeys()
  const card = await makeCard(keys, { member: name, time: TIME })
  const { recipient } = await publicHalvesOf(keys)
  return { name, keys, card, recipient, author: { keys, card: digestOfCard(card.statement) } }
}

export function directoryOf(...people: readonly { name: string; card: SignedCard }[]): KnownMember[] {
  return people.map(({ name, card }) => {
    const known = knownMember(name, [card])
    if (!known.ok) throw new Error(known.detail)
    return known.value
  })
}

/** What a member trusts who met all the others. */
export async function trustOf(me: Person, ...met: readonly Person[]): Promise<Trusted> {
  const said = met.map(({ name, author }) =>
    signComparison({ by: me.name, member: name, card: author.card, time: TIME }, me.keys),
  )
  const { signing } = await publicHalvesOf(me.keys)
  return trustedBy({ member: me.name, signing }, directoryOf(me, ...met), said)
}

export const PLACE = { investigation: 'inv', record: 'source-a', field: 'name' }

export function contextBy(author: Person, changes: Partial<SealedContext> = {}): SealedContext {
  return { ...PLACE, version: 1, previous: null, author: author.name, time: TIME, ...changes }
}

/** An expectation that lets these people receive. */
export function expecting(receivers: readonly Person[], changes: Partial<Expected> = {}): Expected {
  const mayReceive: Expected['mayReceive'] = ({ name, recipient }) =>
    receivers.some((one) => one.name === name && one.recipient === recipient)
  return { ...PLACE, seen: null, mayReceive, ...changes }
}

export function receiversOf(...people: readonly Person[]) {
  return people.map(({ name, recipient }) => ({ name, recipient }))
}

export function randomText(bytes: number): string {
  return bytesToHex(randomBytes(bytes))
}
