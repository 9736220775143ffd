import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf, type OpeningId } from '@corroborate/base'
import { addText, nameCustodians, recordSource } from '@corroborate/casework'
import { nameKeys, USUAL_NAMES } from '@corroborate/linkage/names'
import { openStore, type Store } from '@corroborate/store'
import { findCandidates, freezeText, indexNames, protectText } from '@corroborate/testimony'
import { buildHouse, everythingIn, type House } from '../../casework/testing/house.ts'
import {
  copyFor,
  keyedCustodian,
  keyedMember,
  listOf,
  sealedBy,
  toCustodian,
} from '../../casework/testing/sealed.ts'
import { postedJson, served, type Served } from '../server/testing/served.ts'
import { folders } from '../../store/testing/engines.ts'
import { formsOf, sightings } from './forms-of.ts'

/** Invented: forty names in both scripts, with and without tashkil, composed and decomposed, with direction controls. */
const GIVEN = ['Qasimov', 'Zubaydah', 'Théodora', 'Nuʿayma', 'قتيبة', 'زُبَيْدَة', 'هيثم', 'رُقَيّة']
const FAMILY = ['Ibn al-Warraq', 'Al-Tawhidi', 'Çelebiyân', 'الورّاق', 'التوحيدي']
const NAMES = GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`)).map((name, i) =>
  i % 4 === 1 ? name.normalize('NFD') : i % 4 === 2 ? `\u2067${name}\u2069` : name,
)

const places = folders()
let folder: string
let store: Store
let house: House
let server: Served
const answers: Buffer[] = []

beforeAll(async () => {
  const where = await places.place()
  if (where.kind !== 'file') throw new Error('the canary looks at files')
  folder = where.folder
  store = valueOf(await openStore(where))
  house = await buildHouse(store)
  server = served(store)
})

afterAll(async () => {
  await store.close()
  await places.remove()
})

/** Asks as a browser does, and keeps every byte of the answer. */
async function heard(path: string, session: string, body?: unknown): Promise<Response> {
  const answer = await server.ask(path, { session, ...(body === undefined ? {} : postedJson(body)) })
  answers.push(Buffer.from(`${JSON.stringify([...answer.headers])}\n${await answer.clone().text()}`))
  return answer
}

/** Everything that whoever seizes the machine has: files as they lie, the tables once the passphrase is known, answers, errors. */
async function seized(): Promise<ReadonlyMap<string, Buffer>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map([
    ...files.map(({ parentPath, name }) => [`file ${name}`, readFileSync(join(parentPath, name))] as const),
    ['tables', Buffer.from(await everythingIn(store))],
    ['answers', Buffer.concat(answers)],
    ['errors', Buffer.from(server.reported.map(String).join('\n'))],
  ])
}

/** One name by every way in that is sealed, and every act that touches it. */
async function sealEverywhere(name: string, by: Awaited<ReturnType<typeof team>>): Promise<void> {
  const { custodian, asker, sessions } = by
  const at = `/api/investigations/${house.investigation}`
  const record = valueOf(
    await recordSource(house.desk, {
      ...{ investigation: house.investigation, code: null, kind: 'witness', role: 'relative' },
      ...{ title: { en: 'A pseudonym' }, reliability: 'F', credibility: 6 },
    }),
  )
  const original = freezeText(`W: I am ${name}. My brother and I left; ${name} was never asked.`).content
  const index = indexNames([{ token: '⟦W1⟧', spellings: [name] }], (text) => nameKeys(text, USUAL_NAMES))
  const confirmed = findCandidates(original, index).flatMap(({ start, end, tokens: [token] }) =>
    token === undefined ? [] : [{ start, end, token }],
  )
  const { working } = valueOf(protectText(original, confirmed))
  const text = {
    code: null,
    title: { en: 'x' },
    language: 'en',
    kind: 'transcript',
    translationOf: null,
    speakers: [],
  } as const
  valueOf(
    await addText(house.desk, {
      investigation: house.investigation,
      source: record,
      ...text,
      content: working,
    }),
  )
  for (const [field, value] of [
    ['name', name],
    ['contact', `${name}, upstairs`],
    ['original', original],
  ] as const) {
    const sealed = await sealedBy(house, custodian, { record, field, value, to: toCustodian(custodian) })
    expect((await heard(`${at}/sealed`, sessions.custodian, { sealed })).status).toBe(200)
    // Once more, and damaged: refused, in words that tell nothing.
    await heard(`${at}/sealed`, sessions.custodian, { sealed })
    await heard(`${at}/sealed`, sessions.custodian, { sealed: { ...sealed, file: 'AAAA' } })
  }
  const asked = await heard(`${at}/openings`, sessions.asker, {
    record,
    field: 'name',
    reason: 'To warn them.',
  })
  const { value: opening } = (await asked.json()) as { value: OpeningId }
  const copy = await copyFor(house, custodian, { asker, opening })
  await heard(`${at}/openings/${opening}`, sessions.custodian)
  await heard(`${at}/openings/${opening}/release`, sessions.custodian, { copy })
  expect((await heard(`${at}/openings/${opening}/opened`, sessions.asker, {})).status).toBe(200)
  for (const path of [`/sealed/${record}`, `/sources/${record}`, '/ledger'])
    await heard(`${at}${path}`, sessions.asker)
}

async function team() {
  const custodian = await keyedCustodian(house)
  const asker = await keyedMember(house, 'researcher')
  valueOf(await nameCustodians(custodian.desk, await listOf(house, [custodian])))
  const sessions = { custodian: await server.signIn(house.member), asker: await server.signIn(asker.member) }
  return { custodian, asker, sessions }
}

test('forty names that were sealed lie nowhere outside ciphertext, in no encoding and under no unsalted hash', async () => {
  expect(new Set(NAMES)).toHaveLength(40)
  const by = await team()
  for (const name of NAMES) await sealEverywhere(name, by)
  expect(sightings(NAMES, await seized())).toEqual([])
  const parts = [...GIVEN, ...FAMILY].filter((part) => part.length > 5)
  expect(sightings(parts, await seized())).toEqual([])
})

test('a name that is leaked on purpose is found, in each way it can lie there', async () => {
  const [name = ''] = NAMES
  valueOf(
    await recordSource(house.desk, {
      ...{ investigation: house.investigation, code: null, kind: 'witness', role: 'relative' },
      ...{ title: { en: name }, reliability: 'F', credibility: 6 },
    }),
  )
  expect(sightings([name], await seized())).toContainEqual({ name, way: 'UTF-8', place: 'tables' })
  for (const { way, bytes } of formsOf(name)) {
    const leaked = new Map([['a log', Buffer.concat([Buffer.from('x'), bytes, Buffer.from('y')])]])
    expect(sightings([name], leaked).map((seen) => seen.way)).toContain(way)
  }
})
