import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { loopbackOrigin, onlyOurHost, onlyOurPages } from './same-origin.ts'

const app = new Hono().use(onlyOurPages(loopbackOrigin(4600))).post('/', (c) => c.text('done'))

test.each([
  [
    'a form of ours, whose origin is hidden with its referrer',
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    200,
  ],
  ['a script of ours', { origin: 'http://127.0.0.1:4600', 'sec-fetch-site': 'same-origin' }, 200],
  ['a browser that does not say where it stands, from our page', { origin: 'http://127.0.0.1:4600' }, 200],
  ['a program that is no browser', {}, 200],
  ['another port of this machine', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' }, 403],
  ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }, 403],
  ['a sandboxed frame of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
  ['a hidden origin that nobody vouches for', { origin: 'null' }, 403],
  ['an address typed by hand, as a change', { 'sec-fetch-site': 'none' }, 403],
])('a change asked for by %s is answered with the right door', async (_, headers, status) => {
  const answer = await app.request('http://127.0.0.1:4600/', {
    method: 'POST',
    headers: new Headers(headers),
  })
  expect(answer.status).toBe(status)
})

test.each([
  [80, 'http://127.0.0.1/', 200],
  [80, 'http://localhost/', 200],
  [80, 'http://elsewhere.example/', 421],
  [4600, 'http://127.0.0.1:4600/', 200],
  [4600, 'http://127.0.0.1/', 421],
])('served on port %i, what was asked of %s is answered with %i', async (port, address, status) => {
  const served = new Hono().use(onlyOurHost(loopbackOrigin(port))).get('/', (c) => c.text('here'))
  expect((await served.request(address)).status).toBe(status)
})
