import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { fromBase64, toBase64 } from './base64.ts'

/** RFC 4648, section 10. */
test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('agrees with RFC 4648 for "%s"', (text, written) => {
  expect(toBase64(new TextEncoder().encode(text))).toBe(written)
  expect(new TextDecoder().decode(fromBase64(written) ?? new Uint8Array(1))).toBe(text)
})

prop.prop([fc.uint8Array({ maxLength: 100 })])('writes what Node writes, and reads it back', (bytes) => {
  const written = Buffer.from(bytes).toString('base64')
  expect(toBase64(bytes)).toBe(written)
  expect(fromBase64(written)).toEqual(bytes)
})

prop.prop([fc.string({ maxLength: 12 })])(
  'reads a text only when it is the one text of its bytes',
  (text) => {
    const bytes = fromBase64(text)
    if (bytes) expect(toBase64(bytes)).toBe(text)
  },
)

test.each([
  'Zg',
  'Zg=',
  'Zg===',
  'Z===',
  '====',
  'Zh==',
  'Zm9=',
  'Zm 9',
  'Zm9v\n',
  'Zm9-',
  'Zm9_',
  'Zg==Zg==',
])('refuses %j', (text) => {
  expect(fromBase64(text)).toBeNull()
})
