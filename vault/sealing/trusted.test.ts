import { beforeAll, describe, expect, test } from 'vitest'
import {
  currentCustodians,
  digestOfCustodians,
  IDENTITY_KEY,
  recipientsOf,
  signCustodians,
  type Custodians,
} from './custodians.ts'
import { digestOfCard, knownMember, makeCard } from './member-card.ts'
import { makeMemberKeys, publicHalvesOf } from './member-keys.ts'
import { safetyNumber } from './safety-number.ts'
import { signComparison, trustedBy } from './trusted.ts'
import { directoryOf, person, TIME, trustOf, type Person } from './testing/team.ts'

let amal: Person
let basma: Person
let chidi: Person

beforeAll(async () => {
  ;[amal, basma, chidi] = await Promise.all([person('amal'), person('basma'), person('chidi')])
})

async function me(of: Person) {
  return { member: of.name, signing: (await publicHalvesOf(of.keys)).signing }
}

describe('the directory of members', () => {
  test('holds a chain of cards, each signed by its own key', async () => {
    const next = await makeCard(
      await makeMemberKeys(),
      { member: 'amal', time: TIME },
      { previous: amal.card.statement, former: amal.keys },
    )
    const known = knownMember('amal', [amal.card, next])
    expect(known.ok && known.value.cards.map(({ succeeds }) => succeeds)).toEqual([false, true])
  })

  test('refuses a card under another name, out of order, or with another key put in', () => {
    const { card } = amal
    expect(knownMember('basma', [card])).toMatchObject({ reason: 'wrong-member' })
    expect(knownMember('amal', [card, card])).toMatchObject({ reason: 'broken-chain' })
    const swapped = { ...card, statement: { ...card.statement, recipient: basma.recipient } }
    expect(knownMember('amal', [swapped])).toMatchObject({ reason: 'bad-signature' })
  })
})

describe('a member trusts', () => {
  test('nobody but themselves at first', async () => {
    const trusted = trustedBy(await me(amal), directoryOf(amal, basma), [])
    expect(trusted.newest('amal')?.recipient).toBe(amal.recipient)
    expect(trusted.newest('basma')).toBeNull()
  })

  test('whom they compared, and no key that a server puts in that place', async () => {
    const said = signComparison(
      { by: 'amal', member: 'basma', card: basma.author.card, time: TIME },
      amal.keys,
    )
    expect(trustedBy(await me(amal), directoryOf(amal, basma), [said]).newest('basma')?.recipient).toBe(
      basma.recipient,
    )
    const impostor = { ...(await person('basma')), name: 'basma' }
    expect(trustedBy(await me(amal), directoryOf(amal, impostor), [said]).newest('basma')).toBeNull()
  })

  test('no comparison that somebody else signed in their name', async () => {
    const said = signComparison(
      { by: 'amal', member: 'basma', card: basma.author.card, time: TIME },
      basma.keys,
    )
    expect(trustedBy(await me(amal), directoryOf(amal, basma), [said]).newest('basma')).toBeNull()
  })

  test('a new key that the compared one signed, and none that it did not', async () => {
    const said = signComparison(
      { by: 'amal', member: 'basma', card: basma.author.card, time: TIME },
      amal.keys,
    )
    const keys = await makeMemberKeys()
    const before = { previous: basma.card.statement, former: basma.keys }
    for (const former of [basma.keys, null]) {
      const next = await makeCard(keys, { member: 'basma', time: TIME }, { ...before, former })
      const known = knownMember('basma', [basma.card, next])
      const directory = [...directoryOf(amal), ...(known.ok ? [known.value] : [])]
      const trusted = trustedBy(await me(amal), directory, [said])
      expect(trusted.newest('basma')?.version).toBe(former ? 2 : undefined)
      expect(trusted.byDigest.has(basma.author.card)).toBe(true)
      expect(trusted.byDigest.has(digestOfCard(next.statement))).toBe(former !== null)
    }
  })
})

