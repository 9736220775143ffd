import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, valueOf, type OpeningId, type SourceId } from '@corroborate/base'
import { nameCustodians, planBackup, proposeRelease, publishReport } from '@corroborate/casework'
import { writeTar } from '@corroborate/interchange'
import { nameKeys, USUAL_NAMES } from '@corroborate/linkage/names'
import { atOnce, openStore, type Store } from '@corroborate/store'
import { findCandidates, freezeText, indexNames, protectText } from '@corroborate/testimony'
import { COPY, ORIGINAL, sealValue, type Recipient } from '@corroborate/vault/sealing'
import { buildHouse, everythingIn, type House } from '../../casework/testing/house.ts'
import { checked } from '../../casework/testing/release-trials.ts'
import {
  keyedCustodian,
  keyedMember,
  listOf,
  SEALED_NAME,
  toCustodian,
  type Keyed,
} from '../../casework/testing/sealed.ts'
import { postedJson, served } from '../server/testing/served.ts'
import { TRIALS, everyAct } from '../../casework/testing/trials.ts'
import { sealFile } from '../desk/src/exhibits/seal-file.ts'
import { sealedFileText } from '../desk/src/exhibits/sealed-file-said.ts'
import type { ExhibitReceived } from '../server/api.ts'
import { broughtFile, saidOf } from '../server/testing/files.ts'
import { folders } from '../../store/testing/engines.ts'
import { formsOf } from './forms-of.ts'
import { LEAKED, NAMES, PARTS } from './names.ts'
import { memoryOf } from './process-memory.ts'
import { startServer, type ServerProcess } from './server-process.ts'
import { lookoutFor } from './sightings.ts'

const places = folders()
/** Everything that this test puts on the disk, and where its server puts what it keeps for a moment. */
const beside = mkdtempSync(join(tmpdir(), 'corroborate-canary-'))
const lookForNames = lookoutFor(NAMES)
const lookForParts = lookoutFor(PARTS)
/** What the trials of acts seal. */
const lookForTried = lookoutFor([SEALED_NAME])
const lookForLeak = lookoutFor([LEAKED])
let where: Awaited<ReturnType<typeof places.place>>
let house: House
let custodian: Keyed
let asker: Keyed
let server: ServerProcess
let routes: readonly string[]
let at: string

beforeAll(async () => {
  where = await places.place()
  if (where.kind !== 'file') throw new Error('the canary looks at files')
  const store = valueOf(await openStore(where))
  house = await buildHouse(store)
  custodian = await keyedCustodian(house)
  asker = await keyedMember(house, 'researcher')
  valueOf(await nameCustodians(custodian.desk, await listOf(house, [custodian])))
  const { desk, investigation, report } = house
  valueOf(await proposeRelease(desk, { ...(await checked(house, report)), flags: [], reason: '' }))
  valueOf(await publishReport(desk, { investigation, report }))
  routes = served(store).routes
  await store.close()
  at = `/api/investigations/${investigation}`
  server = await startServer({ store: where.folder, ...foldersBeside() }, [custodian.member, asker.member])
})

afterAll(async () => {
  await server.crash()
  await places.remove()
  rmSync(beside, { recursive: true, force: true })
})

function foldersBeside() {
  const [files, signing] = [join(beside, 'files'), join(beside, 'signing')]
  return { files, signing, temporary: beside }
}

/** Acts that are not done here, each with why no name could come out of it. */
const CARRIES_NO_NAME: Readonly<Record<string, string>> = {
  'sign-in-link.released':
    'the digest of a link, and who let it go; where administrators of other investigations are, its trial finds no link of its own',
}

async function asks(who: 'custodian' | 'asker', path: string, init: RequestInit = {}) {
  const session = server.sessions[who === 'custodian' ? 0 : 1] ?? ''
  return server.ask(path, { ...init, session })
}

/** What an act answers, once it was done. */
async function doneBy<Value>(who: 'custodian' | 'asker', path: string, body: unknown): Promise<Value> {
  const answer = await asks(who, path, postedJson(body))
  const said = (await answer.json()) as { value: Value }
  expect(answer.status, `${path}: ${JSON.stringify(said)}`).toBe(200)
  return said.value
}

