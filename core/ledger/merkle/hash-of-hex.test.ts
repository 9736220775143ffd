import { fc, test as prop } from '@fast-check/vitest'
import { bytesToHex } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { hashOfHex } from './hash-of-hex.ts'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })

prop.prop([hash])('a hash comes back from its digits', (bytes) => {
  expect(hashOfHex(bytesToHex(bytes))).toEqual(bytes)
})

test.each(['', 'a'.repeat(62), 'a'.repeat(65), 'A'.repeat(64), `${'a'.repeat(63)}g`, `ʼ${'a'.repeat(63)}`])(
  'what is not 64 lower-case digits is refused: %j',
  (text) => {
    expect(() => hashOfHex(text)).toThrow('not the hash of a tree')
  },
)
