import { expect, test } from 'vitest'
import { fillFrom } from './fill-from.ts'

const BYTES = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31) & 0xff)

/** A browser whose blobs cannot be read into given space. */
function withoutBytes(): Blob {
  return Object.assign(new Blob([BYTES]), { stream: () => new ReadableStream<Uint8Array<ArrayBuffer>>() })
}

test.each([
  ['into given space', () => new Blob([BYTES])],
  ['by copying', withoutBytes],
])('a blob is read %s, wherever in a buffer the space lies', async (_, made) => {
  const { fill, end } = fillFrom(made())
  const first = await fill(new Uint8Array(new ArrayBuffer(150_000), 256, 140_000))
  expect([first.byteOffset, first.length]).toEqual([256, 140_000])
  expect(first).toEqual(BYTES.subarray(0, 140_000))
  expect(await fill(new Uint8Array(first.buffer, 0, 60_000))).toEqual(BYTES.subarray(140_000))
  expect(await fill(new Uint8Array(0))).toEqual(new Uint8Array(0))
  await end()
})

test('what ends before the space is full is told', async () => {
  const { fill } = fillFrom(new Blob([BYTES]))
  await expect(fill(new Uint8Array(BYTES.length + 1))).rejects.toThrow('shorter')
})
