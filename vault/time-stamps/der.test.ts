import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { readDer, TAG, writeDer, writeInteger } from './der.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

prop.prop([fc.uint8Array({ maxLength: 70_000 })])('what is written is read again', (content) => {
  const written = writeDer(TAG.octets, content)
  expect(readDer(written)).toEqual([{ tag: TAG.octets, content, whole: written }])
})

prop.prop([fc.uint8Array({ maxLength: 40 })])(
  'no bytes make the reader throw or read past the end',
  (given) => {
    for (const { whole } of readDer(given) ?? []) expect(whole.length).toBeLessThanOrEqual(given.length)
  },
)

test.each([
  ['a length without an end', '30800000'],
  ['a length that could be shorter', '04810100'],
  ['a length past the end', '040500'],
  ['a tag of several bytes', '1f0101'],
  ['a tag without a length', '04'],
])('%s is no DER', (_, hex) => {
  expect(readDer(bytes(hex))).toBeNull()
})

test('whole numbers are written in their shortest form, and never negative', () => {
  expect(writeInteger(bytes('0080'))).toEqual(bytes('02020080'))
  expect(writeInteger(bytes('000001'))).toEqual(bytes('020101'))
  expect(writeInteger(bytes('0000'))).toEqual(bytes('020100'))
})
