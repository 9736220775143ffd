import { argon2, hkdfSync } from 'node:crypto'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { bytesOfPassphrase } from './passphrase.ts'

/** What it costs to try one passphrase. Kept beside what the key opens; not secret. */
export interface KeyParams {
  /** Hexadecimal, 16 bytes or more, drawn anew for each key. */
  readonly salt: string
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** RFC 9106, section 4: the second recommended option, for where memory is not free; about a quarter of a second. */
export const USUAL_COST = { memory: 64 * 1024, passes: 3, lanes: 4 } as const

/**
 * A file that asks for less was tampered with, or made by something else: it is refused, so that nobody can have a key
 * derived cheaply. One that asks for more than the ceiling would only hang the machine.
 */
const FLOOR = { ...USUAL_COST, lanes: 1, saltBytes: 16 } as const
const CEILING = { memory: 1024 * 1024, passes: 32, lanes: 16, saltBytes: 64 } as const

/**
 * Derives keys of 32 bytes from what a person knows, one for each purpose. Takes a quarter of a second and 64 MiB, off the main thread.
 * @param suite what the keys are for; one passphrase gives different keys for different suites, also under one salt
 * Refuses with `bad-params` when the cost lies below the floor or above the ceiling, or the salt is too short.
 * @see RFC 9106 (Argon2id), RFC 5869 (HKDF, which parts the keys so that none tells another)
 */
export async function keysFromPassphrase(
  passphrase: string,
  params: KeyParams,
  suite: string,
): Promise<Outcome<(purpose: string) => Uint8Array, 'bad-params'>> {
  const wrong = faultOf(params)
  if (wrong) return refuse('bad-params', wrong)
  const root = await argon2id(bytesOfPassphrase(passphrase), params, suite)
  return ok((purpose) => new Uint8Array(hkdfSync('sha256', root, '', `${suite}: ${purpose}`, 32)))
}

function faultOf(params: KeyParams): string | null {
  const saltBytes = /^([0-9a-f]{2})*$/.test(params.salt) ? params.salt.length / 2 : 0
  const cost = { memory: params.memory, passes: params.passes, lanes: params.lanes, saltBytes }
  for (const name of ['memory', 'passes', 'lanes', 'saltBytes'] as const)
    if (!(Number.isInteger(cost[name]) && cost[name] >= FLOOR[name] && cost[name] <= CEILING[name]))
      return `${name} is ${String(cost[name])}, expected ${FLOOR[name]} to ${CEILING[name]}`
  return null
}

function argon2id(message: Uint8Array, params: KeyParams, suite: string): Promise<Uint8Array> {
  const asked = {
    message,
    nonce: Buffer.from(params.salt, 'hex'),
    parallelism: params.lanes,
    memory: params.memory,
    passes: params.passes,
    tagLength: 32,
    associatedData: suite,
  }
  return new Promise((resolve, reject) => {
    argon2('argon2id', asked, (error, root) => (error ? reject(error) : resolve(root)))
  })
}
