import { beforeAll, expect, test } from 'vitest'
import { derivedId, valueOf, type MemberId } from '@corroborate/base'
import type { KeysView } from '@corroborate/server/api'
import {
  digestOfCard,
  digestOfCustodians,
  digestOfSealed,
  makeCard,
  makeIdentityKey,
  makeMemberKeys,
  publicHalvesOf,
  signComparison,
  signCustodians,
  type MemberKeys,
  type SignedCard,
} from '@corroborate/vault/sealing'
import { circleOf, noteCards } from './circle.ts'
import { custodiansKnown } from './custodians-known.ts'
import { sealNext, valueKnown } from './sealed-values.ts'
import { seenIn } from './seen.ts'

const TIME = '2026-11-26T10:00:00.000Z'
const PLACE = { record: 'source', field: 'name' }

interface Somebody {
  readonly member: MemberId
  readonly keys: MemberKeys
  readonly card: SignedCard
}

let me: Somebody
let other: Somebody

beforeAll(async () => {
  me = await somebody('me')
  other = await somebody('other')
})

async function somebody(name: string): Promise<Somebody> {
  const [member, keys] = [derivedId('member', name), await makeMemberKeys()]
  return { member, keys, card: await makeCard(keys, { member, time: TIME }) }
}

/** A browser's storage that begins empty. */
function emptySeen() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
  return seenIn(storage, me.member)
}

/** The circle as I see it who compared with the other, when the server shows these cards as theirs. */
async function circleWith(cards: readonly SignedCard[], seen = emptySeen()) {
  const card = digestOfCard(other.card.statement)
  const said = signComparison({ by: me.member, member: other.member, card, time: TIME }, me.keys)
  const directory: KeysView['directory'] = [
    { member: me.member, name: 'Me', cards: [me.card] },
    { member: other.member, name: 'Other', cards },
  ]
  const own = { member: me.member, keys: me.keys, halves: await publicHalvesOf(me.keys) }
  return circleOf({ directory, comparisons: [said] }, own, seen)
}

async function stateOfOther(cards: readonly SignedCard[], seen = emptySeen()) {
  const { people } = await circleWith(cards, seen)
  const { state, fault } = people[1] ?? {}
  return [state, fault?.reason ?? null]
}

test('the key that was compared is trusted, and the next one that it signed', async () => {
  expect(await stateOfOther([other.card])).toEqual(['trusted', null])
  const succession = { previous: other.card.statement, former: other.keys }
  const next = await makeCard(await makeMemberKeys(), { member: other.member, time: TIME }, succession)
  expect(await stateOfOther([other.card, next])).toEqual(['trusted', null])
})

test('a new key that the old one did not sign must be compared again', async () => {
  const lost = { previous: other.card.statement, former: null }
  const next = await makeCard(await makeMemberKeys(), { member: other.member, time: TIME }, lost)
  expect(await stateOfOther([other.card, next])).toEqual(['changed', null])
})

test('an exchanged key is told from the one that was seen; one of which fewer versions are shown is refused', async () => {
  const seen = emptySeen()
  const succession = { previous: other.card.statement, former: other.keys }
  const next = await makeCard(await makeMemberKeys(), { member: other.member, time: TIME }, succession)
  noteCards(await circleWith([other.card, next], seen))
  expect(await stateOfOther([other.card], seen)).toEqual(['refused', 'lower-version'])
  const forged = await makeCard(await makeMemberKeys(), { member: other.member, time: TIME })
  expect(await stateOfOther([forged])).toEqual(['changed', null])
  const again = await makeCard(
    await makeMemberKeys(),
    { member: other.member, time: TIME },
    { previous: forged.statement, former: null },
  )
  expect(await stateOfOther([forged, again], seen)).toEqual(['refused', 'other-version'])
})

test('nothing is signed when the directory shows other keys of mine than those opened here', async () => {
  const circle = await circleWith([other.card])
  expect(circle.author?.card).toBe(digestOfCard(me.card.statement))
  const stranger = await somebody('me')
  const directory = [{ member: me.member, name: 'Me', cards: [stranger.card] }]
  expect(circleOf({ directory, comparisons: [] }, circle.own, emptySeen()).author).toBe(null)
})

test('an older list of custodians, an older value, and a value that is hidden are refused by what was seen', async () => {
  const circle = await circleWith([other.card])
  const [first, second] = [await listOf(circle, [other]), await listOf(circle, [me, other])]
  const later = { ...second.statement, version: 2, previous: digestOfCustodians(first.statement) }
  const lists = [first, signCustodians(later, me.keys)]
  expect(custodiansKnown('inv', lists, circle)).toMatchObject({ ok: false, reason: 'unknown-author' })
  const custodians = valueOf(custodiansKnown('inv', [second], circle))
  const at = { investigation: 'inv', circle, custodians }
  const what = { ...PLACE, value: 'Invented', time: TIME }
  const one = valueOf(await sealNext(at, what, null))
  const two = valueOf(await sealNext(at, what, one))
  expect(valueOf(valueKnown(at, PLACE, [two]))).toBe(two)
  expect(valueKnown(at, PLACE, [one])).toMatchObject({ ok: false, reason: 'lower-version' })
  expect(valueKnown(at, PLACE, [])).toMatchObject({ ok: false, reason: 'lower-version' })
  const fork = valueOf(await sealNext(at, what, one))
  expect(digestOfSealed(fork)).not.toBe(digestOfSealed(two))
  expect(valueKnown(at, PLACE, [fork])).toMatchObject({ ok: false, reason: 'other-version' })
  expect(custodiansKnown('inv', [], circle)).toMatchObject({ ok: false, reason: 'lower-version' })
})

test('nothing is sealed to a custodian whose key was exchanged', async () => {
  const circle = await circleWith([other.card])
  const list = await listOf(circle, [me, other])
  const forged = await makeCard(await makeMemberKeys(), { member: other.member, time: TIME })
  const deceived = await circleWith([forged])
  const at = {
    ...{ investigation: 'inv', circle: deceived },
    custodians: valueOf(custodiansKnown('inv', [list], deceived)),
  }
  expect(await sealNext(at, { ...PLACE, value: 'Invented', time: TIME }, null)).toMatchObject({
    ok: false,
    reason: 'unknown-author',
  })
})

type Circle = Awaited<ReturnType<typeof circleWith>>

async function listOf(circle: Circle, custodians: readonly Somebody[]) {
  const { recipient } = await makeIdentityKey()
  const list = {
    ...{ investigation: 'inv', version: 1, previous: null, author: circle.me },
    ...{ authorCard: digestOfCard(me.card.statement), time: TIME },
    custodians: custodians.map(({ member, card }) => ({ member, card: digestOfCard(card.statement) })),
    identityKey: { recipient, split: null },
  }
  return signCustodians(list, me.keys)
}
