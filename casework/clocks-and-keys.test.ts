import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { verifyChain, verifyPackage, writeVerifierKey, type TrustPolicy } from '@corroborate/ledger'
import { chainOf, openStore, type Store } from '@corroborate/store'
import { DIGESTS_OF_NODE } from '@corroborate/vault'
import { packageItems } from '../apps/cli/package-folder.ts'
import { folders } from '../store/testing/engines.ts'
import { makePackage } from './make-package.ts'
import { signCheckpoint } from './sign-checkpoint.ts'
import type { Signing } from './signing.ts'
import { buildHouse, deskIn, NOON, recordedSource, type House } from './testing/house.ts'
import { SCRIPT, signingForTest, writeInto } from './testing/packages.ts'

const VERIFIER = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url))
const DAY = 24 * 60 * 60 * 1000
const places = folders()
const root = mkdtempSync(join(tmpdir(), 'corroborate-clocks-'))
const stores: Store[] = []
let house: House
beforeEach(async () => {
  const store = valueOf(await openStore(await places.place()))
  stores.push(store)
  house = await buildHouse(store)
})
afterAll(async () => {
  for (const store of stores) await store.close()
  await places.remove()
  rmSync(root, { recursive: true })
})

const enteredAt = (clock: number) =>
  recordedSource(
    deskIn(house.store, house.member, () => clock),
    house.investigation,
    'document',
  )
const signedAt = async (signing: Signing, clock: number) =>
  valueOf(
    await signCheckpoint({ ...deskIn(house.store, house.member, () => clock), signing }, house.investigation),
  )

/** A package as both verifiers see it, each with the keys that whoever verifies holds. */
async function verifiedBoth(signing: Signing, clock: number, keys: TrustPolicy['logs']) {
  const desk = deskIn(house.store, house.member, () => clock)
  const asked = { investigation: house.investigation, scope: { kind: 'investigation' } as const, signing }
  const plan = valueOf(await makePackage(desk, { ...asked, script: SCRIPT, files: null }))
  const into = mkdtempSync(join(root, 'package-'))
  await writeInto(into, plan.files)
  const policy: TrustPolicy = { logs: keys, witnesses: [], quorum: { kind: 'none' } }
  const verified = await verifyPackage(valueOf(await packageItems(into)), {
    ...{ policy, against: null, digests: DIGESTS_OF_NODE },
  })
  const file = `${into}.vkey`
  writeFileSync(file, keys.map((key) => `${writeVerifierKey(key)}\n`).join(''))
  const other = spawnSync(process.execPath, [VERIFIER, into, '--key', file], { encoding: 'utf8' })
  return { verified, other: { code: other.status, said: other.stdout + other.stderr } }
}

test.each([
  ['a year forward and right again', NOON + 365 * DAY, NOON + 1],
  ['a day back', NOON, NOON - DAY],
])('a clock that was set %s is told, and breaks neither ledger nor package', async (_, first, then) => {
  const signing = await signingForTest()
  await enteredAt(first)
  expect((await signedAt(signing, first)).clockBack).toBeNull()
  await enteredAt(then)
  const [before, now] = [first, then].map((clock) => new Date(clock).toISOString())
  expect((await signedAt(signing, then)).clockBack).toBe(
    `The clock of this machine says ${now ?? ''}, and the last signature was made at ${before ?? ''}: it was set back. The order of entries does not depend on it.`,
  )
  const chain = valueOf(await verifyChain(chainOf(house.store.db, house.investigation)))
  expect(chain.clockBack).toEqual([chain.count])
  const { key } = signing.key.signerOf(house.investigation)
  const { verified, other } = await verifiedBoth(signing, then, [key])
  expect(valueOf(verified).ledger.size).toBe(chain.count)
  expect(other).toMatchObject({ code: 0, said: expect.stringContaining('whole') as string })
})

test('a ledger that a second key goes on signing is whole to both verifiers under that key, and the first key no longer answers for it', async () => {
  const [first, second] = [await signingForTest(randomBytes(32)), await signingForTest(randomBytes(32))]
  await signedAt(first, NOON)
  await enteredAt(NOON)
  await signedAt(second, NOON)
  const [before, after] = [first, second].map((signing) => signing.key.signerOf(house.investigation).key)
  if (!before || !after) throw new Error('no keys')
  const whole = await verifiedBoth(second, NOON, [after])
  expect(whole.verified).toMatchObject({ ok: true })
  expect(whole.other).toMatchObject({ code: 0 })
  const foreign = await verifiedBoth(second, NOON, [before])
  expect(foreign.verified).toMatchObject({ ok: false })
  expect(foreign.other).toMatchObject({ code: 1 })
})