/** As a browser seals it: the first version of a value, by the custodian. */
async function sealed(record: string, field: string, { value, to }: { value: string; to: Recipient[] }) {
  const context = { investigation: house.investigation, record, field, author: custodian.member }
  return valueOf(
    await sealValue(
      value,
      { ...context, version: 1, previous: null, time: new Date().toISOString() },
      { author: custodian, recipients: to },
    ),
  )
}

/** One name by every way in that is sealed, and every act that touches it. */
async function sealEverywhere(
  name: string,
): Promise<{ readonly source: SourceId; readonly opening: OpeningId }> {
  const source = await doneBy<SourceId>('asker', `${at}/sources`, {
    ...{ code: null, kind: 'witness', role: 'relative', title: { en: 'A pseudonym' } },
    ...{ reliability: 'F', credibility: 6 },
  })
  const original = freezeText(`W: I am ${name}. My brother and I left; ${name} was never asked.`).content
  // Together with the words for which its tokens stand, as the desk sends both.
  const text = newId<'text'>({ at: Date.now(), random: randomBytes(10) })
  const kept = await sealed(text, ORIGINAL, { value: original, to: [...toCustodian(custodian)] })
  const working = workingText(source, protectedFrom(original, name))
  await doneBy('custodian', `${at}/texts`, { ...working, sealed: kept })
  for (const [field, value] of [
    ['name', name],
    ['contact', `${name}, upstairs`],
  ] as const) {
    const value_ = await sealed(source, field, { value, to: [...toCustodian(custodian)] })
    await doneBy('custodian', `${at}/sealed`, { sealed: value_ })
    // Once more, and damaged: refused, in words that tell nothing.
    expect((await asks('custodian', `${at}/sealed`, postedJson({ sealed: value_ }))).status).toBe(422)
    await asks('custodian', `${at}/sealed`, postedJson({ sealed: { ...value_, file: 'AAAA' } }))
  }
  await sealRecording(name)
  const opening = await doneBy<OpeningId>('asker', `${at}/openings`, {
    ...{ record: source, field: 'name', reason: 'To warn them.' },
  })
  const to = [{ name: asker.member, recipient: asker.halves.recipient }]
  const copy = await sealed(opening, COPY, { value: name, to })
  await doneBy('custodian', `${at}/openings/${opening}/release`, { copy })
  await doneBy('asker', `${at}/openings/${opening}/opened`, {})
  return { source, opening }
}

/** A recording, sealed as the desk seals it, with a sealed value that says what it is called; and asked for again. */
async function sealRecording(name: string): Promise<void> {
  const spoken = new Blob([`I am ${name}, and this is my voice.`.repeat(20)])
  const { file, header } = await sealFile(spoken, toCustodian(custodian), { onBytes: () => undefined })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const said = saidOf(bytes, { name: 'sealed.age', sealed: true })
  const answer = await asks('asker', `${at}/exhibits`, broughtFile(bytes, said))
  expect(answer.status).toBe(200)
  const { value: brought } = (await answer.json()) as { value: ExhibitReceived }
  const value = sealedFileText({ header, name: `${name}.wav`, type: 'audio/wav' })
  const about = await sealed(brought.exhibit, 'file', { value, to: [...toCustodian(custodian)] })
  await doneBy('custodian', `${at}/sealed`, { sealed: about })
  const body = new URLSearchParams({ reason: 'To hear it.' })
  const given = await asks('custodian', `${at}/exhibit-files/${brought.file}/opening`, {
    method: 'POST',
    body,
  })
  expect(given.status).toBe(200)
}

/** The working text, as the browser makes it before anything leaves. */
function protectedFrom(original: string, name: string): string {
  const index = indexNames([{ token: '⟦W1⟧', spellings: [name] }], (text) => nameKeys(text, USUAL_NAMES))
  const confirmed = findCandidates(original, index).flatMap(({ start, end, tokens: [token] }) =>
    token === undefined ? [] : [{ start, end, token }],
  )
  return valueOf(protectText(original, confirmed)).working
}

function workingText(source: SourceId, words: string) {
  const sha256 = createHash('sha256').update(words).digest('hex')
  const piece = { words, paragraph: false, from: null, to: null, doubt: null }
  return {
    ...{ code: null, source, title: { en: 'x' }, language: 'en', kind: 'transcript' },
    spoken: [{ speaker: 'W', pieces: [piece] }],
    readFrom: { file: 'heard.txt', sha256, form: 'plain', machine: null },
  }
}

