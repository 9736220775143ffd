import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { valueOf } from '@corroborate/base'
import { recordSource, signCheckpoint } from '@corroborate/casework'
import { openStore } from '@corroborate/store'
import { openSignedHeads } from '@corroborate/vault'
import { buildHouse, deskIn } from '../../casework/testing/house.ts'
import { openSigning } from '../server/ledger/open-signing.ts'
import { corroborate } from './testing/run.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const PASSPHRASE = 'invented for a test'
let root: string
/** The store as it stands, as it was a week before, and as another history goes on from then. */
let [data, earlier, other] = ['', '', '']
let chain = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'corroborate-verify-'))
  ;[data, earlier, other] = ['data', 'earlier', 'other'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  const open = async (folder: string) =>
    valueOf(await openStore({ kind: 'file', folder, passphrase: PASSPHRASE }))
  const first = await open(data)
  const house = await buildHouse(first)
  chain = house.investigation
  await first.close()
  for (const copy of [earlier, other]) await cp(data, copy, { recursive: true })
  for (const [folder, code] of [
    [data, 'D-1'],
    [other, 'D-2'],
  ] as const) {
    const store = await open(folder)
    valueOf(
      await recordSource(deskIn(store, house.member), {
        ...({ investigation: house.investigation, kind: 'document', role: 'report', code } as const),
        ...({ title: { en: code }, reliability: 'F', credibility: 6 } as const),
      }),
    )
    if (folder === data) {
      const asked = { folder: `${data}.ledger`, passphrase: PASSPHRASE }
      const signing = valueOf(await openSigning(asked, (bytes) => new Uint8Array(bytes).fill(7)))
      const clock = () => Date.parse('2026-01-06T12:00:00.000Z')
      valueOf(
        await signCheckpoint(
          { ...deskIn(store, house.member, clock), signing: signing.signing },
          house.investigation,
        ),
      )
      signing.release()
    }
    await store.close()
  }
})
afterAll(() => rm(root, { recursive: true }))

const verified = (folder: string) =>
  corroborate(['verify', '--data', folder], { CORROBORATE_PASSPHRASE: PASSPHRASE })

/** Puts a store in place of the one that was signed. */
async function inPlaceOf(copy: string): Promise<string> {
  const folder = await mkdtemp(join(root, 'put-back-'))
  await cp(copy, join(folder, 'data'), { recursive: true })
  await cp(`${data}.ledger`, join(folder, 'data.ledger'), { recursive: true })
  return join(folder, 'data')
}

test('a store is held against what was signed last, which stands beside it', async () => {
  const { code, out } = await verified(data)
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/: whole: \d+ entries, .* as in 1 signed checkpoints/),
  ])
})

test('last week’s copy put in place of the store is noticed', async () => {
  const { code, out } = await verified(await inPlaceOf(earlier))
  expect([code, out]).toEqual([
    1,
    expect.stringMatching(
      new RegExp(`${chain}: BROKEN \\(cut\\): the ledger ends at entry \\d+, and \\d+ were signed`),
    ),
  ])
})

test('so is another history of the same length', async () => {
  const { code, out } = await verified(await inPlaceOf(other))
  expect([code, out]).toEqual([
    1,
    expect.stringContaining('are not those that were signed: their root is another'),
  ])
})

test('a record of what was signed that was spoilt is not passed over', async () => {
  const folder = await inPlaceOf(data)
  const path = join(`${folder}.ledger`, 'signed.json')
  const heads = valueOf(await openSignedHeads(path))
  expect(heads.ledgers()).toEqual([chain])
  await rm(path)
  await cp(join(`${folder}.ledger`, 'key.json'), path)
  const { code, err } = await verified(folder)
  expect([code, err]).toEqual([2, expect.stringContaining('nobody here knows what was signed last')])
})