describe('the safety number', () => {
  test('is twelve groups of five digits, the same for both', () => {
    const number = safetyNumber(amal.card.statement, basma.card.statement)
    expect(number).toHaveLength(12)
    expect(number.join('')).toMatch(/^\d{60}$/)
    expect(safetyNumber(basma.card.statement, amal.card.statement)).toEqual(number)
  })

  test('changes with any key', async () => {
    const other = await person('basma')
    expect(safetyNumber(amal.card.statement, other.card.statement)).not.toEqual(
      safetyNumber(amal.card.statement, basma.card.statement),
    )
  })
})

describe('the list of custodians', () => {
  function listed(author: Person, custodians: readonly Person[], changes: Partial<Custodians> = {}) {
    const statement: Custodians = {
      ...{
        investigation: 'inv',
        version: 1,
        previous: null,
        author: author.name,
        authorCard: author.author.card,
        time: TIME,
      },
      custodians: custodians.map(({ name, author: { card } }) => ({ member: name, card })),
      identityKey: { recipient: chidi.recipient, split: null },
      ...changes,
    }
    return signCustodians(statement, author.keys)
  }

  test('names everybody that a value is sealed to, and the investigation’s own key', async () => {
    const trusted = await trustOf(amal, basma)
    const current = currentCustodians('inv', [listed(basma, [amal, basma])], { trusted, seen: 0 })
    const recipients = current.ok ? recipientsOf(current.value, trusted) : current
    expect(recipients.ok && recipients.value.map(({ name }) => name)).toEqual([IDENTITY_KEY, 'amal', 'basma'])
  })

  test('is refused from a stranger, from somebody who was no custodian, for another investigation, or changed', async () => {
    const trusted = await trustOf(amal, basma)
    const read = (...versions: ReturnType<typeof listed>[]) =>
      currentCustodians('inv', versions, { trusted, seen: 0 })
    expect(read(listed(chidi, [chidi]))).toMatchObject({ reason: 'unknown-author' })
    const first = listed(amal, [amal])
    const second = listed(basma, [basma], { version: 2, previous: digestOfCustodians(first.statement) })
    expect(read(first, second)).toMatchObject({ reason: 'unknown-author' })
    expect(read(listed(amal, [amal], { investigation: 'other' }))).toMatchObject({
      reason: 'wrong-investigation',
    })
    expect(read({ ...first, statement: listed(amal, [amal, chidi]).statement })).toMatchObject({
      reason: 'bad-signature',
    })
    expect(read(second)).toMatchObject({ reason: 'broken-chain' })
    expect(read()).toMatchObject({ reason: 'no-custodian' })
  })

  test('does not go back: a server that hides a removal is noticed', async () => {
    const trusted = await trustOf(amal, basma)
    const first = listed(amal, [amal, basma])
    expect(currentCustodians('inv', [first], { trusted, seen: 2 })).toMatchObject({ reason: 'lower-version' })
  })

  test('with a hidden member gives no recipients: nobody compared their key', async () => {
    const trusted = await trustOf(amal, basma)
    const current = currentCustodians('inv', [listed(basma, [basma, chidi])], { trusted, seen: 0 })
    expect(current.ok && recipientsOf(current.value, trusted)).toMatchObject({
      ok: false,
      reason: 'unknown-author',
    })
  })

  test('with a custodian whose public key was swapped gives no recipients', async () => {
    const impostor = await person('basma')
    const said = signComparison(
      { by: 'amal', member: 'basma', card: basma.author.card, time: TIME },
      amal.keys,
    )
    const trusted = trustedBy(await me(amal), directoryOf(amal, impostor), [said])
    const current = currentCustodians('inv', [listed(amal, [amal, basma])], { trusted, seen: 0 })
    expect(current.ok && recipientsOf(current.value, trusted)).toMatchObject({
      ok: false,
      reason: 'unknown-author',
    })
  })
})
