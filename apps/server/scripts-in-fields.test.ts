import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { openStore, type Store } from '@corroborate/store'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { filesForTest, signingForTest } from '../../casework/testing/packages.ts'
import { signWhatChanged, type Signing } from '@corroborate/casework'
import type { ExhibitReceived } from './api.ts'
import { folders } from '../../store/testing/engines.ts'
import { askedByTrial, type AskedText } from './testing/asked-by-trial.ts'
import { addressOf, objectsIn } from './testing/objects-in.ts'
import { broughtFile, saidOf } from './testing/files.ts'
import { IN_ONE } from './testing/routes-in-one.ts'
import { served, type Served } from './testing/served.ts'

/** What has become a script, a link, a template or a formula in other programs. Without digits: a report with loose ones is not published. */
const CORPUS = [
  '=HYPERLINK("javascript:alert()")',
  '<script>alert(document.domain)</script>',
  '"><img src=x onerror=alert(document.domain)>',
  "'><svg/onload=alert(document.domain)>",
  '</title></textarea></style></script><script>alert(document.domain)</script>',
  '<a href="java\tscript:alert(document.domain)">x</a>',
  '<!--<img src="--><img src=x onerror=alert(document.domain)//">',
  '<math><mtext><table><mglyph><style><img src onerror=alert(document.domain)>',
  '<p style="background:url(javascript:alert(document.domain))">x</p>',
  '&lt;script&gt;alert(document.domain)&lt;/script&gt;',
  '{{constructor.constructor("alert(document.domain)")()}} ${alert(document.domain)} {n, plural, one {#} other {#}}',
  '\u202e<script>alert(document.domain)</script>\u2069',
].join(' ')
/** The shortest of them, for fields that take no more. */
const SHORT = '=<svg/onload=alert()>'

/** Acts that take no words of a person, by what they take. */
const TAKES_NO_WORDS = {
  'what is there already, a choice, or nothing at all': [
    ...[
      'codes/:of/merger',
      'consents/:of/erasure',
      'elements/crimes',
      'elements/ties',
      'elements/ties/undone',
      'exchange/files',
    ],
    ...['estimates/:of/runs', 'judgements/taken-back', 'linkage-runs/:of/cancellation'],
    ...['linkage-runs/:of/growth', 'linkage-runs/:of/repetition', 'lists/:of/mapping', 'openings/:of/opened'],
    ...[
      'packages',
      'packages/:of/names',
      'reports/:of/names',
      'reports/:of/publication',
      'roles',
      'roles/taken',
      'sealed-names',
    ],
    ...['runs/:of/cancellation', 'runs/:of/repetition', 'searches/:of/dropped'],
    ...[
      'texts/:of/alignment',
      'texts/:of/codings/opened',
      'texts/:of/recording',
      'texts/:of/translation-state',
    ],
  ],
  'a place in a text': [
    ...[
      'passages',
      'passages/:of/placement',
      'texts/:of/codings/undone',
      'texts/:of/heard',
      'texts/:of/unmarked',
    ],
  ],
  'ciphertext, and what was signed': ['custodians', 'openings/:of/release', 'sealed'],
  'a file or a form, tried below': [
    ...['exhibits', 'exhibits/:of/working-copies', 'exhibit-files/:of/opening', 'list-files'],
  ],
}

const places = folders()
let store: Store
let house: House
let server: Served
let session: string
let signing: Signing
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
  signing = await signingForTest()
  server = served(store, { signing, files: await filesForTest() })
  session = await server.signIn(house.member)
})
afterAll(async () => {
  await store.close()
  await places.remove()
})

const NO_WORDS = /^[0-9a-f]{64}$|^[0-9a-f]{8}-/

/** Where words stand in a value, or might; what looks most like words first. */
function wordsIn(value: unknown): readonly (readonly string[])[] {
  return placesIn(value, []).toSorted((one, other) => wordiness(value, other) - wordiness(value, one))
}

function placesIn(value: unknown, at: readonly string[]): readonly (readonly string[])[] {
  if (value === null || (typeof value === 'string' && !NO_WORDS.test(value))) return [at]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => placesIn(part, [...at, name]))
}

function wordiness(value: unknown, place: readonly string[]): number {
  const word = place.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], value)
  return typeof word !== 'string' ? 1 : word.includes(' ') ? 2 : 0
}

/** The same value with another in this place. */
function withAt(value: unknown, [name, ...rest]: readonly string[], by: string): unknown {
  if (name === undefined) return by
  if (Array.isArray(value))
    return value.map((part: unknown, i) => (String(i) === name ? withAt(part, rest, by) : part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === name ? withAt(part, rest, by) : part]),
  )
}

/** What a field may hold, in the order in which it is tried; last what its trial has there. */
const TRIED = [CORPUS, SHORT, null] as const

/**
 * An act with the corpus in each field that takes it. What a shape or an act refuses writes nothing: the field that it names, or else the last
 * one, is tried with the next.
 * @returns how many fields took it
 */
