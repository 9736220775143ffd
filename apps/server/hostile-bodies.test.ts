import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { proposeRelease, publishReport, writeReport } from '@corroborate/casework'
import { openStore, type Store } from '@corroborate/store'
import { folders } from '../../store/testing/engines.ts'
import { buildHouse, everythingIn, plainReport, type House } from '../../casework/testing/house.ts'
import { checked } from '../../casework/testing/release-trials.ts'
import { postedJson, served, type Served } from './testing/served.ts'

const places = folders()
let store: Store
let house: House
let server: Served
let session: string
let sources: string
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
  server = served(store)
  session = await server.signIn(house.member)
  sources = `/api/investigations/${house.investigation}/sources`
})
afterAll(async () => {
  await store.close()
  await places.remove()
})

const SOURCE = {
  ...{ code: null, kind: 'witness', role: 'relative', title: { en: 'A pseudonym' } },
  ...{ reliability: 'F', credibility: 6 },
}

function posted(body: string): Promise<Response> {
  return server.ask(sources, { ...postedJson({}), body, session })
}

test.each([
  ['brackets 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['objects 100,000 deep, never closed', '{"title":'.repeat(100_000)],
  ['nothing', ''],
  ['half of a letter', JSON.stringify({ ...SOURCE, title: { en: 'x\ud83d' } })],
  ['a field that is not asked for', JSON.stringify({ ...SOURCE, constructor: { prototype: { role: 'x' } } })],
  ['a title within its prototype', `{"__proto__": ${JSON.stringify(SOURCE)}}`],
])('a body of %s is refused, and writes nothing', async (_, body) => {
  const before = await everythingIn(store)
  const answer = await posted(body)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ reason: 'unreadable' })
  expect(await everythingIn(store)).toBe(before)
  expect(server.reported).toEqual([])
})

test('what a body says of prototypes reaches no object', async () => {
  await posted(JSON.stringify(SOURCE).replace('{', '{"__proto__": {"polluted": 1}, '))
  expect({}).not.toHaveProperty('polluted')
})

test('of a field that is said twice, one is looked at and the same one is kept', async () => {
  const twice = (first: string, last: string) =>
    JSON.stringify(SOURCE).replace('"kind":"witness"', `"kind":"${first}","kind":"${last}"`)
  expect((await posted(twice('witness', 'nonsense'))).status).toBe(400)
  const { value } = (await (await posted(twice('nonsense', 'witness'))).json()) as { value: string }
  const kept = await store.db.selectFrom('source').select(['id', 'kind']).execute()
  expect(kept.find(({ id }) => id === value)).toEqual({ id: value, kind: 'witness' })
})

/** Ways in which a text has become a script in other programs. */
const SCRIPTS = [
  '<script>alert(document.domain)</script>',
  '"><img src=x onerror=alert(document.domain)>',
  "'><svg/onload=alert(document.domain)>",
  '</title><script>alert(document.domain)</script>',
  '<a href="javascript:alert(document.domain)">x</a>',
  '<!--<img src="--><img src=x onerror=alert(document.domain)//">',
  '<math><mtext><table><mglyph><style><img src onerror=alert(document.domain)>',
  '&lt;script&gt;alert(document.domain)&lt;/script&gt;',
  '{{constructor.constructor("alert(document.domain)")()}}',
  '\u202e<script>alert(document.domain)</script>',
]

test.each(SCRIPTS)('%s is text on a published page and in what the desk is answered', async (words) => {
  const { desk, investigation } = house
  const blocks = [{ kind: 'heading', level: 2, text: words, at: null }] as const
  const written = {
    ...plainReport,
    code: `r${SCRIPTS.indexOf(words)}`,
    title: words,
    authors: [words],
    blocks,
  }
  const report = valueOf(
    await writeReport(desk, { ...written, subtitle: words, investigation, report: null }),
  )
  valueOf(await proposeRelease(desk, { ...(await checked(house, report)), flags: [], reason: '' }))
  valueOf(await publishReport(desk, { investigation, report }))
  const list = await (await server.ask('/public')).text()
  const path = new RegExp(`/public/[^"/]+/${written.code}/en`).exec(list)?.[0] ?? ''
  expect(path).not.toBe('')
  const page = await (await server.ask(path)).text()
  for (const html of [list, page]) {
    const elements = [...html.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag)
    expect(
      elements.filter((tag) => /^<(script|img|math|style|!--)|\son\w+\s*=|javascript:/i.test(tag)),
    ).toEqual([])
  }
  await server.ask(sources, { ...postedJson({ ...SOURCE, title: { en: words } }), session })
  const told = await server.ask(sources, { session })
  expect([told.headers.get('content-type'), told.headers.get('x-content-type-options')]).toEqual([
    expect.stringContaining('application/json'),
    'nosniff',
  ])
})
