import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { disableMember, enrolMember } from '@corroborate/casework'
import { lastEntryOn } from '@corroborate/store'
import { makeAuthenticator, type Authenticator } from '../../casework/testing/authenticator.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type { AccountView } from './api.ts'
import { originAt } from './same-origin.ts'
import { HOME, postedJson, served, type Served } from './testing/served.ts'

const MINUTE = 60_000

/** Asks for a challenge, as the page does before it asks the device. */
async function challenge({ ask }: Served, path: string, session: string | null = null): Promise<string> {
  const answer = await ask(path, { ...postedJson({}), session })
  return ((await answer.json()) as { value: { challenge: string } }).value.challenge
}

/** Adds a passkey at the account of whoever is signed in. */
async function added(server: Served, session: string, device = makeAuthenticator()): Promise<Authenticator> {
  const response = device.make({
    challenge: await challenge(server, '/api/account/passkeys/challenge', session),
  })
  const answer = await server.ask('/api/account/passkeys', {
    ...postedJson({ name: 'My ring', response }),
    session,
  })
  expect([answer.status, await answer.json()]).toEqual([200, { value: null }])
  return device
}

function shown(server: Served, response: object, session: string | null = null): Promise<Response> {
  return server.ask('/sign-in/passkey', { ...postedJson({ response }), session })
}

