import { expect, test } from 'vitest'
import { qrCode } from '../qr/qr-code.ts'
import { base32Of, otpauthHref } from './passphrase-code.ts'

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

test('the secret fits a picture whole, with a name of usual length, and without one that is too long', () => {
  const secret = 'A'.repeat(32)
  expect(otpauthHref(' ', secret)).toContain('otpauth://totp/Corroborate?secret=')
  expect(qrCode(otpauthHref('', secret))).not.toBeNull()
  expect(qrCode(otpauthHref('أمل الباحثة', secret))).not.toBeNull()
  expect(qrCode(otpauthHref('أ'.repeat(80), secret))).toBeNull()
})