/** Everything that is read of an investigation, by whoever reads all of it; and its published pages. */
async function readAll(made: { readonly source: SourceId; readonly opening: OpeningId }): Promise<number> {
  const of: Readonly<Record<string, string>> = {
    ...{ sources: made.source, sealed: made.source, openings: made.opening, texts: house.text },
    ...{ claims: house.claim, findings: house.finding, reports: house.report },
  }
  const paths = routes.flatMap((route) => {
    const [method, path = ''] = route.split(' ')
    const filled = path
      .replace(':id', house.investigation)
      .replace(/([a-z-]+)\/:of/, (whole, kind: string) => (of[kind] ? `${kind}/${of[kind]}` : whole))
      .replace(':sequence', '1')
    return method === 'GET' && !/[:*]/.test(filled) ? [filled] : []
  })
  for (const path of paths) await asks('custodian', path)
  const page =
    /href="(\/public\/(?!assets)[^"]+)"/.exec(await (await asks('asker', '/public')).text())?.[1] ?? ''
  expect(page).not.toBe('')
  for (const path of [page, `${page}/report.pdf`]) expect((await asks('asker', path)).status).toBe(200)
  await asks('asker', `${at}/search`, postedJson({ words: 'brother left' }))
  expect((await asks('custodian', `${at}/sealed-names`, postedJson({}))).status).toBe(200)
  const scope = { kind: 'investigation' }
  expect((await asks('custodian', `${at}/packages`, postedJson({ scope }))).status).toBe(200)
  return paths.length
}

