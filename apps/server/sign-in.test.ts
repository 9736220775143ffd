import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { openStore, type Store } from '@corroborate/store'
import { folders } from '../../store/testing/engines.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { originAt } from './same-origin.ts'
import { HOME, postedToken, served } from './testing/served.ts'

const places = folders()
let store: Store
let house: House
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
})
afterAll(async () => {
  await store.close()
  await places.remove()
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test('a link signs in once: looking at its page uses nothing up, pressing does, pressing again does not', async () => {
  const { ask, link } = served(store)
  const token = await link(house.member)
  for (let look = 0; look < 2; look++) {
    const page = await ask(`/sign-in?token=${token}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`value="${token}"`)
  }
  const first = await ask('/sign-in', postedToken(token))
  expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
  expect((await ask('/sign-in', postedToken(token))).status).toBe(401)
})

test('an unknown, a used and an expired link get one answer, byte for byte', async () => {
  const { ask, link, turn } = served(store)
  const [used, late] = [await link(house.member), await link(house.member)]
  await ask('/sign-in', postedToken(used))
  turn(15 * MINUTE)
  const answers = []
  for (const token of ['never issued', used, late, '']) {
    const answer = await ask('/sign-in', postedToken(token))
    answers.push([answer.status, answer.headers.get('set-cookie'), await answer.text()])
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1)
  expect(answers[0]?.slice(0, 2)).toEqual([401, null])
})

test('a link lasts fifteen minutes, and not a moment longer', async () => {
  const { ask, link, turn } = served(store)
  const [early, late] = [await link(house.member), await link(house.member)]
  turn(15 * MINUTE - 1)
  expect((await ask('/sign-in', postedToken(early))).status).toBe(303)
  turn(1)
  expect((await ask('/sign-in', postedToken(late))).status).toBe(401)
})

test('what the browser holds is not what the store keeps', async () => {
  const { signIn, link } = served(store)
  const session = (await signIn(house.member)).split('=')[1] ?? ''
  const token = await link(house.member)
  const kept = JSON.stringify([
    await store.db.selectFrom('session').selectAll().execute(),
    await store.db.selectFrom('sign_in_link').selectAll().execute(),
    await store.db.selectFrom('ledger_content').select('content').execute(),
  ])
  expect(session).toHaveLength(43)
  expect(kept).not.toContain(session)
  expect(kept).not.toContain(token)
})

test('a session ends after eight idle hours, and after a day however busy', async () => {
  const idle = served(store)
  const left = await idle.signIn(house.member)
  idle.turn(8 * HOUR - 1)
  expect((await idle.ask('/api/session', { session: left })).status).toBe(200)
  idle.turn(8 * HOUR)
  expect((await idle.ask('/api/session', { session: left })).status).toBe(401)

  const busy = served(store)
  const session = await busy.signIn(house.member)
  for (let hour = 1; hour < 24; hour++) {
    busy.turn(HOUR)
    expect((await busy.ask('/api/session', { session })).status).toBe(200)
  }
  busy.turn(HOUR)
  expect((await busy.ask('/api/session', { session })).status).toBe(401)
})

test('signing out ends the session where it is kept, not only in the browser', async () => {
  const { ask, signIn } = served(store)
  const session = await signIn(house.member)
  const out = await ask('/sign-out', { method: 'POST', session })
  expect(out.status).toBe(303)
  expect(out.headers.get('set-cookie')).toMatch(/^corroborate=; Max-Age=0/)
  expect((await ask('/api/session', { session })).status).toBe(401)
  expect((await ask('/sign-out', { method: 'POST', session })).status).toBe(401)
})

test('the cookie is out of reach of scripts and of other sites, and bound to its host where there is TLS', async () => {
  const local = served(store)
  const set = (await local.ask('/sign-in', postedToken(await local.link(house.member)))).headers.get(
    'set-cookie',
  )
  expect(set).toMatch(/^corroborate=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)

  const origin = originAt('https://desk.example.org') ?? expect.unreachable()
  const remote = served(store, { origin })
  const bound = (await remote.ask('/sign-in', postedToken(await remote.link(house.member)))).headers.get(
    'set-cookie',
  )
  expect(bound).toMatch(/^__Host-corroborate=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
})

test('the door speaks the language of the browser', async () => {
  const { ask } = served(store)
  const page = await (
    await ask('/sign-in?token=x', { headers: { 'accept-language': 'ar-SY,ar;q=0.9' } })
  ).text()
  expect(page).toContain('lang="ar" dir="rtl"')
  expect(page).toContain('تسجيل الدخول')
})

test('a token is shown as text, whatever it is made of', async () => {
  const { ask } = served(store)
  const page = await (await ask(`/sign-in?token=${encodeURIComponent('"><script>alert(1)</script>')}`)).text()
  expect(page).not.toContain('<script')
})

test('a change that another site asks for is refused, and a browser’s own word on that comes first', async () => {
  const { ask, link } = served(store)
  const token = await link(house.member)
  const from = async (headers: Record<string, string>) =>
    (await ask('/sign-in', { ...postedToken(token), headers })).status
  expect(await from({ origin: 'https://evil.example' })).toBe(403)
  expect(await from({ origin: 'null' })).toBe(403)
  expect(await from({ origin: 'http://127.0.0.1:8080' })).toBe(403)
  expect(await from({ origin: HOME, 'sec-fetch-site': 'same-site' })).toBe(403)
  // What a page without a referrer sends of itself in Chromium.
  expect(await from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(303)
})
