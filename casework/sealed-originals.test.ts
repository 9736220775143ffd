import { beforeAll, expect, test } from 'vitest'
import { derivedId, valueOf, type TextId } from '@corroborate/base'
import { contentsOf, sealedOfEach, textById, textsOf } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import { addText, eraseTestimony, nameCustodians, withdrawConsent } from './acts.ts'
import { buildHouse, everythingIn, type House } from './testing/house.ts'
import { keyedCustodian, listOf, sealedBy, toCustodian, type Keyed } from './testing/sealed.ts'

/** Invented; as it would stand inside. */
const KEPT = '{"tokens":[["⟦P1⟧","Invented Zarif"]]}'

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  let custodian: Keyed
  beforeAll(async () => {
    house = await buildHouse(await opened)
    custodian = await keyedCustodian(house)
    valueOf(await nameCustodians(custodian.desk, await listOf(house, [custodian])))
  })

  const sealedFor = (record: string, more: { field?: string; to?: ReturnType<typeof toCustodian> } = {}) =>
    sealedBy(house, custodian, {
      record,
      field: 'original',
      value: KEPT,
      to: toCustodian(custodian),
      ...more,
    })

  const added = async (words: string, sealed: Awaited<ReturnType<typeof sealedFor>>) => {
    const { desk, investigation, witness: source } = house
    const piece = { words, paragraph: false, from: null, to: null, doubt: null }
    return addText(desk, {
      ...{ investigation, source, code: null, title: { en: 'x' }, language: 'en', kind: 'transcript' },
      ...{ translationOf: null, spoken: [{ speaker: 'W1', pieces: [piece] }], sealed },
      readFrom: { file: 'x', sha256: 'a'.repeat(64), form: 'plain', machine: null },
    })
  }

  test('a text and what its tokens stand for are kept in one breath, under the id for which that was sealed', async () => {
    const id: TextId = derivedId('text', 'one')
    const sealed = await sealedFor(id)
    expect(valueOf(await added('⟦P1⟧ came.', sealed))).toBe(id)
    const { db } = house.store
    expect(await textById(db, house.investigation, id)).toMatchObject({ content: 'W1: ⟦P1⟧ came.' })
    expect(await sealedOfEach(db, house.investigation, 'original')).toEqual([sealed])
    expect(await everythingIn(house.store)).not.toContain('Zarif')
  })

  test('and where one of the two is refused, neither is', async () => {
    const before = await everythingIn(house.store)
    const { recipient } = custodian.halves
    const taken = await textsOf(house.store.db, house.investigation, house.witness)
    const other = derivedId('text', 'two')
    for (const [sealed, reason] of [
      [await sealedFor(other, { to: [{ name: custodian.member, recipient }] }), 'unlisted-recipient'],
      [await sealedFor(other, { field: 'name' }), 'wrong-context'],
      [await sealedFor('somewhere'), 'wrong-context'],
      [await sealedFor(taken[0]?.id ?? ''), 'wrong-context'],
    ] as const)
      expect(await added('⟦P1⟧ left.', sealed)).toMatchObject({ ok: false, reason })
    expect(await added(' ', await sealedFor(other))).toMatchObject({ reason: 'empty' })
    expect(await everythingIn(house.store)).toBe(before)
  })

  test('erasing a testimony leaves no token to put a name in the place of, and no content of the entry; the ciphertext stays', async () => {
    const id: TextId = derivedId('text', 'three')
    valueOf(await added('⟦P1⟧ rests.', await sealedFor(id)))
    const { desk, investigation, consent, store } = house
    const entries = async () => {
      const held: unknown[] = []
      for await (const { content } of contentsOf(store.db, investigation)) held.push(content)
      return held.filter((content) => JSON.stringify(content).includes(`"record":"${id}"`))
    }
    expect(await entries()).toHaveLength(1)
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    valueOf(await eraseTestimony(desk, { investigation, consent }))
    expect((await textById(store.db, investigation, id))?.content).not.toContain('⟦')
    expect(await entries()).toEqual([])
    const left = await sealedOfEach(store.db, investigation, 'original')
    expect(left.map(({ statement }) => statement.record)).toContain(id)
  })
})
