import { expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import { buildHouse } from '../../casework/testing/house.ts'
import {
  copyFor,
  keyedCustodian,
  keyedMember,
  listOf,
  nextCard,
  sealedBy,
  toCustodian,
  wrappedFor,
} from '../../casework/testing/sealed.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type { KeysView, SealingView } from './api.ts'
import { postedJson, served } from './testing/served.ts'

eachEngine((_engine, open) => {
  const opened = open()
  const settled = opened.then(async (store) => {
    const house = await buildHouse(store)
    const server = served(store)
    const custodian = await keyedCustodian(house)
    const asker = await keyedMember(house, 'researcher')
    const [session, askers] = [await server.signIn(house.member), await server.signIn(asker.member)]
    return {
      house,
      server,
      custodian,
      asker,
      session,
      askers,
      at: `/api/investigations/${house.investigation}`,
    }
  })

  test('a member publishes keys and reads the directory, with their own keys as they wrapped them', async () => {
    const { house, server, session } = await settled
    const strangers = await server.signIn(house.strangerId)
    const { card, member, halves } = await nextCard(house.stranger)
    const wrapped = wrappedFor(member, halves)
    const answer = await server.ask('/api/keys', { session: strangers, ...postedJson({ card, wrapped }) })
    expect([answer.status, await answer.json()]).toEqual([200, { value: null }])
    const seen = (await (await server.ask('/api/keys', { session: strangers })).json()) as KeysView
    expect(seen).toMatchObject({ me: { id: member }, wrapped: { recipient: halves.recipient } })
    const others = await (await server.ask('/api/keys', { session })).text()
    expect(others).toContain(halves.recipient)
    expect(others.match(/byPassphrase/g)).toHaveLength(1)
  })

  test('a name is sealed, asked for, released and opened, and the server is sent no letter of it', async () => {
    const { house, server, custodian, asker, session, askers, at } = await settled
    const post = (path: string, body: unknown, as: string) =>
      server.ask(`${at}${path}`, { session: as, ...postedJson(body) })
    const { list } = await listOf(house, [custodian])
    expect((await post('/custodians', { list }, session)).status).toBe(200)
    const what = { record: house.witness, field: 'name', value: 'Invented Name', to: toCustodian(custodian) }
    const sealed = await sealedBy(house, custodian, what)
    expect(await (await post('/sealed', { sealed }, session)).json()).toEqual({ value: house.witness })
    const reason = 'To warn them.'
    const asked = await post('/openings', { record: house.witness, field: 'name', reason }, askers)
    const { value: opening } = (await asked.json()) as { value: Parameters<typeof copyFor>[2]['opening'] }
    expect((await server.ask(`${at}/openings/${opening}`, { session: askers })).status).toBe(404)
    const given = await server.ask(`${at}/openings/${opening}`, { session })
    expect(await given.json()).toEqual(sealed)
    expect((await post(`/openings/${opening}/opened`, {}, askers)).status).toBe(422)
    const copy = await copyFor(house, custodian, { asker, opening })
    expect((await post(`/openings/${opening}/release`, { copy }, session)).status).toBe(200)
    expect(await (await post(`/openings/${opening}/opened`, {}, askers)).json()).toEqual({ value: copy })
    const view = (await (
      await server.ask(`${at}/sealed/${house.witness}`, { session })
    ).json()) as SealingView
    expect(view.openings).toMatchObject([
      { id: opening, reason, askedBy: asker.member, releasedBy: custodian.member },
    ])
    expect(JSON.stringify(view)).not.toContain(sealed.file)
    const { lists, custodians, openings } = view
    const known: unknown = await (await server.ask(`${at}/custodians`, { session: askers })).json()
    expect(known).toEqual({ lists, custodians, openings })
  })

  test('a text comes with what its tokens stand for, sealed; all that is sealed goes to a custodian and to nobody else', async () => {
    const { house, server, custodian, session, askers, at } = await settled
    const record = derivedId('text', 'drawn in a browser')
    const what = { record, field: 'original', value: 'Invented Nobody', to: toCustodian(custodian) }
    const piece = { words: '⟦P1⟧ came.', paragraph: false, from: null, to: null, doubt: null }
    const text = {
      ...{ code: null, source: house.witness, title: { en: 'x' }, language: 'en', kind: 'transcript' },
      spoken: [{ speaker: 'W', pieces: [piece] }],
      readFrom: { file: 'x', sha256: 'a'.repeat(64), form: 'plain', machine: null },
    }
    const sealed = await sealedBy(house, custodian, what)
    const post = (path: string, body: unknown, as: string) =>
      server.ask(`${at}${path}`, { session: as, ...postedJson(body) })
    const cut = { ...text, sealed: { ...sealed, file: 'AAAA' } }
    expect(await (await post('/texts', cut, askers)).json()).toMatchObject({ reason: 'another-author' })
    expect(await (await post('/texts', cut, session)).json()).toMatchObject({ reason: 'changed-ciphertext' })
    expect(await (await post('/texts', { ...text, sealed }, session)).json()).toEqual({ value: record })
    const given = (await (await post('/sealed-names', {}, session)).json()) as { value: unknown }
    expect(given.value).toContainEqual(sealed)
    expect((await post('/sealed-names', {}, askers)).status).toBe(404)
  })

  test('nonsense, halves of letters and other fields are unreadable; nowhere and another’s are not found', async () => {
    const { house, server, custodian, session, at } = await settled
    const sealed = await sealedBy(house, custodian, {
      record: house.second,
      field: 'name',
      value: '1',
      to: toCustodian(custodian),
    })
    const post = (path: string, body: unknown) => server.ask(path, { session, ...postedJson(body) })
    for (const statement of [
      { ...sealed.statement, field: '../name' },
      { ...sealed.statement, more: 1 },
      null,
    ])
      expect((await post(`${at}/sealed`, { sealed: { ...sealed, statement } })).status).toBe(400)
    expect((await post(`${at}/sealed`, { sealed: { ...sealed, file: '…' } })).status).toBe(400)
    expect((await post(`${at}/openings`, { record: 'x', field: 'name', reason: 'a\ud800' })).status).toBe(400)
    const nowhere = `/api/investigations/${derivedId('investigation', 'nowhere')}`
    for (const [path, body] of [
      ['/sealed', { sealed }],
      ['/openings', { record: 'x', field: 'name', reason: 'x' }],
    ] as const)
      expect((await post(`${nowhere}${path}`, body)).status).toBe(404)
    for (const path of ['/custodians', `/sealed/${house.witness}`, '/sealed/x', '/openings/x'])
      expect((await server.ask(`${nowhere}${path}`, { session })).status).toBe(404)
  })
})