async function actedWithScripts(route: string): Promise<number> {
  const asked = await askedByTrial(route, house)
  if (asked?.headers['content-type'] !== 'application/json') return 0
  const plain: unknown = JSON.parse(asked.body ?? 'null')
  const fields = wordsIn(plain).map((place) => ({ place, tried: 0 }))
  for (;;) {
    const left = fields.filter(({ tried }) => TRIED[tried] !== null)
    if (left.length === 0) return 0
    const body = left.reduce<unknown>(
      (all, { place, tried }) => withAt(all, place, TRIED[tried] ?? ''),
      plain,
    )
    const answer = await send({ ...asked, body: JSON.stringify(body) })
    if (answer.status === 200) return left.length
    expect([400, 404, 422], route).toContain(answer.status)
    const { detail = '' } = (await answer.json()) as { detail?: string }
    const named = /^field “([^”]+)”/.exec(detail)?.[1]
    const within = left.filter(({ place }) => named !== undefined && isWithin(place.join('.'), named))
    const faulty = within.find(({ place }) => place.join('.') === named) ?? within.at(-1) ?? left.at(-1)
    if (faulty) faulty.tried += 1
  }
}

/** A field is named, or something that it is in. */
function isWithin(place: string, named: string): boolean {
  return `${place}.`.startsWith(`${named}.`)
}

/** No answer, a refusal no less than another, may be taken for a page. */
async function send({ method, path, headers, body }: AskedText): Promise<Response> {
  const address = `/api/investigations/${house.investigation}${path}`
  const answer = await server.ask(address, { method, headers, body, session })
  expect(kindOf(answer), path).toEqual(JSON_ONLY)
  return answer
}

const JSON_ONLY = ['application/json', 'nosniff']

function kindOf({ headers }: Response): readonly (string | null)[] {
  return [headers.get('content-type'), headers.get('x-content-type-options')]
}

const ACTS = Object.entries(IN_ONE).flatMap(([route, rule]) =>
  typeof rule === 'object' && 'act' in rule ? [route] : [],
)

test('every act takes scripts in its fields as words, or refuses them as data', async () => {
  const took: string[] = []
  for (const route of ACTS) if ((await actedWithScripts(route)) > 0) took.push(route)
  expect(ACTS.filter((route) => !took.includes(route)).toSorted()).toEqual(
    Object.values(TAKES_NO_WORDS)
      .flat()
      .map((path) => `POST /${path}`)
      .toSorted(),
  )
  expect(server.reported).toEqual([])
})

test('a file and a list that are called by scripts and hold them are taken in, and given out as nothing a browser runs', async () => {
  const at = `/api/investigations/${house.investigation}`
  const ask = (path: string, init: RequestInit = {}) => server.ask(`${at}${path}`, { ...init, session })
  const bytes = Buffer.from(CORPUS)
  const said = saidOf(bytes, {
    name: `"><script>alert(document.domain)</script>${SHORT}.svg`,
    title: { en: CORPUS },
    whereabouts: SHORT,
  })
  const brought = await ask('/exhibits', broughtFile(bytes, said))
  const { value } = (await brought.json()) as { value: ExhibitReceived }
  const body = new URLSearchParams({ reason: CORPUS })
  const given = await ask(`/exhibit-files/${value.file}/opening`, { method: 'POST', body })
  expect(kindOf(given)).toEqual(['application/octet-stream', 'nosniff'])
  expect(given.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w.%~!&+-]+$/,
  )

  const form = new FormData()
  form.set('file', new File([`name,${SHORT}\n${SHORT},"${CORPUS.replaceAll('"', '""')}"\n`], `${SHORT}.csv`))
  const columns = [
    { column: 'name', into: { field: 'name', kind: 'full-name' } },
    { column: SHORT, into: null },
  ]
  const mapping = { columns, dateOrder: 'day-first' }
  const what = { code: null, title: { en: CORPUS }, holder: SHORT, mapping, clean: false, sheet: null }
  form.set('what', JSON.stringify(what))
  const received = await ask('/list-files', { method: 'POST', body: form })
  expect([received.status, ...kindOf(received)]).toEqual([200, ...JSON_ONLY])
  const { list } = ((await received.json()) as { value: { list: string } }).value
  const rows = await ask(`/lists/${list}/rows`)
  expect(kindOf(rows)).toEqual(JSON_ONLY)
  expect(await rows.text()).toContain(JSON.stringify(SHORT).slice(1, -1))
})

test('and whatever is read of them then is data, and no page', async () => {
  await signWhatChanged({ ...house.desk, signing }, { all: true })
  const objects = await objectsIn(house)
  let withScripts = 0
  for (const route of Object.keys(IN_ONE).filter((one) => one.startsWith('GET'))) {
    const answer = await server.ask(addressOf(route, { investigation: house.investigation, objects }), {
      session,
    })
    if (answer.headers.get('content-disposition') === null) expect(kindOf(answer), route).toEqual(JSON_ONLY)
    if ((await answer.text()).includes('<svg/onload=')) withScripts += 1
  }
  // They are there, word for word: nothing was cut out of what a witness said.
  expect(withScripts).toBeGreaterThan(15)
})