/** What goes wrong with a name in it, where no name belongs: refused, and kept by nobody. */
async function failWith(name: string): Promise<void> {
  const address = encodeURIComponent(name)
  const refused = [
    await asks('asker', `/${address}`),
    await asks('asker', `${at}/sources/${address}`),
    await asks('asker', `/sign-in?token=nothing`, { headers: { 'accept-language': address } }),
    await asks('asker', `${at}/sources`, { ...postedJson({}), body: `{"title": {"en": "${name}"}` }),
    await asks('asker', `${at}/sources`, postedJson({ title: { en: name }, kind: name })),
    await asks(
      'custodian',
      `${at}/sealed`,
      postedJson({ sealed: { statement: { record: name }, file: name } }),
    ),
    await asks('asker', `${at}/texts`, postedJson({ ...workingText(house.witness, `${name}\0`) })),
    await asks('asker', `${at}/exhibits`, uploadOf(name)),
  ]
  expect(refused.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
}

/** A file that is not what was said of it: its bytes are on the disk for a moment, and its name is on the way to a row. */
function uploadOf(name: string): RequestInit {
  const said = {
    ...{ name: `${name}.txt`, sha256: '0'.repeat(64), sha512: '0'.repeat(128), code: null },
    ...{ title: { en: name }, source: null, generation: 'original', whereabouts: null, collected: null },
  }
  const headers = { 'corroborate-exhibit': encodeURIComponent(JSON.stringify(said)) }
  return { method: 'POST', headers, body: `I am ${name}.` }
}

/** Everything that whoever takes the disk has, and what went over the line or was logged. */
function seized(): readonly (readonly [string, Buffer])[] {
  return [...filesLying(), ['answers', server.answers()], ['logs', server.logs()]]
}

/** The server goes on meanwhile: a file that comes to its own name between being listed and being read is listed again. */
function filesLying(tries = 5): readonly (readonly [string, Buffer])[] {
  try {
    const folders = [where.kind === 'file' ? where.folder : '', beside]
    return folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .flatMap(({ parentPath, name }) => [
        [`file ${name}`, readFileSync(join(parentPath, name))] as const,
        ['names of files', Buffer.from(name)] as const,
      ])
  } catch (error) {
    if (tries > 1 && error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return filesLying(tries - 1)
    throw error
  }
}

/** What the store holds once its passphrase is known, and a backup of it once its key is. */
async function opened(store: Store): Promise<readonly (readonly [string, Buffer])[]> {
  const backup = await atOnce(store.db, async (db) => {
    const pieces: Uint8Array[] = []
    const plan = await planBackup(db, { at: '2026-01-05T12:00:00.000Z', files: null })
    for await (const piece of writeTar(plan.files)) pieces.push(piece)
    return Buffer.concat(pieces)
  })
  return [
    ['tables', Buffer.from(await everythingIn(store))],
    ['backup', backup],
  ]
}

test('forty names that were sealed lie nowhere outside ciphertext, in no encoding and under no unsalted hash', async () => {
  expect(new Set(NAMES)).toHaveLength(40)
  const made: Awaited<ReturnType<typeof sealEverywhere>>[] = []
  for (const name of NAMES) made.push(await sealEverywhere(name))
  const [first] = made
  if (!first) throw new Error('nothing was sealed')
  expect(await readAll(first)).toBeGreaterThan(30)

  const memory = memoryOf(server.pid)
  if (memory === null)
    console.warn('The memory of the server is not looked through: this system does not let us.')
  else expect(lookForNames(memory)).toEqual([])
  for (const look of [lookForNames, lookForParts]) expect(look(seized())).toEqual([])

  // From here on names come in where none belongs, and the memory of whoever was told them is not looked through.
  for (const name of NAMES) await failWith(name)
  for (const look of [lookForNames, lookForParts]) expect(look(seized())).toEqual([])
})

test('a name that is leaked on purpose is found in memory, in answers, in a temporary file and in what one is called', async () => {
  const title = { en: LEAKED }
  const source = await doneBy<SourceId>('asker', `${at}/sources`, {
    ...{ code: null, kind: 'witness', role: 'relative', title, reliability: 'F', credibility: 6 },
  })
  await asks('asker', `${at}/sources/${source}`)
  writeFileSync(join(beside, 'left behind'), Buffer.from(LEAKED, 'utf16le'))
  writeFileSync(join(beside, LEAKED), '')
  const found = new Set(lookForLeak(seized()).map(({ place, way }) => `${place}: ${way}`))
  expect(found).toContain('answers: UTF-8')
  expect(found).toContain('file left behind: UTF-16LE')
  expect(found).toContain('names of files: UTF-8')
  const memory = memoryOf(server.pid)
  if (memory !== null) expect(memory.some((piece) => lookForLeak([piece]).length > 0)).toBe(true)
})

test('nor do they when the server is killed as it writes: in what it leaves, in its tables and in a backup of them', async () => {
  const writing = NAMES.slice(0, 8).map((name) => sealEverywhere(name).catch(() => undefined))
  await new Promise((settle) => setTimeout(settle, 50))
  await server.crash()
  await Promise.all(writing)
  const left = seized()
  const store = valueOf(await openStore(where))
  try {
    const lying = [...left, ...(await opened(store))]
    for (const look of [lookForNames, lookForParts]) expect(look(lying)).toEqual([])
    const places = lookForLeak(lying).map(({ place }) => place)
    expect(places).toEqual(expect.arrayContaining(['tables', 'backup']))
  } finally {
    await store.close()
  }
})

test('nor after every act was done in that store: in what each answers, in tables, files and a backup', async () => {
  await server.crash()
  const store = valueOf(await openStore(where))
  try {
    const answered: string[] = []
    for (const one of everyAct.filter(({ actName }) => !(actName in CARRIES_NO_NAME))) {
      const own = await buildHouse(store)
      const { by, valid } = TRIALS[one.actName] ?? {}
      if (!valid) throw new Error(`${one.actName} is not tried`)
      const done: unknown = valueOf(await one(by ? by(own) : own.desk, await valid(own)))
      answered.push(JSON.stringify([done]))
    }
    expect(answered.length + Object.keys(CARRIES_NO_NAME).length).toBe(everyAct.length)
    const lying = [
      ...seized(),
      ...(await opened(store)),
      ['what acts answer', Buffer.from(answered.join('\n'))] as const,
    ]
    for (const look of [lookForNames, lookForParts, lookForTried]) expect(look(lying)).toEqual([])
  } finally {
    await store.close()
  }
})

test('a name that is leaked on purpose is found in each way it can lie somewhere', () => {
  const [name = ''] = NAMES
  for (const { way, bytes } of formsOf(name)) {
    const leaked = [['a log', Buffer.concat([Buffer.from('x'), bytes, Buffer.from('y')])]] as const
    expect(lookForNames(leaked).map((seen) => seen.way)).toContain(way)
  }
})
