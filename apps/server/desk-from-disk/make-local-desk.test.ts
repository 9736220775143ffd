import { writeFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { enrolMember, issueSignInLink } from '@corroborate/casework'
import { folders } from '../../../store/testing/engines.ts'
import { temporaryFolder } from '../../../store/testing/temporary.ts'
import { originAt, type Origin } from '../same-origin.ts'
import { serve, type Serving } from '../serve.ts'
import { filesOfDesk, filesThatDiffer, manifestOf } from './desk-manifest.ts'
import { serveLocalDesk, type LocalDeskServed } from './serve-local-desk.ts'

const places = folders()
let [there, here]: [Serving | null, LocalDeskServed | null] = [null, null]
let ours = ''

/** A server whose desk is another one, and a desk of our own that speaks with it. */
beforeAll(async () => {
  ours = await deskOf({ 'index.html': 'our desk', 'ours.js': 'ours()' })
  const theirs = await deskOf({ 'index.html': 'their desk', 'ours.js': 'theirs()', 'more.js': 'theirs()' })
  there = valueOf(
    await serve({
      ...{
        where: await places.place(),
        signing: null,
        files: null,
        port: 0,
        host: '127.0.0.1',
        origin: null,
      },
      ...{ deskFolder: theirs, software: 'Corroborate (test)', report: () => expect.unreachable() },
    }),
  )
  here = valueOf(await serveLocalDesk({ server: originOf(there), deskFolder: ours, port: 0 }))
})
afterAll(async () => {
  await here?.close()
  await there?.close()
  await places.remove()
})

async function deskOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder()
  for (const [name, words] of Object.entries(files)) await writeFile(join(folder, name), words)
  return folder
}

function originOf(served: { readonly address: string } | null): Origin {
  const origin = originAt(served?.address ?? '')
  if (origin === null) throw new Error('nothing is served')
  return origin
}

const ask = (path: string, more?: RequestInit) =>
  fetch(`${here?.address ?? ''}${path}`, { redirect: 'manual', ...more })
const wordsAt = async (path: string) => (await ask(path)).text()

test('pages and scripts come from this disk, whatever the server would hand out', async () => {
  expect(await wordsAt('/')).toBe('our desk')
  expect(await wordsAt('/i/any/findings')).toBe('our desk')
  expect(await wordsAt('/ours.js')).toBe('ours()')
  expect((await ask('/more.js')).status).toBe(404)
  expect((await ask('/sign-in')).status).toBe(401)
})

test('a link lets somebody in, acts and answers pass, and out is out at the server too', async () => {
  if (there === null) throw new Error('nothing is served')
  const member = valueOf(await enrolMember(there.deskOf('operator'), { name: 'A. Member' }))
  const { token } = valueOf(await issueSignInLink(there.deskOf('operator'), { member }))
  const enter = () => ask('/sign-in', { method: 'POST', body: new URLSearchParams({ token }) })
  const entered = await enter()
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
  expect((await enter()).status).toBe(401)
  const given = entered.headers.get('set-cookie') ?? ''
  expect(given).toContain('HttpOnly; SameSite=Strict')
  const cookie = given.split(';')[0] ?? ''
  const session = () => ask('/api/session', { headers: { cookie } })
  expect(await (await session()).json()).toMatchObject({ member: { name: 'A. Member' } })
  const salt = await ask('/sign-in/passphrase/salt', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A. Member' }),
  })
  const salty: unknown = expect.stringMatching(/^[0-9a-f]{32}$/)
  expect([salt.status, await salt.json()]).toMatchObject([200, { value: salty }])
  const out = await ask('/sign-out', { method: 'POST', headers: { cookie } })
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await session()).status).toBe(401)
})

test('only pages of this desk ask through it, and only under its own name', async () => {
  const other = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  expect((await ask('/sign-out', { method: 'POST', headers: other })).status).toBe(403)
  expect((await ask('/api/session')).headers.get('content-security-policy')).toContain("default-src 'none'")
})

/** What our desk hands on of what a server elsewhere answers. */
async function answerThrough(answered: (answer: ServerResponse) => void): Promise<Response> {
  const turned = createServer((_, answer) => answered(answer))
  turned.listen(0, '127.0.0.1')
  await once(turned, 'listening')
  const bound = turned.address()
  const address = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`
  const desk = valueOf(await serveLocalDesk({ server: originOf({ address }), deskFolder: ours, port: 0 }))
  const answer = await fetch(`${desk.address}/api/session`)
  const whole = new Response(await answer.arrayBuffer(), answer)
  turned.close()
  await desk.close()
  return whole
}

test.each([
  'text/html',
  'text/javascript; charset=utf-8',
  'application/xhtml+xml',
  'application/xml',
  'image/svg+xml',
  'text/css',
])('what the server answers as %s comes as bytes that a browser neither runs nor shows', async (type) => {
  const answer = await answerThrough((turned) => turned.setHeader('content-type', type).end('alert(1)'))
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toBe('alert(1)')
})

test('what a proxy packed on its way is given out whole', async () => {
  const packed = gzipSync('many words '.repeat(1_000))
  const answer = await answerThrough((turned) =>
    turned.setHeader('content-encoding', 'gzip').setHeader('content-length', packed.length).end(packed),
  )
  expect(await answer.text()).toHaveLength(11_000)
})

test('a server that does not answer is said', async () => {
  const gone = { https: false, hosts: ['127.0.0.1:9'] } as const
  const desk = valueOf(await serveLocalDesk({ server: gone, deskFolder: ours, port: 0 }))
  const answer = await fetch(`${desk.address}/api/session`)
  expect([answer.status, await answer.json()]).toMatchObject([
    502,
    { detail: 'http://127.0.0.1:9 does not answer.' },
  ])
  await desk.close()
})

test('the files of a desk are told as sha256sum writes them, and which of them a server gives out otherwise', async () => {
  const files = await filesOfDesk(ours)
  // printf 'our desk' | sha256sum; printf 'ours()' | sha256sum
  expect(manifestOf(files)).toBe(
    'aad430b15697fe684707a431df972f7a712041f48c13c8a405044095142ae391  index.html\ne8c964f978c4e7b87f6ba04af14143848aa15a2707e4d62d6d6f417746741e22  ours.js\n',
  )
  expect(await filesThatDiffer(originOf(there), files)).toEqual(['index.html', 'ours.js'])
  expect(await filesThatDiffer(originOf(here), files)).toEqual([])
})
