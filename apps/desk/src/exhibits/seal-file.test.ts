import { beforeAll, expect, test } from 'vitest'
import { digestOf, digestStream } from '@corroborate/base'
import { openStream } from '@corroborate/vault/sealing'
import { person, receiversOf, type Person } from '../../../../vault/sealing/testing/team.ts'
import { sealFile } from './seal-file.ts'
import { sealedFileIn, sealedFileText, showingOf } from './sealed-file-said.ts'

let amal: Person
beforeAll(async () => {
  amal = await person('amal')
})

test.each([0, 100, 4_300_000])(
  'a file of %i bytes is digested as it was sealed, and opens',
  async (length) => {
    const plain = new Uint8Array(length).map((_, i) => (i * 31) & 0xff)
    const told: number[] = []
    const { file, digests, header } = await sealFile(new Blob([plain]), receiversOf(amal), {
      onBytes: (bytes) => told.push(bytes),
    })
    expect(digests).toMatchObject({
      bytes: file.size,
      sha256: digestOf(new Uint8Array(await file.arrayBuffer())),
      sha512: null,
    })
    expect(told.at(-1)).toBe(file.size)
    const opened = await openStream(file, { header, keys: amal.keys })
    const { sha256 } = await digestStream(opened, { sha512: false, onBytes: () => undefined })
    expect(sha256).toBe(digestOf(plain))
  },
)

test('what is sealed of a file is read back, and nothing else is taken for it', () => {
  const said = { header: 'ab', name: 'تسجيل.wav', type: 'audio/wav' }
  expect(sealedFileIn(sealedFileText(said))).toEqual(said)
  for (const text of ['', '{', 'null', '[]', '{"header":1,"name":"a","type":"b"}', '{"header":"a"}'])
    expect(sealedFileIn(text)).toBe(null)
})

test('texts, sound and video are shown, and of nothing else is it pretended', () => {
  expect(
    ['text/plain', 'audio/wav', 'video/mp4', 'image/svg+xml', 'application/pdf', ''].map(showingOf),
  ).toEqual([...['text', 'audio', 'video'], ...[null, null, null]])
})
