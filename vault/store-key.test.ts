import { argon2Sync, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { USUAL_COST, type KeyParams } from './from-passphrase.ts'
import { deriveStoreKey, makeStoreKey, unlockStoreKey } from './store-key.ts'

const salt = Uint8Array.from({ length: 16 }, (_, i) => i)
const params: KeyParams = { salt: Buffer.from(salt).toString('hex'), ...USUAL_COST }
const made = await makeStoreKey('a passphrase', salt)

test('is Argon2id of the passphrase, parted by HKDF into a key and a check value', async () => {
  const root = argon2Sync('argon2id', {
    message: 'a passphrase',
    nonce: salt,
    memory: 65536,
    passes: 3,
    parallelism: 4,
    tagLength: 32,
    associatedData: 'corroborate store key 1',
  })
  const part = (of: string) =>
    Buffer.from(hkdfSync('sha256', root, '', `corroborate store key 1: ${of}`, 32)).toString('hex')
  const derived = valueOf(await deriveStoreKey('a passphrase', params))
  expect(derived).toEqual({ key: part('key'), check: part('check') })
  expect(made).toEqual({ file: { ...params, check: derived.check }, key: derived.key })
})

test('opens with the passphrase it was made with, and with no other', async () => {
  expect(await unlockStoreKey('a passphrase', made.file)).toEqual({ ok: true, value: made.key })
  expect(await unlockStoreKey('A passphrase', made.file)).toMatchObject({ reason: 'wrong-passphrase' })
  expect(await unlockStoreKey('', made.file)).toMatchObject({ reason: 'wrong-passphrase' })
})

test('another salt gives another key', async () => {
  const other = await makeStoreKey('a passphrase', salt.toReversed())
  expect(other.key).not.toBe(made.key)
})

test.each([
  ['less memory', { memory: USUAL_COST.memory - 1 }],
  ['fewer passes', { passes: 2 }],
  ['no lanes', { lanes: 0 }],
  ['a shorter salt', { salt: '00'.repeat(15) }],
  ['a salt that is not hexadecimal', { salt: 'zz'.repeat(16) }],
  ['half a pass', { passes: 3.5 }],
  ['more memory than a machine has', { memory: 2 ** 40 }],
  ['more passes than anybody waits for', { passes: 10_000 }],
])('refuses params with %s', async (_, changed) => {
  expect(await deriveStoreKey('a passphrase', { ...params, ...changed })).toMatchObject({
    ok: false,
    reason: 'bad-params',
  })
})

test('costs a guesser time for every guess', async () => {
  const before = performance.now()
  await deriveStoreKey('a passphrase', params)
  expect(performance.now() - before).toBeGreaterThan(20)
})
