import { setTimeout } from 'node:timers/promises'
import { digestOf } from '@corroborate/base'
import { Decrypter } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealRun, type Hand } from './age-payload.ts'
import { openStream, sealStream } from './exhibit-stream.ts'
import { person, receiversOf, type Person } from './testing/team.ts'

let amal: Person
let basma: Person
beforeAll(async () => {
  ;[amal, basma] = await Promise.all([person('amal'), person('basma')])
})

function streamOf(...pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

async function sealed(plain: Uint8Array, by: Person[] = [amal, basma]) {
  const { ciphertext, header } = await sealStream(streamOf(plain), receiversOf(...by))
  return { bytes: await bytesOf(ciphertext), header }
}

describe('a sealed recording', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 300_000, 1_048_576, 1_048_577])(
    'of %i bytes comes back',
    async (length) => {
      const plain = Uint8Array.from({ length }, (_, i) => (i * 31) & 0xff)
      const { bytes, header } = await sealed(plain)
      expect(digestOf(await bytesOf(await openStream(streamOf(bytes), header, basma.keys)))).toBe(
        digestOf(plain),
      )
    },
  )

  test('sealed by three hands, of which the first is the slowest, opens with the library alone', async () => {
    const plain = Uint8Array.from({ length: 4_300_000 }, (_, i) => (i * 31) & 0xff)
    const hands = [30, 1, 10].map(
      (wait): Hand =>
        (run) =>
          setTimeout(wait).then(() => sealRun(run)),
    )
    const { ciphertext } = await sealStream(streamOf(plain), receiversOf(amal), hands)
    const decrypter = new Decrypter()
    decrypter.addIdentity(amal.keys.identity)
    expect(digestOf(await decrypter.decrypt(await bytesOf(ciphertext)))).toBe(digestOf(plain))
  })

  test('waits for whoever reads it, and fails with the first hand that does', async () => {
    let read = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill((read += 1))),
    })
    let runs = 0
    const hand: Hand = (run) =>
      runs++ === 5 ? Promise.reject(new Error('it broke')) : Promise.resolve(sealRun(run))
    const { ciphertext } = await sealStream(endless, receiversOf(amal), [hand, hand])
    const reader = ciphertext.getReader()
    await reader.read()
    await setTimeout(50)
    expect(read).toBeLessThan(10)
    await expect(Promise.all(Array.from({ length: 7 }, () => reader.read()))).rejects.toThrow('it broke')
  })

  test('comes back when it arrives in small pieces', async () => {
    const plain = new Uint8Array(70_000).fill(7)
    const { bytes, header } = await sealed(plain)
    const pieces = Array.from({ length: Math.ceil(bytes.length / 97) }, (_, i) =>
      bytes.subarray(97 * i, 97 * (i + 1)),
    )
    expect(await bytesOf(await openStream(streamOf(...pieces), header, amal.keys))).toEqual(plain)
  })

  test('is refused before its first byte when a server made another for the same key', async () => {
    const { header } = await sealed(new Uint8Array(1000).fill(1))
    const forged = await sealed(new Uint8Array(1000).fill(2))
    await expect(openStream(streamOf(forged.bytes), header, basma.keys).then(bytesOf)).rejects.toThrow(
      'author',
    )
  })

  test('is refused where a byte was changed, the end was cut off, or pieces of two were joined', async () => {
    const { bytes, header } = await sealed(new Uint8Array(200_000).fill(1))
    const other = await sealed(new Uint8Array(200_000).fill(2))
    const changed = bytes.map((byte, i) => (i === 150_000 ? byte ^ 1 : byte))
    const joined = bytes.slice()
    joined.set(other.bytes.subarray(100_000), 100_000)
    for (const file of [changed, bytes.subarray(0, 140_000), joined])
      await expect(openStream(streamOf(file), header, basma.keys).then(bytesOf)).rejects.toThrow()
  })

  test('of something that is no age file fails at once', async () => {
    for (const file of [new Uint8Array(0), new Uint8Array(100_000)])
      await expect(openStream(streamOf(file), '', basma.keys).then(bytesOf)).rejects.toThrow()
  })
})
