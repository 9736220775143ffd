import { beforeAll, expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import type { ActTablesView, WorkTaken } from '@corroborate/casework'
import { codes } from '@corroborate/store'
import { ACT_MAPPING, ACTS, FROM, rowsOfActs } from '../../casework/testing/exchange-trials.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { HOME, postedJson, served, type Served } from './testing/served.ts'

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

  test('a table of acts is taken in with its mapping, which is read the next time', async () => {
    const name = 'Field office'
    const rows = rowsOfActs(ACTS, name).map(({ when, ...row }) => ({
      ...row,
      when: when && { edtf: when.edtf, said: when.said },
    }))
    const table = { name, source: house.document, language: 'en', mapping: ACT_MAPPING, rows }
    expect(await sent('act-tables', table)).toMatchObject({
      status: 200,
      body: { value: { rows: [{ came: 'created' }, { came: 'created' }], gone: [] } },
    })
    const at = `/api/investigations/${house.investigation}/exchange/act-tables`
    const kept = (await (await server.ask(at, { session })).json()) as ActTablesView
    expect(kept.tables).toMatchObject([{ name, mapping: ACT_MAPPING, rows: [{ row: 'A1' }, { row: 'A2' }] }])
    expect(await sent('act-tables', table)).toMatchObject({ status: 422, body: { reason: 'nothing-new' } })
  })

  test('a file that goes out has its name and bytes; for what and to whom it would go is asked in full', async () => {
    const at = `/api/investigations/${house.investigation}/exchange`
    const body = { form: 'csv', purpose: 'analysis', recipient: 'own-team', locale: 'en' }
    const file = await server.ask(`${at}/files`, { ...postedJson(body), session })
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="mill-.+[.]csv"$/)
    expect(await file.text()).toContain(`${HOME}/i/`)
    const view = await server.ask(`${at}?purpose=analysis&recipient=own-team`, { session })
    expect(await view.json()).toMatchObject({ given: [{ form: 'csv', recipient: 'own-team' }] })
    expect((await server.ask(`${at}?purpose=analysis`, { session })).status).toBe(404)
  })

  test('what has another shape, or words that no store keeps, is refused with its field', async () => {
    const crooked = await sent('projects', { from: FROM, work: { ...NOTHING, codes: [{}] } })
    expect([crooked.status, crooked.body.reason]).toEqual([400, 'unreadable'])
    expect(crooked.body.detail).toContain('work.codes.0')
    const code = { id: derivedId('code', 'zero'), code: null, name: { en: 'a\0b' }, within: null }
    const work = { ...NOTHING, codes: [{ ...code, key: null, memo: null, mergedInto: null }] }
    expect((await sent('projects', { from: FROM, work })).body.detail).toContain('zero characters')
  })
})
