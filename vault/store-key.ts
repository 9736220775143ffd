import { argon2, hkdfSync, timingSafeEqual } from 'node:crypto'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { bytesOfPassphrase } from './passphrase.ts'

/** What it costs to try one passphrase. Kept beside the store; not secret. */
export interface KeyParams {
  /** Hexadecimal, 16 bytes or more, drawn anew for each store. */
  readonly salt: string
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

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

/** RFC 9106, section 4: the second recommended option, for where memory is not free; about a quarter of a second. */
export const USUAL_COST = { memory: 64 * 1024, passes: 3, lanes: 4 } as const

/**
 * A file that asks for less was tampered with, or made by something else: it is refused, so that nobody can have a key
 * derived cheaply. One that asks for more than the ceiling would only hang the machine.
 */
const FLOOR = { ...USUAL_COST, lanes: 1, saltBytes: 16 } as const
const CEILING = { memory: 1024 * 1024, passes: 32, lanes: 16, saltBytes: 64 } as const

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
  const wrong = faultOf(params)
  if (wrong) return refuse('bad-params', wrong)
  const root = await argon2id(bytesOfPassphrase(passphrase), params)
  return ok({ key: derived(root, 'key'), check: derived(root, 'check') })
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

function faultOf(params: KeyParams): string | null {
  const saltBytes = /^([0-9a-f]{2})*$/.test(params.salt) ? params.salt.length / 2 : 0
  const cost = { memory: params.memory, passes: params.passes, lanes: params.lanes, saltBytes }
  for (const name of ['memory', 'passes', 'lanes', 'saltBytes'] as const)
    if (!(Number.isInteger(cost[name]) && cost[name] >= FLOOR[name] && cost[name] <= CEILING[name]))
      return `${name} is ${String(cost[name])}, expected ${FLOOR[name]} to ${CEILING[name]}`
  return null
}

function argon2id(message: Uint8Array, params: KeyParams): Promise<Uint8Array> {
  const asked = {
    message,
    nonce: Buffer.from(params.salt, 'hex'),
    parallelism: params.lanes,
    memory: params.memory,
    passes: params.passes,
    tagLength: 32,
    associatedData: SUITE,
  }
  return new Promise((resolve, reject) => {
    argon2('argon2id', asked, (error, root) => (error ? reject(error) : resolve(root)))
  })
}

function derived(root: Uint8Array, purpose: 'key' | 'check'): string {
  return Buffer.from(hkdfSync('sha256', root, '', `${SUITE}: ${purpose}`, 32)).toString('hex')
}

function sameHex(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
