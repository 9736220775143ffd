import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { verifyPassage } from '@corroborate/testimony'
import { actTables, claimsById, passagesById, reviewsOf, textById } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import * as acts from './acts.ts'
import { ACT_MAPPING, ACTS, rowsOfActs } from './testing/exchange-trials.ts'
import { buildHouse, type House } from './testing/house.ts'

const NAME = 'Field office'

eachEngine((_engine, open) => {
  let house: House
  beforeAll(async () => {
    house = await buildHouse(await open())
  })

  const take = (csv: string) => {
    const { desk, investigation, document: source } = house
    const table = { investigation, name: NAME, source, language: 'en', mapping: ACT_MAPPING }
    return acts.takeActsIn(desk, { ...table, rows: rowsOfActs(csv, NAME) })
  }
  const kept = async () => {
    const { db } = house.store
    const [table] = await actTables(db, house.investigation)
    if (table === undefined) throw new Error('no table was taken in')
    const claims = await claimsById(
      db,
      house.investigation,
      table.rows.map(({ claim }) => claim),
    )
    return { table, claims, text: await textById(db, house.investigation, table.text) }
  }

  test('each row is a claim that walks back to its words, and waits for a second reading', async () => {
    const taken = valueOf(await take(ACTS))
    expect(taken.rows.map(({ row, came }) => [row, came])).toEqual([
      ['A1', 'created'],
      ['A2', 'created'],
    ])
    const { claims, text, table } = await kept()
    expect(table.mapping).toEqual(ACT_MAPPING)
    expect(claims.map(({ code, status, basis, roles }) => [code, status, basis.kind, roles[0]?.who])).toEqual(
      [
        ['A1', 'work-needed', 'document', { en: 'P1' }],
        ['A2', 'work-needed', 'document', { en: 'P2' }],
      ],
    )
    const passages = await passagesById(
      house.store.db,
      house.investigation,
      claims.map(({ passages: [first] }) => first),
    )
    for (const passage of passages) expect(text && verifyPassage(text, passage).ok).toBe(true)
    expect(passages.map(({ exact }) => /type: (.*)/.exec(exact)?.[1])).toEqual([
      'Arbitrary detention',
      'Torture',
    ])
  })

  test('the same table again changes nothing; a row that changed changes its claim, and one that is gone stays', async () => {
    expect(await take(ACTS)).toMatchObject({ ok: false, reason: 'nothing-new' })
    const before = await kept()
    const changed = ACTS.replace('Torture', 'Ill-treatment').replace(/A1.*\n/, 'A3,P3,Killing,2013-07-01\n')
    const taken = valueOf(await take(changed))
    expect(taken).toMatchObject({
      rows: [
        { row: 'A3', came: 'created' },
        { row: 'A2', came: 'changed' },
      ],
      gone: ['A1'],
    })
    const { claims, text } = await kept()
    expect(text?.version).toBe(2)
    const [first, second] = before.claims
    const now = claims.find(({ id }) => id === second?.id)
    expect(now).toMatchObject({ topic: 'ill-treatment', passages: second?.passages })
    const reviews = await reviewsOf(house.store.db, house.investigation, now?.id ?? house.claim)
    expect(reviews.map(({ verdict, words }) => [verdict, words])).toEqual([
      ['work-needed', 'Its row in “Field office” was changed.'],
    ])
    expect(claims.some(({ id }) => id === first?.id)).toBe(true)
    expect(await take(ACTS)).toMatchObject({ ok: true, value: { gone: ['A3'] } })
  })
})
