import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { readTar } from '@corroborate/interchange'
import { verifyPackage, writeVerifierKey } from '@corroborate/ledger'
import { ledgerHead, openStore, type Store } from '@corroborate/store'
import { DIGESTS_OF_NODE } from '@corroborate/vault'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { signingForTest } from '../../casework/testing/packages.ts'
import { folders } from '../../store/testing/engines.ts'
import { postedJson, served } from './testing/served.ts'

const places = folders()
let store: Store
let house: House
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
})
afterAll(async () => {
  await store.close()
  await places.remove()
})

const at = () => `/api/investigations/${house.investigation}/packages`
const everything = { scope: { kind: 'investigation' } }

test('a package comes as one file that verifies, and its line stands in the ledger before', async () => {
  const { ask, signIn } = served(store, { signing: await signingForTest() })
  const session = await signIn(house.member)
  const before = await ledgerHead(store.db, house.investigation)
  const answer = await ask(at(), { ...postedJson(everything), session })
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="package-[0-9a-f]{16}[.]tar"$/,
  )
  expect((await ledgerHead(store.db, house.investigation))?.sequence).toBe((before?.sequence ?? 0) + 1)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const items = readTar(inOnePiece(bytes))
  const asked = { policy: null, against: null, digests: DIGESTS_OF_NODE }
  expect(await verifyPackage(items, asked)).toMatchObject({ ok: true, value: { records: { told: 0 } } })
})

test('a stranger is told what is told of nothing; where nobody signs, it is said', async () => {
  const { ask, signIn } = served(store, { signing: await signingForTest() })
  const stranger = await ask(at(), { ...postedJson(everything), session: await signIn(house.strangerId) })
  expect(stranger.status).toBe(404)
  const unsigned = served(store)
  const answer = await unsigned.ask(at(), {
    ...postedJson(everything),
    session: await unsigned.signIn(house.member),
  })
  expect([answer.status, await answer.json()]).toMatchObject([422, { reason: 'nobody-signs' }])
})

test.each([
  [{ scope: { kind: 'all' } }, 400],
  [{ scope: { kind: 'request', recipient: 'own-team', findings: [] } }, 400],
])('what cannot be read as a scope is refused (%o)', async (body, status) => {
  const { ask, signIn } = served(store, { signing: await signingForTest() })
  expect((await ask(at(), { ...postedJson(body), session: await signIn(house.member) })).status).toBe(status)
})

async function* inOnePiece(bytes: Uint8Array) {
  await Promise.resolve()
  yield bytes
}

test('a package is taken in elsewhere once, by whom holds the key of whoever signed it', async () => {
  const signing = await signingForTest()
  // A ledger of its own: the other tests signed theirs with other keys.
  const { investigation, member, claim } = await buildHouse(store)
  const here = served(store, { signing })
  const session = await here.signIn(member)
  const tar = await (
    await here.ask(`/api/investigations/${investigation}/packages`, { ...postedJson(everything), session })
  ).arrayBuffer()
  const other = valueOf(await openStore(await places.place()))
  try {
    const away = await buildHouse(other)
    const there = served(other)
    const theirs = await there.signIn(away.member)
    const sent = (key: string) =>
      there.ask(`/api/packages?key=${encodeURIComponent(key)}`, {
        ...{ method: 'POST', body: tar, headers: { 'content-type': 'application/x-tar' }, session: theirs },
      })
    const key = writeVerifierKey(signing.key.signerOf(investigation).key)
    const stranger = writeVerifierKey((await signingForTest()).key.signerOf(investigation).key)
    expect((await sent('none')).status).toBe(400)
    expect(await (await sent(stranger)).json()).toMatchObject({ reason: 'other-key' })
    expect(await (await sent(key)).json()).toMatchObject({ value: { made: true, conflicts: 0 } })
    expect(await (await sent(key)).json()).toMatchObject({ reason: 'received-before' })
    const conflicts = `/api/investigations/${investigation}/conflicts`
    expect(await (await there.ask(conflicts, { session: theirs })).json()).toEqual({ conflicts: [] })
    const decision = { kind: 'claims', record: claim, sha256: '0'.repeat(64), choice: 'ours', reason: 'x' }
    const decided = await there.ask(`${conflicts}/decided`, { ...postedJson(decision), session: theirs })
    expect([decided.status, await decided.json()]).toMatchObject([422, { reason: 'no-conflict' }])
  } finally {
    await other.close()
  }
})
