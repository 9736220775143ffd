import { expect, test } from 'vitest'
import { buildHouse } from '../../casework/testing/house.ts'
import { signingForTest } from '../../casework/testing/packages.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type { LedgerPage, PackagesView } from './api.ts'
import { postedJson, served } from './testing/served.ts'

eachEngine((_engine, open) => {
  const settled = open().then(async (store) => {
    const house = await buildHouse(store)
    const server = served(store, { signing: await signingForTest() })
    return { house, server, session: await server.signIn(house.member) }
  })

  test('what was made is listed with its scope, what is in it, and what is withheld and why', async () => {
    const { house, server, session } = await settled
    const at = `/api/investigations/${house.investigation}/packages`
    const scope = { kind: 'request', recipient: 'icc', findings: [house.finding] }
    const made = await server.ask(at, { ...postedJson({ scope }), session })
    await made.arrayBuffer()
    const view = (await (await server.ask(at, { session })).json()) as PackagesView
    expect(view).toMatchObject({ received: [], open: 0 })
    expect(view.key).toMatch(/^corroborate[.]invalid\//)
    expect(view.made).toHaveLength(1)
    expect(view.made[0]).toMatchObject({
      ...{ scope: 'request', recipient: 'icc', by: 'A. Researcher', given: { findings: 1, claims: 0 } },
      of: [expect.stringMatching(/^F-/)],
      withheld: { claims: { 'not-allowed': 1, 'not-covered': 2 } },
    })
    const stranger = await server.signIn(house.strangerId)
    expect((await server.ask(at, { session: stranger })).status).toBe(404)
  })

  test('the ledger is narrowed to a person, an act, days and a record, and says what it can be narrowed to', async () => {
    const { house, server, session } = await settled
    const at = `/api/investigations/${house.investigation}/ledger`
    const lines = async (query: string) =>
      (await (await server.ask(`${at}?${query}`, { session })).json()) as LedgerPage
    const all = await lines('')
    expect(all.acts).toContain('claim.stated')
    expect(all.actors).toContainEqual({ id: house.member, name: 'A. Researcher' })
    const claims = await lines('act=claim.stated')
    expect(claims.entries.length).toBeGreaterThan(0)
    expect(claims.entries.every(({ act }) => act === 'claim.stated')).toBe(true)
    const code = claims.entries[0]?.code ?? ''
    const ofOne = await lines(`record=${code}`)
    expect(ofOne.entries).toContainEqual(claims.entries[0])
    expect(new Set(ofOne.entries.map((entry) => entry.code))).toEqual(new Set([code]))
    expect((await lines(`actor=${house.strangerId}`)).entries).toEqual([])
    expect((await lines('from=2026-01-05&until=2026-01-05')).entries).toEqual(all.entries)
    expect((await lines('until=2026-01-04')).entries).toEqual([])
    expect((await lines('from=2026-01-06')).entries).toEqual([])
    expect((await lines('record=no-such')).entries).toEqual([])
  })
})
