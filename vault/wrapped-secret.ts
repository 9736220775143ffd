import { createCipheriv, createDecipheriv } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { canonicalJson, ok, refuse, type Outcome } from '@corroborate/base'
import { keysFromPassphrase, USUAL_COST, type KeyParams } from './from-passphrase.ts'

/** What is wrapped: each kind has a format and a suite of its own, so that one is never taken for another. */
export interface WrappedKind {
  readonly format: string
  readonly version: number
  readonly suite: string
  /** Under which word the name stands in the file: `place`, `recipient`. */
  readonly nameField: string
  readonly secretBytes: number
  /** What a file that is none of these is told to be not: `the key of a ledger`. */
  readonly inWords: string
}

/** A secret in a file of its own: it is there only encrypted, under a passphrase. */
export interface WrappedSecret extends KeyParams {
  /** Stands in the open, and is bound to the secret: changed, it no longer opens. */
  readonly name: string
  /** Hexadecimal, 12 bytes. */
  readonly nonce: string
  /** Hexadecimal: the secret under AES-256-GCM, with its tag of 16. */
  readonly wrapped: string
}

const NONCE_BYTES = 12
const SALT_BYTES = 16
const TAG_BYTES = 16
/** Random bytes that a wrapping takes: its salt and its nonce. */
export const WRAPPING_RANDOM = SALT_BYTES + NONCE_BYTES

/** Wraps a secret. Throws when the random bytes are too few, a bug of the caller. */
export async function wrapSecret(
  kind: WrappedKind,
  given: {
    readonly name: string
    readonly secret: Uint8Array
    readonly passphrase: string
    readonly random: Uint8Array
  },
): Promise<WrappedSecret> {
  if (given.random.length !== WRAPPING_RANDOM) throw new Error(`a wrapping takes ${WRAPPING_RANDOM} bytes`)
  if (given.secret.length !== kind.secretBytes)
    throw new Error(`${kind.inWords} has ${kind.secretBytes} bytes`)
  const open = {
    name: given.name,
    ...{ salt: bytesToHex(given.random.subarray(0, SALT_BYTES)), ...USUAL_COST },
    nonce: bytesToHex(given.random.subarray(SALT_BYTES)),
  }
  const keys = await keysFromPassphrase(given.passphrase, open, kind.suite)
  if (!keys.ok) throw new Error(keys.detail)
  const cipher = createCipheriv('aes-256-gcm', keys.value('wrapping'), Buffer.from(open.nonce, 'hex'))
  cipher.setAAD(boundTo(kind, open))
  const wrapped = Buffer.concat([cipher.update(given.secret), cipher.final()])
  return { ...open, wrapped: bytesToHex(Buffer.concat([wrapped, cipher.getAuthTag()])) }
}

/** The secret. A wrong passphrase and a changed file are one answer: authenticated encryption cannot tell them apart. */
export async function unwrapSecret(
  kind: WrappedKind,
  passphrase: string,
  file: WrappedSecret,
): Promise<Outcome<Uint8Array, 'does-not-open' | 'bad-params'>> {
  const keys = await keysFromPassphrase(passphrase, file, kind.suite)
  if (!keys.ok) return keys
  const sealed = Buffer.from(file.wrapped, 'hex')
  try {
    const cipher = createDecipheriv('aes-256-gcm', keys.value('wrapping'), Buffer.from(file.nonce, 'hex'), {
      authTagLength: TAG_BYTES,
    })
    cipher.setAAD(boundTo(kind, file))
    cipher.setAuthTag(sealed.subarray(kind.secretBytes))
    return ok(Buffer.concat([cipher.update(sealed.subarray(0, kind.secretBytes)), cipher.final()]))
  } catch {
    return refuse('does-not-open', 'the passphrase is another, or the file was changed')
  }
}

export function writeWrapped(
  kind: WrappedKind,
  { name, salt, memory, passes, lanes, nonce, wrapped }: WrappedSecret,
): string {
  const { format, version, nameField } = kind
  const body = {
    [nameField]: name,
    ...{ kdf: 'argon2id', salt, memory, passes, lanes, cipher: 'aes-256-gcm', nonce, wrapped },
  }
  return `${JSON.stringify({ format, version, ...body }, null, 2)}\n`
}

/** The file from its text. `newer-version`: made by a later version of this program. `damaged`: anything else. */
export function readWrapped(
  kind: WrappedKind,
  text: string,
): Outcome<WrappedSecret, 'damaged' | 'newer-version'> {
  const fields = fieldsOf(text)
  if (fields?.format !== kind.format) return refuse('damaged', `it is not ${kind.inWords}`)
  const { version, salt, memory, passes, lanes, nonce, wrapped } = fields
  const name = fields[kind.nameField]
  if (typeof version === 'number' && version > kind.version)
    return refuse('newer-version', `it has version ${version}, and this program knows ${kind.version}`)
  if (typeof memory !== 'number' || typeof passes !== 'number' || typeof lanes !== 'number')
    return refuse('damaged', 'its memory, passes or lanes is missing')
  if (typeof name !== 'string' || typeof salt !== 'string')
    return refuse('damaged', `its ${kind.nameField} or its salt is missing`)
  if (!isHex(nonce, NONCE_BYTES) || !isHex(wrapped, kind.secretBytes + TAG_BYTES))
    return refuse('damaged', 'its nonce or its wrapped key is missing')
  return ok({ name, salt, memory, passes, lanes, nonce, wrapped })
}

/** What is written in the open is bound to the secret: changed, it no longer opens. */
function boundTo(
  { format, version, nameField }: WrappedKind,
  { name, salt, memory, passes, lanes, nonce }: Omit<WrappedSecret, 'wrapped'>,
): Uint8Array {
  const open = { format, version, [nameField]: name, salt, memory, passes, lanes, nonce }
  return new TextEncoder().encode(canonicalJson(open))
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value)
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
