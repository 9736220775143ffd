import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { EC, hasOpenssl, opensslAuthority, type OpensslAuthority } from './testing/openssl-authority.ts'
import { tokenOfResponse } from './read-token.ts'
import { timeStampRequest } from './time-stamp-request.ts'
import { verifyToken } from './verify-token.ts'

const here = hasOpenssl()
if (!here) console.warn('skipped: openssl is not installed, and no authority can be run here')

const DATA = 'a checkpoint, word for word\n'
const digest = createHash('sha256').update(DATA).digest()
const nonce = Uint8Array.from([0x80, 1, 2, 3, 4, 5, 6, 7])

const answerOf = (authority: OpensslAuthority) => authority.answer(timeStampRequest({ digest, nonce }))
const tokenOf = (authority: OpensslAuthority) => valueOf(tokenOfResponse(answerOf(authority)))

describe.skipIf(!here)('a token of a real authority', () => {
  let authority: OpensslAuthority
  let token: Uint8Array
  beforeAll(() => {
    authority = opensslAuthority()
    token = tokenOf(authority)
  })
  afterAll(() => authority.remove())

  test('is made by openssl from our request, and verified by us and by openssl', () => {
    const answer = answerOf(authority)
    expect(authority.accepts(DATA, answer)).toBe(true)
    const stamp = valueOf(
      verifyToken(valueOf(tokenOfResponse(answer)), { digest, nonce, roots: authority.roots }),
    )
    expect(stamp.authority).toBe('CN=Invented authority')
    expect(Math.abs(Date.parse(stamp.at) - Date.now())).toBeLessThan(60_000)
  })

  test('of another digest is refused, and both digests are named', () => {
    const other = createHash('sha256').update('something else').digest()
    expect(verifyToken(token, { digest: other, roots: authority.roots })).toEqual({
      ...{ ok: false, reason: 'other-digest' },
      detail: `it stamps ${digest.toString('hex')}, and this is ${other.toString('hex')}`,
    })
  })

  test('that answers another request is refused', () => {
    const asked = { digest, nonce: Uint8Array.of(9), roots: authority.roots }
    expect(verifyToken(token, asked)).toMatchObject({ reason: 'other-question' })
  })

  test('of an authority that made itself is refused', () => {
    const own = opensslAuthority()
    const found = verifyToken(tokenOf(own), { digest, roots: authority.roots })
    own.remove()
    expect(found).toEqual({
      ...{ ok: false, reason: 'unknown-authority' },
      detail: 'nobody whom you believe stands behind CN=Invented authority',
    })
  })

  test('with a bit flipped is refused, or says the same', () => {
    const asked = { digest, roots: authority.roots }
    const said = verifyToken(token, asked)
    for (let bit = 0; bit < token.length * 8; bit += 41) {
      const changed = Uint8Array.from(token)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      // Certificates that no link of the chain needs, and the wrapping, are signed by nobody.
      const found = verifyToken(changed, asked)
      if (found.ok) expect(found).toEqual(said)
    }
  })

  test('cut anywhere is malformed, and nothing throws', () => {
    for (let length = 0; length < token.length; length += 7)
      expect(verifyToken(token.subarray(0, length), { digest, roots: authority.roots })).toMatchObject({
        ok: false,
      })
    for (let i = 0; i < 200; i++)
      expect(verifyToken(randomBytes(i), { digest, roots: authority.roots })).toMatchObject({ ok: false })
  })
})

test.skipIf(!here)('an authority with keys on a curve is verified as well', () => {
  const authority = opensslAuthority({ key: EC })
  const found = verifyToken(tokenOf(authority), { digest, nonce, roots: authority.roots })
  authority.remove()
  expect(found).toMatchObject({ ok: true, value: { authority: 'CN=Invented authority' } })
})

test.skipIf(!here)('a certificate that was not valid at the time of the stamp is named', () => {
  const authority = opensslAuthority({ valid: { from: '20100101000000Z', to: '20110101000000Z' } })
  const found = verifyToken(tokenOf(authority), { digest, roots: authority.roots })
  authority.remove()
  expect(found).toMatchObject({ ok: false, reason: 'expired' })
  if (!found.ok) expect(found.detail).toMatch(/Jan {2}1 00:00:00 2011 GMT$/)
})

test.skipIf(!here)('an authority that refuses is quoted', () => {
  const authority = opensslAuthority()
  const answer = authority.answer(timeStampRequest({ digest: digest.subarray(0, 20), nonce }))
  authority.remove()
  expect(tokenOfResponse(answer)).toMatchObject({ ok: false, reason: 'refused' })
})

test('what is no answer at all is said to be none', () => {
  expect(tokenOfResponse(new TextEncoder().encode('<html>'))).toMatchObject({ reason: 'malformed' })
})
