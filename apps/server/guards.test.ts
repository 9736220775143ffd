import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { openStore, type Store } from '@corroborate/store'
import { folders } from '../../store/testing/engines.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { BODY_LIMIT } from './json-body.ts'
import { originAt } from './same-origin.ts'
import { served } from './testing/served.ts'

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

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "media-src blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

test.each([
  ['the desk', '/'],
  ['a screen of the desk', '/i/x/findings'],
  ['a file of the desk', '/assets/index-CK3f9xQz.js'],
  ['the door', '/sign-in?token=x'],
  ['the door without a token', '/sign-in'],
  ['the public list', '/public'],
  ['a public style sheet', '/public/assets/report.css'],
  ['nothing public', '/public/a/b/en'],
  ['an answer to nobody', '/api/session'],
  ['nothing at all', '/nowhere'],
])('%s carries the headers that keep a page to itself', async (_name, path) => {
  const { headers } = await served(store).ask(path)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
  })
})

test('refusals and broken answers carry them too', async () => {
  const server = served(store)
  const elsewhere = await server.ask('/api/session', {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  })
  const session = await server.signIn(house.member)
  const large = await server.ask('/api/x', { method: 'POST', body: 'x'.repeat(BODY_LIMIT + 1), session })
  expect([elsewhere.status, large.status]).toEqual([403, 413])
  for (const { headers } of [elsewhere, large]) expect(headers.get('content-security-policy')).toBe(POLICY)
})

test('no page has a script or a style of its own, which the policy would stop', async () => {
  const { ask } = served(store)
  for (const path of ['/sign-in?token=x', '/sign-in', '/public', '/public/a/b/en', '/nowhere']) {
    const page = await (await ask(path)).text()
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
  }
})

test('a name that is not ours is not answered, whatever it points to', async () => {
  const { ask } = served(store)
  expect((await ask('http://rebound.example:4600/api/session')).status).toBe(421)
  expect((await ask('http://127.0.0.1:4601/')).status).toBe(421)
  expect((await ask('http://localhost:4600/')).status).toBe(200)
})

test('behind TLS only the name that was given is answered, and browsers are told to stay on TLS', async () => {
  const origin = originAt('https://desk.example.org') ?? expect.unreachable()
  const answer = await served(store, { origin }).ask('/')
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect((await served(store).ask('/')).headers.get('strict-transport-security')).toBeNull()
})

test('an error of ours is told to us and not to the reader', async () => {
  const server = served(store)
  const session = await server.signIn(house.member)
  // A membership of an investigation whose standings nobody computed: a broken world.
  const findings = store.db.deleteFrom('finding_standing').where('investigation', '=', house.investigation)
  await findings.execute()
  const answer = await server.ask(`/api/investigations/${house.investigation}/findings`, { session })
  expect([answer.status, await answer.json()]).toEqual([
    500,
    {
      reason: 'broken',
      detail: 'Something broke here. It was not you, and nothing was left half done.',
    },
  ])
  expect(server.reported).toHaveLength(1)
})
