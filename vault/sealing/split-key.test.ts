import { fc, test as prop } from '@fast-check/vitest'
import { generateX25519Identity } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { joinShares, splitKey, type SplitCheck } from './split-key.ts'
import { joined, split } from './shamir.ts'

describe('sharing over GF(256)', () => {
  prop.prop([
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
    fc.integer({ min: 2, max: 5 }),
    fc.uint8Array({ minLength: 160, maxLength: 160 }),
  ])('gives the secret from any shares that are enough', (secret, needed, noise) => {
    const random = noise.subarray(0, (needed - 1) * secret.length)
    const shares = split(secret, { needed, of: 5 }, random)
    for (let first = 0; first + needed <= 5; first++)
      expect(joined(shares.slice(first, first + needed).reverse())).toEqual(secret)
  })

  test('agrees with the field of AES: {57} times {83} is {c1} (FIPS 197, section 4.2)', () => {
    // A line through 0 with slope {57} stands at {57}·x; two places, of which the second is {83}, give zero back at zero.
    const share = (at: number, byte: number) => ({ at, bytes: Uint8Array.of(byte) })
    expect(joined([share(0x01, 0x57), share(0x83, 0xc1)])).toEqual(Uint8Array.of(0))
  })

  test('shows nothing with one share too few: every value of the secret is as likely', () => {
    const seen = new Set<number>()
    for (let slope = 0; slope < 256; slope++)
      seen.add(split(Uint8Array.of(42), { needed: 2, of: 2 }, Uint8Array.of(slope))[0]?.bytes[0] ?? -1)
    expect(seen.size).toBe(256)
  })
})

describe('a split identity key', () => {
  let identity: string
  let shares: readonly string[]
  let check: SplitCheck
  beforeAll(async () => {
    identity = await generateX25519Identity()
    ;({ shares, check } = splitKey(identity))
  })
  const pick = (...at: number[]) => at.map((i) => shares[i - 1] ?? '')

  test.each([[[1, 2, 3]], [[5, 1, 4]], [[1, 2, 3, 4, 5]]])('comes back from shares %j', (at) => {
    expect(joinShares(pick(...at), check)).toEqual({ ok: true, value: identity })
  })

  test('does not come back from two of three, and the missing are named', () => {
    const outcome = joinShares(pick(2, 4), check)
    expect(outcome).toMatchObject({ ok: false, reason: 'too-few-shares' })
    expect(!outcome.ok && outcome.detail).toContain('missing are 1, 3, 5')
  })

  test('names a corrupt share, never a silent wrong key', () => {
    const corrupt = (shares[1] ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const outcome = joinShares([...pick(1), corrupt, ...pick(3)], check)
    expect(outcome).toMatchObject({ ok: false, reason: 'wrong-share' })
    expect(!outcome.ok && outcome.detail).toContain('share 2')
  })

  test('names a share of another key, one given twice, and what is no share', async () => {
    const other = splitKey(await generateX25519Identity()).shares[3] ?? ''
    expect(joinShares([...pick(1, 2), other], check)).toMatchObject({ reason: 'wrong-share' })
    expect(joinShares(pick(1, 2, 2), check)).toMatchObject({ reason: 'same-share-twice' })
    expect(joinShares([...pick(1, 2), 'hello'], check)).toMatchObject({ reason: 'not-a-share' })
  })

  test('is held against its own check: one of another key is not believed', () => {
    expect(joinShares(pick(1, 2, 3), { ...check, key: '0'.repeat(64) })).toMatchObject({
      reason: 'wrong-key',
    })
  })
})
