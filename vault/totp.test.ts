import { expect, test } from 'vitest'
import { totpCode, totpStepAt, totpStepOf } from './totp.ts'

const SECRET = new TextEncoder().encode('12345678901234567890')

/** RFC 6238, appendix B, SHA-1, of whose eight digits the last six. */
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('after %i seconds the code is %s (RFC 6238)', (seconds, code) => {
  expect(totpCode(SECRET, totpStepAt(seconds * 1000))).toBe(code)
})

test('a code is taken thirty seconds too early and too late, and no more', () => {
  const at = 1111111109 * 1000
  const step = totpStepAt(at)
  for (const off of [-1, 0, 1]) expect(totpStepOf(SECRET, totpCode(SECRET, step + off), at)).toBe(step + off)
  for (const off of [-2, 2]) expect(totpStepOf(SECRET, totpCode(SECRET, step + off), at)).toBeNull()
})
