import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { enrolMember, makeSigning, signCheckpoint, type Signing } from '@corroborate/casework'
import { parseNote, openNote, signerFrom, type TrustPolicy } from '@corroborate/ledger'
import { cosignaturesOf, openStore, type Store } from '@corroborate/store'
import { ledgerKeyOf, makeSignedHeads, openSignedHeads } from '@corroborate/vault'
import { deskIn, NOON } from '../../../casework/testing/house.ts'
import { folders } from '../../../store/testing/engines.ts'
import { askWitnesses, type PostTo } from './ask-witnesses.ts'
import { makeWitness } from './make-witness.ts'

const places = folders()
const folder = mkdtempSync(join(tmpdir(), 'corroborate-witness-'))
const stores: Store[] = []
let signing: Signing
const signer = signerFrom({ name: 'partner.example/witness', type: 'cosignature', seed: randomBytes(32) })
const witness = { name: 'partner', key: signer.key, address: 'https://partner.example' }
const policy: TrustPolicy = { logs: [], witnesses: [witness], quorum: { kind: 'witness', ...witness } }
beforeAll(async () => {
  for (let i = 0; i < 2; i++) stores.push(valueOf(await openStore(await places.place())))
  signing = await signingAt('one.json')
})
afterAll(async () => {
  for (const store of stores) await store.close()
  await places.remove()
  rmSync(folder, { recursive: true })
})

const SEED = randomBytes(32)
async function signingAt(name: string): Promise<Signing> {
  const heads = await makeSignedHeads(join(folder, name))
  return makeSigning({ key: ledgerKeyOf('corroborate.invalid/test', SEED), heads })
}

async function witnessAt(name: string) {
  const path = join(folder, name)
  const { heads, oneByOne } = makeSigning({
    key: signing.key,
    heads: await makeSignedHeads(path),
  })
  const logs = [signing.key.signerOf('house').key]
  const app = makeWitness({ signer, logs, heads, oneByOne, clock: () => NOON })
  const bodies: string[] = []
  const post: PostTo = async (url, body) => {
    bodies.push(body)
    const answer = await app.request(url.replace('https://partner.example', 'http://witness'), {
      ...{ method: 'POST', body },
    })
    return { status: answer.status, text: await answer.text() }
  }
  return { app, post, path, bodies }
}

const grown = async (store: Store | undefined, by: Signing) => {
  if (!store) throw new Error('no store')
  valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'A. Member' }))
  const { head } = valueOf(await signCheckpoint({ ...deskIn(store, 'operator'), signing: by }, 'house'))
  return { db: store.db, head }
}
const now = () => '2026-01-05T12:00:00.000Z'

test('a witness cosigns a ledger as it grows, and what it saw is on the disk before it answers', async () => {
  const { post, path } = await witnessAt('grows.json')
  for (let size = 1; size <= 3; size++) {
    const { db, head } = await grown(stores[0], signing)
    expect(await askWitnesses({ db, policy, post, now }, head)).toEqual([])
    const [held] = await cosignaturesOf(db, head)
    const note = valueOf(parseNote(`${head.note}${held?.line ?? ''}\n`))
    expect(valueOf(openNote(note, [signer.key])).signed[0].time).toBe(BigInt(NOON / 1000))
    const kept = valueOf(await openSignedHeads(path)).last(head.origin)
    expect(kept).toMatchObject({ size: String(size), root: Buffer.from(head.root).toString('hex') })
  }
})

test('who has cosigned a ledger does not cosign another history of it, nor an older state', async () => {
  const { post, path } = await witnessAt('forked.json')
  const first = await grown(stores[0], signing)
  expect(await askWitnesses({ db: first.db, policy, post, now }, first.head)).toEqual([])
  const before = readFileSync(path, 'utf8')
  // The same key over another store: a second history under one name.
  const other = await signingAt('other.json')
  const smaller = await grown(stores[1], other)
  expect((await askWitnesses({ db: smaller.db, policy, post, now }, smaller.head))[0]).toContain(
    `it has seen ${first.head.size} entries, and 1 are signed here`,
  )
  let fork = smaller
  while (fork.head.size <= first.head.size) fork = await grown(stores[1], other)
  expect((await askWitnesses({ db: fork.db, policy, post, now }, fork.head))[0]).toContain('it answered 422')
  expect(readFileSync(path, 'utf8')).toBe(before)
})

test('what the protocol refuses is refused with its own number', async () => {
  const { app, post, bodies } = await witnessAt('numbers.json')
  const { db, head } = await grown(stores[0], signing)
  await askWitnesses({ db, policy, post, now }, head)
  const body = bodies[0] ?? ''
  const send = async (text: string) =>
    (await app.request('http://witness/add-checkpoint', { method: 'POST', body: text })).status
  expect(await send(body)).toBe(409)
  expect(await send(`old ${head.size + 1}\n\n${head.note}`)).toBe(400)
  expect(await send(`old 01\n\n${head.note}`)).toBe(400)
  expect(await send(`old ${head.size}\n\n${head.note}`)).toBe(200)
  const flipped = head.note.replace(
    /\n(.{3})(.)/,
    (_, a: string, b: string) => `\n${a}${b === 'A' ? 'B' : 'A'}`,
  )
  expect([400, 403]).toContain(await send(`old ${head.size}\n\n${flipped}`))
  const stranger = ledgerKeyOf('corroborate.invalid/stranger', randomBytes(32))
  const heads = await makeSignedHeads(join(folder, 'stranger.json'))
  const strange = await grown(stores[1], makeSigning({ key: stranger, heads })).catch(() => null)
  if (strange) expect(await send(`old 0\n\n${strange.head.note}`)).toBe(404)
})

test('a witness that is away, or sends what it did not sign, is said, and holds up nobody', async () => {
  const { db, head } = await grown(stores[0], signing)
  const away: PostTo = () => Promise.reject(new Error('nobody answers'))
  expect(await askWitnesses({ db, policy, post: away, now }, head)).toEqual([
    `The witness partner has not cosigned ${head.origin}: nobody answers.`,
  ])
  const false_: PostTo = () => Promise.resolve({ status: 200, text: '— partner.example/witness AAAA\n' })
  expect((await askWitnesses({ db, policy, post: false_, now }, head))[0]).toContain(
    'no cosignature of its key',
  )
  expect(await cosignaturesOf(db, head)).toEqual([])
})
