import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { exhibitFiles, type ExhibitFiles, type Taken } from './exhibit-files.ts'
import { makeFilesKey, openFilesKey, readFilesKey, writeFilesKey } from './files-key.ts'
import { folderStore } from './folder-store.ts'
import type { Digests } from './held.ts'
import { NotAsWritten } from './age-stream.ts'
import { WRAPPING_RANDOM } from '../wrapped-secret.ts'

const root = mkdtempSync(join(tmpdir(), 'corroborate-files-'))
const held = join(root, 'held')
const incoming = join(root, 'incoming')
afterAll(() => rmSync(root, { recursive: true }))

let files: ExhibitFiles
let key: { readonly recipient: string; readonly identity: string }
beforeAll(async () => {
  key = valueOf(await openFilesKey('invented', await makeFilesKey('invented', randomBytes(WRAPPING_RANDOM))))
  files = await exhibitFiles({ store: await folderStore(held), key, folder: incoming })
})

/** Invented; the canary is searched for on the disk. */
const CANARY = 'a witness called Nobody al-Invented'
const content = Buffer.from(`${CANARY}\n`.repeat(9_000))

function digestsOf(bytes: Uint8Array): Digests {
  const of = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  return { bytes: bytes.length, sha256: of('sha256'), sha512: of('sha512') }
}

async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_000)
    yield await Promise.resolve(bytes.subarray(at, at + 10_000))
}

async function taken(bytes: Uint8Array, atRest: 'encrypted' | 'as-is' = 'encrypted'): Promise<Taken> {
  return valueOf(await files.take(stream(bytes), { digests: digestsOf(bytes), atRest }))
}

async function readBack({ held }: Taken): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  const reading = await files.read(held)
  if (reading === null) return null
  for await (const piece of reading) pieces.push(piece)
  return Buffer.concat(pieces)
}

const pathOf = ({ held: { address } }: Taken) => join(held, address.slice(0, 2), address)

test('gives out what it took in, and lies under the digest of what lies there, for reading only', async () => {
  const one = await taken(content)
  expect(await readBack(one)).toEqual(content)
  const lying = readFileSync(pathOf(one))
  expect(createHash('sha256').update(lying).digest('hex')).toBe(one.held.address)
  expect(statSync(pathOf(one)).mode & 0o777).toBe(0o400)
  expect(await files.check(one)).toEqual({ kind: 'whole' })
})

test('nothing of it is readable on the disk, neither while it comes nor afterwards', async () => {
  const everything = () =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('')
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const piece of stream(content)) {
      yield piece
      expect(everything()).not.toContain(CANARY)
    }
  }
  valueOf(await files.take(watched(), { digests: digestsOf(content), atRest: 'encrypted' }))
  expect(everything()).not.toContain(CANARY)
})

test('what was sealed before it came lies as it came, twice as one file', async () => {
  const sealed = randomBytes(200_000)
  const one = await taken(sealed, 'as-is')
  expect(one.held).toEqual({ address: digestsOf(sealed).sha256, size: sealed.length, atRest: 'as-is' })
  expect(await taken(sealed, 'as-is')).toEqual(one)
  expect(readFileSync(pathOf(one))).toEqual(sealed)
})

test('an empty file is a file', async () => {
  const one = await taken(Buffer.alloc(0))
  expect(await readBack(one)).toEqual(Buffer.alloc(0))
  expect(await files.check(one)).toEqual({ kind: 'whole' })
})

const OTHER = digestsOf(Buffer.from('another'))
test.each([
  ['a byte too few', { ...digestsOf(content), bytes: content.length + 1 }, 'other-length'],
  ['a byte too many', { ...digestsOf(content), bytes: content.length - 1 }, 'other-length'],
  ['another SHA-256', { ...digestsOf(content), sha256: OTHER.sha256 }, 'other-digest'],
  ['another SHA-512', { ...digestsOf(content), sha512: OTHER.sha512 }, 'other-digest'],
])('refuses a file with %s than announced, and keeps nothing of it', async (_, digests, reason) => {
  const before = readdirSync(root, { recursive: true }).length
  const outcome = await files.take(stream(content), { digests, atRest: 'encrypted' })
  expect(outcome).toMatchObject({ ok: false, reason })
  expect(readdirSync(root, { recursive: true })).toHaveLength(before)
})

test('keeps nothing of a file whose sender was cut off', async () => {
  async function* cut(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(content.subarray(0, 5_000))
    throw new Error('the line was cut')
  }
  const before = readdirSync(root, { recursive: true }).length
  await expect(files.take(cut(), { digests: digestsOf(content), atRest: 'encrypted' })).rejects.toThrow('cut')
  expect(readdirSync(root, { recursive: true })).toHaveLength(before)
})

test('one flipped bit is found, and what was changed is not given out', async () => {
  const one = await taken(content)
  const lying = readFileSync(pathOf(one))
  lying[70_000] = (lying[70_000] ?? 0) ^ 1
  chmodSync(pathOf(one), 0o600)
  writeFileSync(pathOf(one), lying)
  const sha256 = createHash('sha256').update(lying).digest('hex')
  expect(await files.check(one)).toEqual({ kind: 'altered', sha256, bytes: lying.length })
  await expect(readBack(one)).rejects.toBeInstanceOf(NotAsWritten)
})

test('a file that is gone is missing, and one with other digests in the row is altered', async () => {
  const one = await taken(content)
  expect(await files.check({ ...one, digests: OTHER })).toMatchObject({ kind: 'altered' })
  rmSync(pathOf(one), { force: true })
  expect(await files.check(one)).toEqual({ kind: 'missing' })
  expect(await readBack(one)).toBeNull()
})

test('what was taken and not settled is known at the next start, and can be dropped', async () => {
  for (const address of await files.unsettled()) await files.settle(address)
  const [kept, left] = [await taken(content), await taken(content)]
  await files.settle(kept.held.address)
  writeFileSync(join(incoming, 'half.part'), 'x')
  const again = await exhibitFiles({ store: files.store, key, folder: incoming })
  expect(readdirSync(incoming)).toEqual([left.held.address])
  expect(await again.unsettled()).toEqual([left.held.address])
  await again.drop(left.held.address)
  expect([await again.unsettled(), await readBack(left)]).toEqual([[], null])
  expect(await readBack(kept)).toEqual(content)
  const addresses: string[] = []
  for await (const address of files.store.addresses()) addresses.push(address)
  expect(addresses).toContain(kept.held.address)
  expect(addresses).not.toContain(left.held.address)
})

test('a folder is not climbed out of', async () => {
  await expect(files.store.read('../../etc/passwd')).rejects.toThrow('no address')
})

test('the key comes out of its file under its passphrase alone, and stands nowhere in it', async () => {
  const made = await makeFilesKey('invented', randomBytes(WRAPPING_RANDOM))
  const text = writeFilesKey(made)
  const opened = valueOf(await openFilesKey('invented', valueOf(readFilesKey(text))))
  expect(opened.identity).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/)
  expect(text).not.toContain(opened.identity.slice(16))
  expect(text).toContain(opened.recipient)
  expect(await openFilesKey('another', made)).toMatchObject({ ok: false, reason: 'does-not-open' })
})
