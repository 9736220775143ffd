import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { digestOf } from '@corroborate/base'
import { beforeAll, describe, expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { ageOpened, ageSealed, NotAsWritten } from './age-stream.ts'
import { ageVectors } from './testing/age-vectors.ts'

let key: { readonly identity: string; readonly recipient: string }
beforeAll(async () => {
  const identity = await generateX25519Identity()
  key = { identity, recipient: await identityToRecipient(identity) }
})

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 0xff)
const CHUNK = 65_536
const LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 16 * CHUNK - 1, 16 * CHUNK, 16 * CHUNK + 1, 40 * CHUNK]

describe.each(LENGTHS)('a file of %i bytes', (length) => {
  test('is opened by age-encryption, as stock age would', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(key.identity)
    const sealed = await gathered(ageSealed(inPieces(bytesOf(length), 70_001), key))
    expect(Buffer.from(await decrypter.decrypt(sealed)).equals(bytesOf(length))).toBe(true)
  })

  test('that age-encryption sealed is opened here', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(key.recipient)
    const sealed = await encrypter.encrypt(bytesOf(length))
    const opened = await gathered(ageOpened(inPieces(sealed, 4_099), key.identity))
    expect(Buffer.from(opened).equals(bytesOf(length))).toBe(true)
  })
})

const sealed3 = async () => gathered(ageSealed(inPieces(bytesOf(3 * CHUNK), CHUNK), key))

prop.prop([fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 0, max: 7 })], {
  numRuns: 60,
})('gives out nothing of a changed place, whichever bit was flipped', async (where, bit) => {
  const sealed = await sealed3()
  const at = Math.floor(where * sealed.length)
  sealed[at] = (sealed[at] ?? 0) ^ (1 << bit)
  const given: Uint8Array[] = []
  const reading = async () => {
    for await (const piece of ageOpened(inPieces(sealed, 10_000), key.identity)) given.push(piece)
  }
  await expect(reading()).rejects.toBeInstanceOf(NotAsWritten)
  expect(
    Buffer.concat(given).equals(Buffer.from(bytesOf(3 * CHUNK)).subarray(0, Buffer.concat(given).length)),
  ).toBe(true)
})

test.each([
  ['cut in a chunk', (sealed: Uint8Array) => sealed.subarray(0, sealed.length - 1)],
  ['cut between chunks', (sealed: Uint8Array) => sealed.subarray(0, sealed.length - CHUNK - 16)],
  ['with a byte more', (sealed: Uint8Array) => Buffer.concat([sealed, Buffer.of(0)])],
  ['that is empty', () => new Uint8Array(0)],
  ['that never was one', () => bytesOf(9_000)],
])('refuses a file %s', async (_, spoil) => {
  const spoilt = spoil(await sealed3())
  await expect(gathered(ageOpened(inPieces(spoilt, 50_000), key.identity))).rejects.toBeInstanceOf(
    NotAsWritten,
  )
})

test('does not open what was sealed to another', async () => {
  const other = await generateX25519Identity()
  await expect(gathered(ageOpened(inPieces(await sealed3(), CHUNK), other))).rejects.toBeInstanceOf(
    NotAsWritten,
  )
})

/** C2SP/CCTV, vectors for age: those for an X25519 identity. Passphrases and other recipients are no business of this stream. */
describe('CCTV', () => {
  test.each(ageVectors())('$name: $expect', async ({ identity, file, payload }) => {
    const opening = gathered(ageOpened(inPieces(file, 1_000), identity))
    if (payload === null) await expect(opening).rejects.toBeInstanceOf(NotAsWritten)
    else expect(digestOf(await opening)).toBe(payload)
  })
})
