import { timingSafeEqual } from 'node:crypto'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { keysFromPassphrase, USUAL_COST, type KeyParams } from './from-passphrase.ts'

/** The params, with a value that tells a right passphrase from a wrong one without the store being touched. */
export interface KeyFile extends KeyParams {
  /** Hexadecimal, 32 bytes; says nothing about the key. */
  readonly check: string
}

/** The key of a store: 64 hexadecimal digits, 256 bits. */
export interface StoreKey {
  readonly key: string
  readonly check: string
}

const SUITE = 'corroborate store key 1'

/**
 * The key of a store, from what a person knows. Takes a quarter of a second and 64 MiB, off the main thread.
 * `bad-params` when the cost lies below the floor or above the ceiling, or the salt is too short.
 * @see RFC 9106 (Argon2id), RFC 5869 (HKDF, which makes key and check value from it so that neither tells the other)
 */
export async function deriveStoreKey(
  passphrase: string,
  params: KeyParams,
): Promise<Outcome<StoreKey, 'bad-params'>> {
  const keys = await keysFromPassphrase(passphrase, params, SUITE)
  if (!keys.ok) return keys
  const hex = (purpose: 'key' | 'check') => Buffer.from(keys.value(purpose)).toString('hex')
  return ok({ key: hex('key'), check: hex('check') })
}

/** The key of a new store and the file that belongs beside it. */
export async function makeStoreKey(
  passphrase: string,
  salt: Uint8Array,
): Promise<{ readonly file: KeyFile; readonly key: string }> {
  const params: KeyParams = { salt: Buffer.from(salt).toString('hex'), ...USUAL_COST }
  const made = await deriveStoreKey(passphrase, params)
  if (!made.ok) throw new Error(made.detail)
  return { file: { ...params, check: made.value.check }, key: made.value.key }
}

/** The key of a store that is there. A wrong passphrase is told apart from params that cannot be ours. */
export async function unlockStoreKey(
  passphrase: string,
  file: KeyFile,
): Promise<Outcome<string, 'wrong-passphrase' | 'bad-params'>> {
  const derivedKey = await deriveStoreKey(passphrase, file)
  if (!derivedKey.ok) return derivedKey
  return sameHex(derivedKey.value.check, file.check)
    ? ok(derivedKey.value.key)
    : refuse('wrong-passphrase', 'the passphrase is not the one that this store was made with')
}

function sameHex(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
