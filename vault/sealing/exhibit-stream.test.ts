import { setTimeout } from 'node:timers/promises'
import { digestOf } from '@corroborate/base'
import { concatBytes } from '@noble/hashes/utils.js'
import { Decrypter } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { HERE, type Hand } from './age-payload.ts'
import { openStream, sealStream } from './exhibit-stream.ts'
import { person, receiversOf, type Person } from './testing/team.ts'

let amal: Person
let basma: Person
beforeAll(async () => {
  ;[amal, basma] = await Promise.all([person('amal'), person('basma')])
})

async function bytesOf(pieces: AsyncIterable<Uint8Array>) {
  const copies: Uint8Array[] = []
  for await (const piece of pieces) copies.push(piece.slice())
  return concatBytes(...copies)
}

async function sealed(plain: Uint8Array<ArrayBuffer>, by: Person[] = [amal, basma]) {
  const { ciphertext, header } = await sealStream(new Blob([plain]), receiversOf(...by))
  return { bytes: await bytesOf(ciphertext), header }
}

async function opened(file: Uint8Array<ArrayBuffer>, header: string, hands: readonly Hand[] = [HERE]) {
  return bytesOf(await openStream(new Blob([file]), { header, keys: basma.keys, hands }))
}

/** Hands that take so many milliseconds for each run besides. */
function slowHands(...waits: readonly number[]): Hand[] {
  return waits.map(
    (wait): Hand =>
      (run) =>
        setTimeout(wait).then(() => HERE(run)),
  )
}

describe('a sealed recording', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 300_000, 1_048_576, 1_048_577])(
    'of %i bytes comes back',
    async (length) => {
      const plain = Uint8Array.from({ length }, (_, i) => (i * 31) & 0xff)
      const { bytes, header } = await sealed(plain)
      expect(digestOf(await opened(bytes, header))).toBe(digestOf(plain))
    },
  )

  test('sealed by three hands, of which the first is the slowest, opens with the library alone, and by such hands', async () => {
    const plain = Uint8Array.from({ length: 4_300_000 }, (_, i) => (i * 31) & 0xff)
    const { ciphertext, header } = await sealStream(
      new Blob([plain]),
      receiversOf(basma),
      slowHands(30, 1, 10),
    )
    const bytes = await bytesOf(ciphertext)
    const decrypter = new Decrypter()
    decrypter.addIdentity(basma.keys.identity)
    expect(digestOf(await decrypter.decrypt(bytes))).toBe(digestOf(plain))
    expect(digestOf(await opened(bytes, header, slowHands(30, 1, 10)))).toBe(digestOf(plain))
  })

  test('waits for whoever reads it, and fails with the first hand that does', async () => {
    let runs = 0
    const hand: Hand = (run) => (runs++ === 5 ? Promise.reject(new Error('it broke')) : HERE(run))
    const long = new Blob([new Uint8Array(7 * 1024 * 1024)])
    const { ciphertext } = await sealStream(long, receiversOf(amal), [hand, hand])
    const pieces = ciphertext[Symbol.asyncIterator]()
    await pieces.next()
    await pieces.next()
    await setTimeout(50)
    expect(runs).toBe(4)
    await expect(bytesOf({ [Symbol.asyncIterator]: () => pieces })).rejects.toThrow('it broke')
  })

  test('is refused before its first byte when a server made another for the same key', async () => {
    const { header } = await sealed(new Uint8Array(1000).fill(1))
    const forged = await sealed(new Uint8Array(1000).fill(2))
    await expect(opened(forged.bytes, header)).rejects.toThrow('author')
  })

  test('is refused where a byte was changed, the end was cut off, or pieces of two were joined', async () => {
    const { bytes, header } = await sealed(new Uint8Array(200_000).fill(1))
    const other = await sealed(new Uint8Array(200_000).fill(2))
    const changed = bytes.map((byte, i) => (i === 150_000 ? byte ^ 1 : byte))
    const joined = bytes.slice()
    joined.set(other.bytes.subarray(100_000), 100_000)
    for (const file of [changed, bytes.slice(0, 140_000), joined])
      await expect(opened(file, header)).rejects.toThrow()
  })

  test('is refused where two of its runs change places, or the end is cut off between two', async () => {
    const run = 16 * (64 * 1024 + 16)
    const { bytes, header } = await sealed(new Uint8Array(2 * 1024 * 1024 + 5).fill(1))
    const begins = bytes.length - 2 * run - 21
    const [before, first, second, rest] = [0, begins, begins + run, begins + 2 * run].map((at, i, all) =>
      bytes.slice(at, all[i + 1]),
    )
    const joined = (...parts: (Uint8Array | undefined)[]) =>
      concatBytes(...parts.flatMap((part) => part ?? []))
    expect(await opened(joined(before, first, second, rest), header)).toHaveLength(2 * 1024 * 1024 + 5)
    for (const file of [joined(before, second, first, rest), joined(before, first, second), joined(before)])
      await expect(opened(file, header)).rejects.toThrow()
  })

  test('of something that is no age file fails at once', async () => {
    for (const file of [new Uint8Array(0), new Uint8Array(100_000)])
      await expect(opened(file, '')).rejects.toThrow('no header')
  })
})
