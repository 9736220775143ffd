import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { valueOf, type InvestigationId, type MemberId } from '@corroborate/base'
import { disableMember, signCheckpoint } from '@corroborate/casework'
import { writeVerifierKey } from '@corroborate/ledger'
import { serve, type Serving } from '@corroborate/server'
import { allInvestigations, cosignaturesOf, lastCheckpoint, openStore } from '@corroborate/store'
import { buildHouse, deskIn, recordedSource } from '../../../casework/testing/house.ts'
import { openSigning } from '../../server/ledger/open-signing.ts'
import { parseCommandLine } from '../command-line.ts'
import { corroborate, corroborateServing, type Ran } from '../testing/run.ts'
import { watch } from './watch.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const PASSPHRASE = 'invented for a test'
const WITH = { CORROBORATE_PASSPHRASE: PASSPHRASE }

let root: string
let [origin, key, code] = ['', '', '']
let chain: InvestigationId
let member: MemberId
let port = 0
/** The ledger as it stands, as it was a week before, and as another history goes on from then. */
const at = (name: 'now' | 'earlier' | 'other') => join(root, name)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'corroborate-watched-'))
  await grown('now', 0)
  for (const name of ['earlier', 'other'] as const)
    for (const folder of ['', '.ledger']) await cp(at('now') + folder, at(name) + folder, { recursive: true })
  await grown('now', 1)
  await grown('other', 2)
})
afterAll(() => rm(root, { recursive: true }))

/** Opens a store, or begins it, enters so many documents, and has the ledger signed. */
async function grown(name: 'now' | 'other', documents: number): Promise<void> {
  const store = valueOf(await openStore({ kind: 'file', folder: at(name), passphrase: PASSPHRASE }))
  const [known] = await allInvestigations(store.db)
  if (!known) {
    const house = await buildHouse(store)
    chain = house.investigation
    member = house.member
    // The terminal acts as whoever came first, and in a house that is built these two came at once.
    valueOf(await disableMember(house.operator, { member: house.strangerId }))
    code = (await allInvestigations(store.db))[0]?.code ?? ''
  }
  for (let i = 0; i < documents; i++) await recordedSource(deskIn(store, member), chain, 'document')
  const asked = { folder: `${at(name)}.ledger`, passphrase: PASSPHRASE }
  const { signing, release } = valueOf(await openSigning(asked, randomBytes))
  valueOf(await signCheckpoint({ ...deskIn(store, member), signing }, chain))
  ;[origin, key] = [signing.key.originOf(chain), writeVerifierKey(signing.key.signerOf(chain).key)]
  release()
  await store.close()
}

/** Serves a store at the one address that everybody watches. */
async function served(
  name: 'now' | 'earlier' | 'other',
  work: (serving: Serving) => Promise<void>,
): Promise<readonly string[]> {
  const reported: string[] = []
  const serving = valueOf(
    await serve({
      where: { kind: 'file', folder: at(name), passphrase: PASSPHRASE },
      signing: { folder: `${at(name)}.ledger`, passphrase: PASSPHRASE },
      ...{ files: null, port, host: '127.0.0.1', origin: null, deskFolder: '/nowhere' },
      ...{ software: 'Corroborate (test)', report: (said) => reported.push(String(said)) },
    }),
  )
  port = Number(new URL(serving.address).port)
  await work(serving)
  await serving.close()
  return reported
}

/** What the command says, in this process: it is asked six times. */
async function watched(monitor: string, ...more: readonly string[]): Promise<Ran> {
  const url = `http://localhost:${port}/ledger/${origin}`
  const asked = valueOf(parseCommandLine(['watch', url, '--once', '--state', join(root, monitor), ...more]))
  if (asked.command !== 'watch') throw new Error('something else was asked')
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    const code = await watch(asked)
    return { code, out: out.mock.calls.join('\n'), err: err.mock.calls.join('\n') }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

test('a monitor sees a ledger grow; one that shrank or forked at the same address is said, and two monitors prove a fork', async () => {
  await served('earlier', async () => {
    expect(await watched('first')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/: \d+ entries, as/) as string,
    })
  })
  await served('now', async () => {
    expect(await watched('first')).toMatchObject({ code: 0, err: '' })
  })
  await served('earlier', async () => {
    expect(await watched('first')).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^The ledger has shrunk: \d+ entries were signed, and now only \d+[.] An older copy was put back, or the end was cut off[.]$/m,
      ) as string,
    })
  })
  await served('other', async () => {
    const forked = {
      code: 1,
      err: expect.stringMatching(
        /^The ledger has forked: the first \d+ entries are not those that were signed before[.] Keep both checkpoints: together they prove it[.]$/m,
      ) as string,
    }
    expect(await watched('first')).toMatchObject(forked)
    expect(await watched('second')).toMatchObject({ code: 0 })
    expect(await watched('second', '--against', join(root, 'first.checkpoint'))).toMatchObject(forked)
  })
})

test('what cannot be read is said by its name, and is no alarm', async () => {
  const nowhere = ['watch', 'http://127.0.0.1:65535', '--once', '--state', join(root, 'nowhere.json')]
  const unreachable = await corroborate(nowhere)
  expect(unreachable).toMatchObject({ code: 2, out: '' })
  expect(unreachable.err).toMatch(/^http:\/\/127[.]0[.]0[.]1:65535 cannot be read: .*ECONNREFUSED/)
  const noKey = await corroborate([...nowhere, '--key', 'nothing.key'])
  expect(noKey).toMatchObject({
    ...{ code: 2, out: '' },
    err: 'nothing.key: expected a file with a key, found none that can be read.\n',
  })
})

test('a witness at the terminal cosigns a ledger, whoever verifies its package is told so, and another history it does not cosign', async () => {
  const logs = join(root, 'logs')
  await writeFile(logs, `log ${key}\nquorum none\n`)
  const witness = await corroborateServing(
    [
      'witness',
      '--policy',
      logs,
      '--name',
      'partner.example/witness',
      '--port',
      '0',
      '--data',
      join(root, 'w'),
    ],
    WITH,
  )
  try {
    const [, address] = /The witness is at +(\S+)/.exec(witness.out) ?? []
    const [, cosigner] = /Its key +(\S+)/.exec(witness.out) ?? []
    const named = `witness partner ${cosigner ?? ''} ${address ?? ''}\nquorum partner\n`
    for (const name of ['now', 'other'] as const) await writeFile(join(`${at(name)}.ledger`, 'policy'), named)
    await served('now', async ({ store }) => {
      const head = await lastCheckpoint(store.db, chain)
      if (!head) throw new Error('nothing was signed')
      await vi.waitFor(async () => expect(await cosignaturesOf(store.db, head)).toHaveLength(1), 30_000)
    })
    const told = await served('other', (serving) =>
      vi.waitFor(async () => {
        const head = await lastCheckpoint(serving.store.db, chain)
        expect(head && (await cosignaturesOf(serving.store.db, head))).toEqual([])
        await new Promise((settle) => setTimeout(settle, 1_000))
      }, 30_000),
    )
    expect(told.filter((sentence) => sentence.includes(origin))).toEqual([
      expect.stringMatching(/^The witness partner has not cosigned .*: .*[.]$/),
    ])
    await writeFile(logs, `log ${key}\n${named}`)
  } finally {
    await witness.stop()
  }
  const out = join(root, 'package.tar')
  expect(await corroborate(['package', code, '--out', out, '--data', at('now')], WITH)).toMatchObject({
    code: 0,
  })
  expect(await corroborate(['verify', out, '--policy', logs])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Cosigned by partner.') as string,
  })
})
