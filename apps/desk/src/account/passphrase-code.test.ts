import { expect, test } from 'vitest'
import { base32Of } from './passphrase-code.ts'

/** RFC 4648, section 10, without the padding. */
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('“%s” is %s in base 32 (RFC 4648)', (words, written) => {
  expect(base32Of(new TextEncoder().encode(words))).toBe(written)
})
