import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { KDF, STRETCH_IN_SCRIPT, type Stretch } from './argon2id.ts'
import { makeMemberKeys, type MemberKeys } from './member-keys.ts'
import {
  openByOwnPasskey,
  openByPassphrase,
  openByRecoveryKey,
  wrapKeys,
  type ShownOnce,
  type WrappedKeys,
} from './wrapped-keys.ts'

/** OpenSSL's, through Node: another implementation, and fast enough for these tests. */
const stretch: Stretch = async (passphrase, salt) => {
  const message = Buffer.from(passphrase.trim())
  const asked = {
    message,
    nonce: Buffer.from(salt, 'hex'),
    parallelism: KDF.lanes,
    memory: KDF.memory,
    passes: KDF.passes,
    tagLength: 32,
  }
  return new Uint8Array(await promisify(argon2)('argon2id', asked))
}

let keys: MemberKeys
let wrapped: WrappedKeys
let shown: ShownOnce

beforeAll(async () => {
  keys = await makeMemberKeys()
  ;({ wrapped, shown } = await wrapKeys('amal', keys, stretch))
})

test('the passphrase is stretched in script as OpenSSL does it (Argon2id, RFC 9106)', async () => {
  const salt = '00112233445566778899aabbccddeeff'
  expect(await STRETCH_IN_SCRIPT(' lusab-babad ', salt)).toEqual(await stretch('lusab-babad', salt))
})

describe('wrapped keys', () => {
  test('open by the passphrase, after a lost passkey', async () => {
    expect(await openByOwnPasskey(wrapped)).toMatchObject({ reason: 'does-not-open' })
    expect(await openByPassphrase(wrapped, shown.passphrase, stretch)).toEqual({ ok: true, value: keys })
  })

  test('open by the recovery key, after a lost passphrase or both', async () => {
    expect(
      await openByRecoveryKey(wrapped, ` ${shown.recoveryKey.toUpperCase().replaceAll('-', ' ')} `),
    ).toEqual({ ok: true, value: keys })
  })

  test('name a mistyped recovery key before trying it', async () => {
    const mistyped = shown.recoveryKey.replace(/^./, (first) => (first === 'b' ? 'd' : 'b'))
    expect(await openByRecoveryKey(wrapped, mistyped)).toMatchObject({ reason: 'mistyped' })
    expect(await openByRecoveryKey(wrapped, 'lusab-babad')).toMatchObject({ reason: 'mistyped' })
    expect(await openByRecoveryKey(wrapped, shown.recoveryKey.replace(/^...../, 'xxxxx'))).toMatchObject({
      reason: 'mistyped',
    })
  })

  test('do not open by another passphrase or recovery key, and do once more wrapped not open by the former', async () => {
    const again = await wrapKeys('amal', keys, stretch)
    expect(await openByRecoveryKey(again.wrapped, shown.recoveryKey)).toMatchObject({
      reason: 'does-not-open',
    })
    expect(await openByPassphrase(again.wrapped, shown.passphrase, stretch)).toMatchObject({
      reason: 'does-not-open',
    })
  })

  test.each([
    ['less memory', { memory: 8 }],
    ['fewer passes', { passes: 1 }],
    ['another function', { name: 'pbkdf2' }],
    ['more than a browser has', { memory: 8_000_000 }],
  ])('are refused, unasked, when the server wants %s', async (_, changes) => {
    const { byPassphrase } = wrapped
    const lowered = {
      ...wrapped,
      byPassphrase: { ...byPassphrase, kdf: { ...byPassphrase.kdf, ...changes } },
    }
    expect(await openByPassphrase(lowered, shown.passphrase, stretch)).toMatchObject({
      ok: false,
      reason: 'cost-not-ours',
    })
  })

  test('do not open when public halves or the member beside them were exchanged', async () => {
    for (const changes of [
      { member: 'basma' },
      { recipient: `age1${'q'.repeat(58)}` },
      { signing: '0'.repeat(64) },
    ])
      expect(await openByRecoveryKey({ ...wrapped, ...changes }, shown.recoveryKey)).toMatchObject({
        reason: 'does-not-open',
      })
  })

  test('hold neither secret half, passphrase nor recovery key in the open', () => {
    const written = JSON.stringify(wrapped)
    for (const secret of [keys.identity, keys.seed, shown.passphrase, shown.recoveryKey])
      expect(written).not.toContain(secret)
  })
})
