import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { importInvestigation, makeSigning, signWhatChanged, type Signing } from '@corroborate/casework'
import {
  commit,
  hashOf,
  parseNote,
  readCheckpoint,
  readTlogProof,
  readTrustPolicy,
  tilePath,
  tilesOfTree,
  treeHash,
  verifyTlogProof,
  type Entry,
} from '@corroborate/ledger'
import { openStore, type Store } from '@corroborate/store'
import { ledgerKeyOf, makeSignedHeads } from '@corroborate/vault'
import { buildHouse, deskIn, type House } from '../../../casework/testing/house.ts'
import { smallInvestigation } from '../../../casework/testing/small-investigation.ts'
import { folders } from '../../../store/testing/engines.ts'
import { served } from '../testing/served.ts'

const places = folders()
const folder = mkdtempSync(join(tmpdir(), 'corroborate-routes-'))
let store: Store
let house: House
let signing: Signing
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
  const heads = await makeSignedHeads(join(folder, 'signed.json'))
  signing = makeSigning({ key: ledgerKeyOf('corroborate.invalid/test', randomBytes(32)), heads })
  await signWhatChanged({ ...deskIn(store, 'operator'), signing }, { all: true })
})
afterAll(async () => {
  await store.close()
  await places.remove()
  rmSync(folder, { recursive: true })
})

const policyOf = async (key: Response) => valueOf(readTrustPolicy(`log ${await key.text()}quorum none\n`))
interface Extra {
  readonly entry: Entry
  readonly content: { readonly title: string }
  readonly salt: string
}
const extraOf = (proof: string) => {
  const { extra } = valueOf(readTlogProof(proof))
  return JSON.parse(new TextDecoder().decode(extra ?? new Uint8Array())) as Extra
}

test('whoever knows the name of a ledger mirrors it: the tiles have the root that is signed', async () => {
  const { ask } = served(store, { signing })
  const origin = signing.key.originOf(house.investigation)
  const note = await ask(`/ledger/${origin}/checkpoint`)
  expect(note.headers.get('cache-control')).toBe('no-cache')
  const { size, root } = valueOf(readCheckpoint(valueOf(parseNote(await note.text())).text))
  const leaves: Uint8Array[] = []
  for (const tile of tilesOfTree(Number(size))) {
    const answer = await ask(`/ledger/${origin}/${tilePath(tile)}`)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    for (let at = 0; tile.level === 0 && at < bytes.length; at += 32) leaves.push(bytes.slice(at, at + 32))
  }
  expect(BigInt(leaves.length)).toBe(size)
  expect(new Uint8Array(treeHash(leaves))).toEqual(root)
})

test('a wrong name, the id of an investigation, entries and what is not signed are one answer', async () => {
  const { ask } = served(store, { signing })
  const origin = signing.key.originOf(house.investigation)
  const answers = await Promise.all(
    [
      `/ledger/${origin.slice(0, -1)}/checkpoint`,
      `/ledger/${house.investigation}/checkpoint`,
      `/ledger/corroborate.invalid/test/checkpoint`,
      `/ledger/${origin}/tile/entries/000.p/1`,
      `/ledger/${origin}/tile/0/001`,
      `/ledger/${origin}/tile/0/000.p/255`,
      `/ledger/${origin}/tile/0/../0/000`,
      `/ledger/${origin}/`,
    ].map(async (path) => {
      const answer = await ask(path)
      return [answer.status, await answer.text()]
    }),
  )
  for (const answer of answers) expect(answer).toEqual([404, 'There is nothing at this address.\n'])
})

test('a member downloads the proof of any line, and a stranger and a line that is not there get one answer', async () => {
  const { ask, signIn } = served(store, { signing })
  const session = await signIn(house.member)
  const at = `/api/investigations/${house.investigation}/ledger`
  const answer = await ask(`${at}/3/proof`, { session })
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="line-3.tlog-proof"')
  const proof = await answer.text()
  const { entry } = extraOf(proof)
  const policy = await policyOf(await ask(`/ledger/${signing.key.originOf(house.investigation)}/key`))
  const leaf = new Uint8Array(Buffer.from(hashOf(entry), 'hex'))
  expect(verifyTlogProof(proof, { leaf, policy })).toMatchObject({ ok: true, value: { index: 2n } })
  const spoiled = proof.replace(/\n([A-Za-z0-9+/]{43}=)\n/, (line) => line.replace(/[A-Za-y]/, 'z'))
  expect(verifyTlogProof(spoiled, { leaf, policy })).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/root|not in the tree|proof/) as string,
  })
  const view: unknown = await (await ask(`${at}/checkpoint`, { session })).json()
  expect(view).toMatchObject({ signed: { cosigned: [] }, fault: null })
  const stranger = await signIn(house.strangerId)
  const shapes = [
    await ask(`${at}/3/proof`, { session: stranger }),
    await ask(`${at}/4000/proof`, { session }),
    await ask(`${at}/0/proof`, { session }),
    await ask(`${at}/checkpoint`, { session: stranger }),
  ].map(async (refused) => [refused.status, await refused.text()])
  const [first, ...others] = await Promise.all(shapes)
  expect(first?.[0]).toBe(404)
  for (const other of others) expect(other).toEqual(first)
})

test('a published report is proven word for word to everybody; what is not published has no proof', async () => {
  const whole = smallInvestigation('proven')
  valueOf(await importInvestigation(deskIn(store, house.member), { whole }))
  const { ask } = served(store, { signing })
  const proof = await (await ask('/public/proven/report/en/report.tlog-proof')).text()
  const { entry, content, salt } = extraOf(proof)
  expect(content.title).toBe(whole.reports[0]?.title)
  expect(commit({ ...content }, Buffer.from(salt, 'hex'))).toBe(entry.commitment)
  const policy = await policyOf(await ask(`/ledger/${signing.key.originOf(whole.id)}/key`))
  const leaf = new Uint8Array(Buffer.from(hashOf(entry), 'hex'))
  expect(verifyTlogProof(proof, { leaf, policy }).ok).toBe(true)
  expect(await (await ask('/public')).text()).toContain('/public/proven/report/en/report.tlog-proof')
  expect((await ask('/public/unheard/report/en/report.tlog-proof')).status).toBe(404)
})