async function fresh(server: Served): Promise<string> {
  return challenge(server, '/sign-in/passkey/challenge')
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  beforeAll(async () => {
    house = await buildHouse(await opened)
  })

  /** A member of their own for a test, with one passkey. */
  async function keyHolder() {
    const member = valueOf(await enrolMember(house.operator, { name: 'K. Keyholder' }))
    const server = served(house.store)
    const session = await server.signIn(member)
    return { server, member, session, device: await added(server, session) }
  }

  test('a passkey made after a link signs in without one, and its use is shown at the account', async () => {
    const { server, member, device } = await keyHolder()
    const answer = await shown(server, device.sign({ challenge: await fresh(server), counter: 1 }))
    expect([answer.status, await answer.json()]).toEqual([200, { value: member }])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const account = await server.ask('/api/account', { session: cookieOf(answer) })
    expect(await account.json()).toMatchObject({
      passkeys: [{ name: 'My ring', usedAt: '2026-01-05T12:00:00.000Z' }],
      sessions: [{ since: '2026-01-05T12:00:00.000Z' }, { since: '2026-01-05T12:00:00.000Z' }],
    })
  })

  test('one that was made elsewhere, or is asked for elsewhere, signs nobody in', async () => {
    const { server, device } = await keyHolder()
    for (const wrong of [
      { origin: 'https://evil.example' },
      { origin: 'http://127.0.0.1:4600' },
      { rpId: 'evil.example' },
    ]) {
      const answer = await shown(
        server,
        device.sign({ ...wrong, challenge: await fresh(server), counter: 1 }),
      )
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null])
    }
    const session = await server.signIn(house.member)
    const at = await challenge(server, '/api/account/passkeys/challenge', session)
    const response = makeAuthenticator().make({ challenge: at, origin: 'https://evil.example' })
    const refused = await server.ask('/api/account/passkeys', {
      ...postedJson({ name: 'x', response }),
      session,
    })
    expect(await refused.json()).toMatchObject({ reason: 'passkey-not-good' })
  })

  test('behind TLS it is bound to the name that was given', async () => {
    const { device } = await keyHolder()
    const origin = originAt('https://desk.example.org') ?? expect.unreachable()
    const server = served(house.store, { origin })
    const at = { origin: 'https://desk.example.org', rpId: 'desk.example.org' }
    expect((await shown(server, device.sign({ challenge: await fresh(server), counter: 1 }))).status).toBe(
      401,
    )
    const answer = await shown(server, device.sign({ ...at, challenge: await fresh(server), counter: 1 }))
    expect(cookieOf(answer)).toMatch(/^__Host-corroborate=[\w-]{43}$/)
  })

  test('what was signed once is not taken again, nor after five minutes, nor what was never asked', async () => {
    const { server, device } = await keyHolder()
    const replayed = device.sign({ challenge: await fresh(server), counter: 1 })
    expect((await shown(server, replayed)).status).toBe(200)
    const late = await fresh(server)
    server.turn(5 * MINUTE)
    const answers = []
    for (const response of [
      replayed,
      device.sign({ challenge: late, counter: 2 }),
      device.sign({ challenge: 'A'.repeat(43), counter: 2 }),
      makeAuthenticator().sign({ challenge: await fresh(server), counter: 2 }),
    ]) {
      const answer = await shown(server, response)
      answers.push([answer.status, ...answer.headers, await answer.text()].join('\n'))
    }
    expect(new Set(answers)).toHaveLength(1)
    expect(answers[0]).toMatch(/^401\n/)
  })

  test('a challenge for a new passkey is no challenge to sign in, is another’s for nobody, and is used up by a failure', async () => {
    const { server, device, session } = await keyHolder()
    const path = '/api/account/passkeys/challenge'
    const at = await challenge(server, path, session)
    expect((await shown(server, device.sign({ challenge: at, counter: 1 }))).status).toBe(401)
    const mine = await challenge(server, path, session)
    const other = await server.signIn(house.strangerId)
    const response = makeAuthenticator().make({ challenge: mine })
    for (const asking of [other, session]) {
      const body = postedJson({ name: 'x', response })
      const answer = await server.ask('/api/account/passkeys', { ...body, session: asking })
      expect(await answer.json()).toMatchObject({ reason: 'passkey-not-good' })
    }
  })

  test('a counter that goes back or stands still signs nobody in, and the ledger says so', async () => {
    const { server, member, device } = await keyHolder()
    expect((await shown(server, device.sign({ challenge: await fresh(server), counter: 7 }))).status).toBe(
      200,
    )
    for (const counter of [7, 6]) {
      const answer = await shown(server, device.sign({ challenge: await fresh(server), counter }))
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null])
    }
    const entries = house.store.db.selectFrom('ledger_entry').select('act').where('subject', '=', member)
    const acts = (await entries.execute()).map((entry) => entry.act)
    expect(acts.filter((act) => act === 'passkey.counter-went-back')).toHaveLength(2)
    expect((await shown(server, device.sign({ challenge: await fresh(server), counter: 8 }))).status).toBe(
      200,
    )
  })

  test('a device that does not count, as most do not, signs in again and again', async () => {
    const { server, device } = await keyHolder()
    for (let time = 0; time < 2; time++)
      expect((await shown(server, device.sign({ challenge: await fresh(server), counter: 0 }))).status).toBe(
        200,
      )
  })

  test('signing in gives a session of a new name, and the one that the browser held before is over', async () => {
    const { server, device, session } = await keyHolder()
    const planted = 'corroborate=' + 'A'.repeat(43)
    const first = cookieOf(
      await shown(server, device.sign({ challenge: await fresh(server), counter: 1 }), planted),
    )
    expect(first).not.toBe(planted)
    expect((await server.ask('/api/session', { session: planted })).status).toBe(401)
    const second = cookieOf(
      await shown(server, device.sign({ challenge: await fresh(server), counter: 2 }), session),
    )
    expect((await server.ask('/api/session', { session })).status).toBe(401)
    expect((await server.ask('/api/session', { session: second })).status).toBe(200)
  })

  test('a passkey that was taken away opens nothing, and nobody takes another’s', async () => {
    const { server, device, session } = await keyHolder()
    const { id } = device.make({ challenge: '' })
    const take = (by: string) =>
      server.ask('/api/account/passkeys/removed', { ...postedJson({ passkey: id }), session: by })
    expect((await take(await server.signIn(house.strangerId))).status).toBe(404)
    expect((await take(session)).status).toBe(200)
    expect((await shown(server, device.sign({ challenge: await fresh(server), counter: 1 }))).status).toBe(
      401,
    )
  })

  test('“end all” ends every session and takes the links, this browser’s too', async () => {
    const { server, member, session } = await keyHolder()
    const [other, link] = [await server.signIn(member), await server.link(member)]
    expect((await server.ask('/api/account/sessions/ended', { ...postedJson({}), session })).status).toBe(200)
    for (const ended of [session, other])
      expect((await server.ask('/api/session', { session: ended })).status).toBe(401)
    const body = new URLSearchParams({ token: link })
    expect((await server.ask('/sign-in', { method: 'POST', body })).status).toBe(401)
  })

  test('where one is signed in is told by how one came in there, and one session is ended while the others go on', async () => {
    const { server, member, session: first, device } = await keyHolder()
    const told = async (by: string) => {
      const answer = await server.ask('/api/account', { session: by })
      return ((await answer.json()) as AccountView).sessions
    }
    server.turn(MINUTE)
    const second = cookieOf(await shown(server, device.sign({ challenge: await fresh(server), counter: 1 })))
    server.turn(30 * MINUTE)
    const seen = await told(second)
    expect(seen).toMatchObject([
      { way: 'passkey', passkey: 'My ring', since: '2026-01-05T12:01:00.000Z', isThis: true },
      { way: 'link', passkey: null, since: '2026-01-05T12:00:00.000Z', isThis: false },
    ])
    expect(seen.map((one) => one.seen)).toEqual(['2026-01-05T12:31:00.000Z', '2026-01-05T12:00:00.000Z'])
    const end = (by: string) =>
      server.ask('/api/account/session/ended', { ...postedJson({ session: seen[1]?.id }), session: by })
    const stranger = await server.signIn(house.strangerId)
    expect(await (await end(stranger)).json()).toMatchObject({ reason: 'not-found' })
    expect((await server.ask('/api/session', { session: first })).status).toBe(200)
    expect((await end(second)).status).toBe(200)
    expect((await server.ask('/api/session', { session: first })).status).toBe(401)
    expect(await told(second)).toHaveLength(1)
    expect((await end(second)).status).toBe(404)
    const entry = await lastEntryOn(house.store.db, 'house', { act: 'session.ended', subject: member })
    expect(entry).toMatchObject({ actor: member })
  })

  test('who is a member no more is out at once, and comes in by nothing', async () => {
    const { server, member, session, device } = await keyHolder()
    const link = await server.link(member)
    valueOf(await disableMember(house.operator, { member }))
    expect((await server.ask('/api/session', { session })).status).toBe(401)
    expect(
      (await server.ask('/sign-in', { method: 'POST', body: new URLSearchParams({ token: link }) })).status,
    ).toBe(401)
    expect((await shown(server, device.sign({ challenge: await fresh(server), counter: 1 }))).status).toBe(
      401,
    )
  })

  test('with a session of more than ten minutes nobody adds another way in, or publishes; by signing in again they do', async () => {
    const server = served(house.store)
    const session = await server.signIn(house.member)
    const device = await added(server, session)
    server.turn(10 * MINUTE + 1)
    const tries = async (by: string) => {
      const at = await challenge(server, '/api/account/passkeys/challenge', by)
      const response = makeAuthenticator().make({ challenge: at })
      const one = await server.ask('/api/account/passkeys', {
        ...postedJson({ name: 'Theirs', response }),
        session: by,
      })
      const path = `/api/investigations/${house.investigation}/reports/${house.report}/publication`
      const other = await server.ask(path, { ...postedJson({}), session: by })
      const refusals: unknown[] = [await one.json(), await other.json()]
      return refusals
    }
    const stale = { reason: 'proof-not-fresh' }
    expect(await tries(session)).toMatchObject([stale, stale])
    const again = await shown(server, device.sign({ challenge: await fresh(server), counter: 1 }), session)
    const [one, other] = await tries(cookieOf(again))
    expect(one).toEqual({ value: null })
    expect(other).not.toMatchObject(stale)
  })

  test('another site’s page, or one whose origin is hidden, gets no challenge and shows no passkey', async () => {
    const { ask } = served(house.store)
    for (const origin of ['https://evil.example', 'null', 'http://localhost:8080'])
      for (const path of ['/sign-in/passkey/challenge', '/sign-in/passkey', '/api/account/sessions/ended'])
        expect((await ask(path, { ...postedJson({}), headers: { origin } })).status).toBe(403)
    expect(
      (await ask('/sign-in/passkey/challenge', { ...postedJson({}), headers: { origin: HOME } })).status,
    ).toBe(200)
  })
})
