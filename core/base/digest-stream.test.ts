import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { digestStream } from './digest-stream.ts'

async function* streamOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece)
}

/** NIST, "SHA-256 example" and "SHA-512 example", one block: the message abc. */
test('gives the digests that NIST printed for “abc”, in however many pieces it comes', async () => {
  const letters = ['a', 'b', 'c'].map((letter) => new TextEncoder().encode(letter))
  const both = await digestStream(streamOf(letters), { sha512: true, onBytes: () => undefined })
  expect(both).toEqual({
    bytes: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    sha512:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  })
})

prop.prop([fc.array(fc.uint8Array({ maxLength: 300 }))])(
  'does not mind where a stream is cut, and tells how far it is',
  async (pieces) => {
    const seen: number[] = []
    const onBytes = (bytes: number) => seen.push(bytes)
    const apart = await digestStream(streamOf(pieces), { sha512: true, onBytes })
    const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]))
    expect(apart).toEqual(await digestStream(streamOf([whole]), { sha512: true, onBytes: () => undefined }))
    expect(seen).toHaveLength(pieces.length)
    expect(seen.at(-1) ?? 0).toBe(whole.length)
  },
)
