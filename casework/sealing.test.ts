import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { openValue, trustedBy } from '@corroborate/vault/sealing'
import { eachEngine } from '../store/testing/engines.ts'
import { askOpening, nameCustodians, noteOpened, releaseOpening, sealIdentity, takeRole } from './acts.ts'
import { NOT_FOUND } from './act.ts'
import { makeMemory } from './memory.ts'
import { readKeys, readSealedAsked, readSealing } from './reads.ts'
import { buildHouse, everythingIn, type House } from './testing/house.ts'
import {
  askedBy,
  copyFor,
  keyedCustodian,
  keyedMember,
  listOf,
  nameToSeal,
  releasedToMember,
  SEALED_NAME,
  sealedBy,
  toCustodian,
} from './testing/sealed.ts'

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  beforeAll(async () => {
    house = await buildHouse(await opened)
  })
  const reader = (desk: House['desk']) => ({ ...desk, memory: makeMemory() })

  test('two who seal one record at one moment: the second is told, and nothing is written over', async () => {
    const { custodian, sealed } = await nameToSeal(house)
    const at = { investigation: house.investigation }
    const what = { record: house.witness, field: 'name', value: 'Other', to: toCustodian(custodian) }
    const other = await sealedBy(house, custodian, what)
    valueOf(await sealIdentity(custodian.desk, { ...at, sealed }))
    expect(await sealIdentity(custodian.desk, { ...at, sealed: other })).toMatchObject({
      reason: 'version-taken',
    })
    const view = await readSealing(reader(custodian.desk), { ...at, record: house.witness })
    expect(view?.values).toEqual([{ statement: sealed.statement, signature: sealed.signature }])
  })

  test('a value sealed to anybody but the present custodians is not taken', async () => {
    const { custodian } = await nameToSeal(house)
    const friend = await keyedMember(house, 'researcher')
    const to = [...toCustodian(custodian), { name: friend.member, recipient: friend.halves.recipient }]
    const sealed = await sealedBy(house, custodian, {
      record: house.witness,
      field: 'contact',
      value: '1',
      to,
    })
    expect(await sealIdentity(custodian.desk, { investigation: house.investigation, sealed })).toMatchObject({
      reason: 'unlisted-recipient',
    })
  })

  test('the ciphertext goes to another custodian who releases it, and to nobody else', async () => {
    const { custodian, asker, opening } = await askedBy(house, () => keyedMember(house, 'researcher'))
    const at = { investigation: house.investigation, opening }
    expect(await readSealedAsked(reader(custodian.desk), at)).toMatchObject({ statement: { field: 'name' } })
    for (const desk of [asker.desk, house.stranger, house.operator, { ...house.desk, member: null }])
      expect(await readSealedAsked(reader(desk), at)).toBeNull()
    const asking = await askedBy(house, (one) => Promise.resolve(one))
    expect(await readSealedAsked(reader(house.desk), { ...at, opening: asking.opening })).toBeNull()
  })

  test('who asked opens the copy with their own key, once it was released, and the ledger tells each time', async () => {
    const { asker, opening, second } = await releasedToMember(house)
    const at = { investigation: house.investigation, opening }
    const copy = valueOf(await noteOpened(asker.desk, at))
    const keys = await readKeys(reader(asker.desk))
    const directory = (keys?.directory ?? []).map(({ member, cards }) => ({
      member: String(member),
      cards: cards.map((card) => ({
        card: card.statement,
        digest: copy.statement.authorCard,
        succeeds: false,
      })),
    }))
    const trusted = {
      ...trustedBy({ member: asker.member, signing: asker.halves.signing }, [], []),
      byDigest: new Map(
        directory.flatMap(({ member, cards }) =>
          member === second.member ? cards.map((one) => [one.digest, one.card]) : [],
        ),
      ),
    }
    const expected = {
      investigation: house.investigation,
      record: opening,
      field: 'copy',
      seen: null,
      mayReceive: () => true,
    }
    expect(await openValue(copy, expected, { trusted, keys: asker.keys })).toMatchObject({
      value: { value: SEALED_NAME },
    })
    expect(await noteOpened(second.desk, at)).toEqual(NOT_FOUND)
    const view = await readSealing(reader(asker.desk), { ...at, record: house.witness })
    expect(view?.openings[0]).toMatchObject({
      id: opening,
      reason: 'To warn them.',
      releasedBy: second.member,
    })
    expect(view?.openings[0]?.openedAt).not.toBeNull()
  })

  test('an opening is released once, and only to whoever asked', async () => {
    const asked = await askedBy(house, () => keyedMember(house, 'researcher'))
    const at = { investigation: house.investigation, opening: asked.opening }
    const forOneself = await copyFor(house, asked.custodian, { ...asked, asker: asked.custodian })
    expect(await releaseOpening(asked.custodian.desk, { ...at, copy: forOneself })).toMatchObject({
      reason: 'unlisted-recipient',
    })
    const copy = await copyFor(house, asked.custodian, asked)
    valueOf(await releaseOpening(asked.custodian.desk, { ...at, copy }))
    expect(await releaseOpening(asked.custodian.desk, { ...at, copy })).toMatchObject({
      reason: 'released-before',
    })
  })

  test('a removed custodian is sealed to no more, and gets nothing more', async () => {
    const [custodian, removed] = [await keyedCustodian(house), await keyedMember(house, 'identity-custodian')]
    valueOf(await nameCustodians(custodian.desk, await listOf(house, [custodian, removed])))
    const role = {
      investigation: house.investigation,
      member: removed.member,
      role: 'identity-custodian',
    } as const
    valueOf(await takeRole(house.operator, role))
    expect(await nameCustodians(custodian.desk, await listOf(house, [custodian, removed]))).toMatchObject({
      reason: 'no-custodian',
    })
    valueOf(await nameCustodians(custodian.desk, await listOf(house, [custodian])))
    const to = [...toCustodian(custodian), { name: removed.member, recipient: removed.halves.recipient }]
    const sealed = await sealedBy(house, custodian, { record: house.second, field: 'name', value: '1', to })
    expect(await sealIdentity(custodian.desk, { investigation: house.investigation, sealed })).toMatchObject({
      reason: 'unlisted-recipient',
    })
    const asking = { investigation: house.investigation, record: house.witness, field: 'name', reason: 'x' }
    expect(await askOpening(removed.desk, asking)).toEqual(NOT_FOUND)
  })

  test('nothing that was sealed stands in any table', async () => {
    expect(await everythingIn(house.store)).not.toContain(SEALED_NAME)
  })
})
