import { randomBytes } from 'node:crypto'
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { digestOf, valueOf } from '@corroborate/base'
import { checkFixity, grantRole } from '@corroborate/casework'
import { exhibitFilesOf, ledgerHead } from '@corroborate/store'
import { say } from '@corroborate/words'
import { buildHouse } from '../../../casework/testing/house.ts'
import { eachEngine } from '../../../store/testing/engines.ts'
import type { ExhibitReceived, ExhibitsView, ExhibitView } from '../api.ts'
import { broughtFile, filesInFolder, saidOf } from '../testing/files.ts'
import { postedJson, served } from '../testing/served.ts'

interface Posted<Value> {
  readonly value: Value
  readonly reason?: string
  readonly detail?: string
}

/** Invented. */
const RECORDING = Buffer.from('a recording that was invented\n'.repeat(9_000))

eachEngine((_engine, open) => {
  const settled = open().then(async (store) => {
    const house = await buildHouse(store)
    const held = await filesInFolder(store)
    const server = served(store, { files: held.files })
    const session = await server.signIn(house.member)
    const at = `/api/investigations/${house.investigation}`
    const ask = (path: string, init: RequestInit = {}, by = session) =>
      server.ask(`${at}${path}`, { ...init, session: by })
    const view = async <View>(path: string) => (await (await ask(path)).json()) as View
    const bring = async (bytes: Uint8Array, more: object = {}, headers = {}) =>
      (await (
        await ask('/exhibits', broughtFile(bytes, saidOf(bytes, more), headers))
      ).json()) as Posted<ExhibitReceived>
    const openFile = (file: string) =>
      ask(`/exhibit-files/${file}/opening`, {
        method: 'POST',
        body: new URLSearchParams({ reason: 'To hear it.' }),
      })
    return { store, house, held, server, session, ask, view, bring, openFile }
  })
  afterAll(async () => (await settled).held.close())

  test('a file is taken in, shown with its digests and its custody, and given out as it came', async () => {
    const { bring, view, openFile } = await settled
    const collected = { actor: 'A. Researcher', at: '2026-01-02', place: 'abroad', reason: 'Handed over.' }
    const { value } = await bring(RECORDING, { collected, name: '../Aufnahme "7".wav\u202E' })
    expect(value.code).toMatch(/^X-000\d$/)
    const shown = await view<ExhibitView>(`/exhibits/${value.exhibit}`)
    expect(shown.files).toMatchObject([
      {
        name: '../Aufnahme "7".wav\u202E',
        bytes: RECORDING.length,
        made: null,
        fixity: { kind: 'not-checked' },
      },
    ])
    expect(shown.custody.map(({ kind, actor, place }) => [kind, actor, place])).toEqual([
      ['collected', 'A. Researcher', 'abroad'],
      ['archived', 'A. Researcher', null],
    ])
    const answer = await openFile(value.file)
    expect(Buffer.from(await answer.arrayBuffer()).equals(RECORDING)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-length': String(RECORDING.length),
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${value.code} .._Aufnahme _7_.wav_"; filename*=UTF-8''${value.code}%20.._Aufnahme%20_7_.wav_`,
    })
    const after = await view<ExhibitView>(`/exhibits/${value.exhibit}`)
    expect(after.custody.at(-1)).toMatchObject({ kind: 'accessed', reason: 'To hear it.', file: value.file })
  })

  test('the same file twice lies once, and is two exhibits under two names', async () => {
    const { bring, store, house } = await settled
    const bytes = randomBytes(5_000)
    const [one, other] = [await bring(bytes, { name: 'a.bin' }), await bring(bytes, { name: 'b.bin' })]
    expect(one.value.exhibit).not.toBe(other.value.exhibit)
    const files = (await exhibitFilesOf(store.db, house.investigation)).filter(({ id }) =>
      [one.value.file, other.value.file].includes(id),
    )
    expect(files.map(({ name }) => name)).toEqual(['a.bin', 'b.bin'])
    expect(new Set(files.map(({ held }) => held.address)).size).toBe(1)
  })

  test('a working copy is linked with its tool, its version and what was changed', async () => {
    const { bring, ask, view } = await settled
    const { value } = await bring(RECORDING)
    const copy = randomBytes(300)
    const { name, sha256, sha512 } = saidOf(copy) as Record<string, string>
    const made = { from: value.file, tool: 'ffmpeg', toolVersion: '7.1', changes: 'Cut to two minutes.' }
    const linked = await ask(
      `/exhibits/${value.exhibit}/working-copies`,
      broughtFile(copy, { name, sha256, sha512, made }),
    )
    expect(linked.status).toBe(200)
    const shown = await view<ExhibitView>(`/exhibits/${value.exhibit}`)
    expect(shown.files.map((file) => file.made)).toEqual([null, made])
    expect(shown.custody.at(-1)).toMatchObject({ kind: 'copied', reason: 'ffmpeg 7.1: Cut to two minutes.' })
  })

  test('custody is written down, and what is no custody is refused with its reason', async () => {
    const { bring, ask, view } = await settled
    const { value } = await bring(RECORDING)
    const event = {
      ...{
        file: null,
        kind: 'transferred',
        actor: 'A. Researcher',
        recipient: 'An expert',
        at: '2026-01-04',
      },
      ...{ place: null, reason: 'To have the voice looked at.' },
    }
    const post = (body: object) => ask(`/exhibits/${value.exhibit}/custody`, postedJson(body))
    expect((await post(event)).status).toBe(200)
    for (const [change, reason, status] of [
      [{ recipient: null }, 'no-recipient', 422],
      [{ at: '2026-02-30' }, 'not-a-time', 422],
      [{ at: '2026-01-09' }, 'in-the-future', 422],
      [{ reason: ' ' }, 'unreadable', 400],
      [{ kind: 'lost' }, 'unreadable', 400],
    ] as const) {
      const answer = await post({ ...event, ...change })
      expect([answer.status, ((await answer.json()) as Posted<never>).reason]).toEqual([status, reason])
    }
    const shown = await view<ExhibitView>(`/exhibits/${value.exhibit}`)
    expect(shown.custody.map(({ kind }) => kind)).toEqual(['transferred', 'archived'])
  })

  const other = saidOf(Buffer.from('another'))
  test.each([
    ['another digest than it arrives with', other, {}, 422, 'other-digest'],
    ['another length', {}, { 'content-length': '7' }, 422, 'other-length'],
    ['no length', {}, { 'content-length': 'soon' }, 400, 'unreadable'],
    ['a length that no disk has', {}, { 'content-length': '99999999999999' }, 400, 'unreadable'],
    ['more than there is room for', {}, { 'content-length': '9999999999999' }, 507, 'disk-full'],
    ['a name with half a character', { name: '\ud800.jpg' }, {}, 422, 'bad-name'],
    ['an endless name', { name: 'x'.repeat(300) }, {}, 422, 'bad-name'],
    [
      'a collection to come',
      { collected: { actor: 'A', at: '2027-01-01', place: null, reason: 'x' } },
      {},
      422,
      'in-the-future',
    ],
    ['a header that is none', {}, { 'corroborate-exhibit': '%E0%A4%A' }, 400, 'unreadable'],
    ['a digest that is none', { sha256: 'x' }, {}, 400, 'unreadable'],
  ])(
    'a file that is announced with %s is refused, and nothing of it stays',
    async (_, said, headers, status, reason) => {
      const { ask, view, held, house, store } = await settled
      const lying = () => readdir(held.folder, { recursive: true })
      const [before, shown] = [(await lying()).length, await view<ExhibitsView>('/exhibits')]
      const head = await ledgerHead(store.db, house.investigation)
      const answer = await ask(
        '/exhibits',
        broughtFile(RECORDING, { ...saidOf(RECORDING), ...said }, headers),
      )
      expect([answer.status, ((await answer.json()) as Posted<never>).reason]).toEqual([status, reason])
      expect(await lying()).toHaveLength(before)
      expect(await view('/exhibits')).toEqual(shown)
      expect(await ledgerHead(store.db, house.investigation)).toEqual(head)
    },
  )

  test('a sender that is cut off leaves nothing', async () => {
    const { server, session, house, held } = await settled
    const before = await readdir(held.folder, { recursive: true })
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(RECORDING.subarray(0, 1_000)),
      pull: (controller) => controller.error(new Error('the line was cut')),
    })
    const { headers } = broughtFile(RECORDING, saidOf(RECORDING))
    const cut: RequestInit = { method: 'POST', body, ...(headers && { headers }) }
    const answer = await server.ask(`/api/investigations/${house.investigation}/exhibits`, {
      ...{ ...cut, duplex: 'half', session },
    })
    expect([answer.status, ((await answer.json()) as Posted<never>).reason]).toEqual([408, 'cut-off'])
    expect(await readdir(held.folder, { recursive: true })).toEqual(before)
  })

  test('who has no part in it is told what is told of nothing, before a byte is read', async () => {
    const { server, house, held, bring } = await settled
    const { value } = await bring(RECORDING)
    const stranger = await server.signIn(house.strangerId)
    const before = await readdir(held.folder, { recursive: true })
    const nowhere = `/api/investigations/${house.investigation}`
    const unread = new ReadableStream(
      { pull: () => expect.unreachable('the body was read') },
      { highWaterMark: 0 },
    )
    const { headers } = broughtFile(RECORDING, saidOf(RECORDING))
    for (const [path, init] of [
      ['/exhibits', {}],
      [`/exhibits/${value.exhibit}`, {}],
      ['/exhibits', { method: 'POST', body: unread, duplex: 'half', ...(headers && { headers }) }],
      [`/exhibit-files/${value.file}/opening`, { method: 'POST', body: new URLSearchParams() }],
    ] as const) {
      const answer = await server.ask(`${nowhere}${path}`, { ...init, session: stranger })
      expect([answer.status, ((await answer.json()) as Posted<never>).reason]).toEqual([404, 'not-found'])
    }
    expect(await readdir(held.folder, { recursive: true })).toEqual(before)
  })

  test('a reviewer reads and does not take in', async () => {
    const { server, house } = await settled
    valueOf(await grantRole(house.operator, { ...house, member: house.strangerId, role: 'reviewer' }))
    const reviewer = await server.signIn(house.strangerId)
    const at = `/api/investigations/${house.investigation}/exhibits`
    expect((await server.ask(at, { session: reviewer })).status).toBe(200)
    const refused = await server.ask(at, { ...broughtFile(RECORDING, saidOf(RECORDING)), session: reviewer })
    expect(refused.status).toBe(404)
  })

  test('one flipped bit: the check names the file, the desk says so, and it is not given out', async () => {
    const { bring, held, house, store, view, openFile } = await settled
    const { value } = await bring(randomBytes(3_000_000), { name: 'spoilt.bin' })
    const [file] = (await exhibitFilesOf(store.db, house.investigation)).filter(({ id }) => id === value.file)
    const path = join(held.folder, 'held', file?.held.address.slice(0, 2) ?? '', file?.held.address ?? '')
    const lying = await readFile(path)
    lying[2_500_000] = (lying[2_500_000] ?? 0) ^ 4
    await chmod(path, 0o600)
    await writeFile(path, lying)
    // Before any check: the beginning is whole, and the stream breaks off where it is not.
    const broken = await openFile(value.file)
    await expect(broken.arrayBuffer()).rejects.toThrow('no longer what was written')
    const found = await checkFixity({
      ...house.operator,
      clock: () => Date.parse('2026-01-06T12:00:00.000Z'),
      files: held.files,
    })
    const sentence = `${value.code}, file “spoilt.bin”: altered. What lies in the store is no longer what was received on 2026-01-05: read again at 2026-01-06T12:00:00.000Z, it has the SHA-256 ${digestOf(lying)}, another than that by which it is kept. It is not given out. Put it back from a backup, and keep the altered one.`
    const here = found.investigations.find(({ investigation }) => investigation === house.investigation)
    expect(here?.told).toEqual([sentence])
    expect(found.orphans).toEqual([])
    const { exhibits, check } = await view<ExhibitsView>('/exhibits')
    const fixity = exhibits.find(({ id }) => id === value.exhibit)?.fixity
    if (fixity?.kind !== 'altered') throw new Error('it was not found altered')
    expect(say('en', 'exhibit.fault.altered', fixity.named)).toBe(sentence)
    expect(say('ar', 'exhibit.fault.altered', fixity.named)).toContain('«spoilt.bin»: تغيّر')
    expect(exhibits.filter(({ fixity }) => fixity.kind === 'whole')).toHaveLength(exhibits.length - 1)
    expect(check?.faults).toHaveLength(1)
    const refused = await openFile(value.file)
    expect([refused.status, ((await refused.json()) as Posted<never>).detail]).toEqual([422, sentence])
  })
})
