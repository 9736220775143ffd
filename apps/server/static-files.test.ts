import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { openStore, type Store } from '@corroborate/store'
import { folders } from '../../store/testing/engines.ts'
import { servedFolder } from './static-files.ts'
import { served } from './testing/served.ts'

const places = folders()
let store: Store
let folder: string
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  folder = await mkdtemp(join(tmpdir(), 'corroborate-desk-'))
})
afterAll(async () => {
  await store.close()
  await places.remove()
  await rm(folder, { recursive: true, force: true })
})

test('a folder is served file by file, by the paths below it, and one that is not there serves nothing', async () => {
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'assets', 'index-CK3f9xQz.js'), 'export {}')
  const files = await servedFolder(folder)
  expect([...files].map(([name, { type, immutable }]) => [name, type, immutable]).sort()).toEqual([
    ['assets/index-CK3f9xQz.js', 'text/javascript; charset=utf-8', true],
    ['index.html', 'text/html; charset=utf-8', false],
  ])
  expect(await servedFolder(join(folder, 'nowhere'))).toEqual(new Map())
})

test('every screen of the desk begins with the same page, and what is no screen is not there', async () => {
  const { ask } = served(store)
  for (const screen of [
    '/',
    '/keys',
    '/members',
    '/members/some-id',
    '/i/some-id',
    '/i/some-id/claims/another',
  ])
    expect(await (await ask(screen)).text()).toContain('<title>Desk</title>')
  expect((await ask('/else')).status).toBe(404)
})

test('a file with its digest in its name is kept for good; the first page is asked for again each time', async () => {
  const { ask } = served(store)
  const script = await ask('/assets/index-CK3f9xQz.js')
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const page = await ask('/')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const etag = page.headers.get('etag') ?? expect.unreachable()
  const again = await ask('/', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each([
  '/../package.json',
  '/assets/../../package.json',
  '/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
])('no path climbs out: %s', async (path) => {
  const answer = await served(store).ask(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('"version"')
})
