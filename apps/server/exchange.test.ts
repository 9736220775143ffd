import { beforeAll, expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import type { WorkTaken } from '@corroborate/casework'
import { codes } from '@corroborate/store'
import { FROM } from '../../casework/testing/exchange-trials.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { postedJson, served, type Served } from './testing/served.ts'

const NOTHING = { sources: [], places: [], texts: [], passages: [], codes: [], codings: [], claims: [] }

eachEngine((_engine, open) => {
  let house: House
  let server: Served
  let session: string
  beforeAll(async () => {
    house = await buildHouse(await open())
    server = served(house.store)
    session = await server.signIn(house.member)
  })

  const sent = async (path: string, body: object, by: string = session) => {
    const at = `/api/investigations/${house.investigation}/exchange/${path}`
    const answer = await server.ask(at, { ...postedJson(body), session: by })
    return {
      status: answer.status,
      body: (await answer.json()) as { value?: unknown; reason?: string; detail?: string },
    }
  }

  test('a project that was read in the browser is taken in once, and the second time nothing is', async () => {
    const code = { id: derivedId('code', 'brought'), code: null, name: { ar: 'خروج' }, within: null }
    const work = { ...NOTHING, codes: [{ ...code, key: null, memo: null, mergedInto: null }] }
    const first = await sent('projects', { from: FROM, work })
    expect([first.status, (first.body.value as WorkTaken).added.codes]).toEqual([200, 1])
    expect((await codes(house.store.db, house.investigation)).get(code.id)?.name).toEqual({ ar: 'خروج' })
    expect(await sent('projects', { from: FROM, work })).toMatchObject({
      status: 422,
      body: { reason: 'nothing-new' },
    })
  })

  test('what has another shape, or words that no store keeps, is refused with its field', async () => {
    expect(await sent('projects', { from: FROM, work: { ...NOTHING, codes: [{}] } })).toMatchObject({
      status: 400,
      body: { reason: 'unreadable', detail: expect.stringContaining('work.codes.0') },
    })
    const code = { id: derivedId('code', 'zero'), code: null, name: { en: 'a\0b' }, within: null }
    const work = { ...NOTHING, codes: [{ ...code, key: null, memo: null, mergedInto: null }] }
    expect((await sent('projects', { from: FROM, work })).body.detail).toContain('zero characters')
  })
})
