import { ok, refuse, type Outcome } from '@corroborate/base'
import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../base64.ts'
import { SHA_256_IN_SCRIPT } from '../sha256.ts'

/** What a key signs: `note` the text itself, `cosignature` the text with a time before it. */
export type KeyType = 'note' | 'cosignature'

/** The public half of a key, as a verifier is given it: name, type and key together, so that none can be exchanged for another. */
export interface VerifierKey {
  /** A schema-less URL by custom: `example.org/ledger`. No space, no plus sign. */
  readonly name: string
  /** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ key), as a number. Short: it finds a key and proves nothing. */
  readonly id: number
  readonly type: KeyType
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array
}

/** Who signs. The private half stays where it is: `sign` may ask another process. */
export interface Signer {
  readonly key: VerifierKey
  /** An Ed25519 signature of 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

export type KeyFault = 'malformed-key' | 'unknown-key-type' | 'wrong-key-id'

const TYPES: Readonly<Record<KeyType, number>> = { note: 0x01, cosignature: 0x04 }
const KEY_BYTES = 32

/**
 * A key with its id.
 * Throws when the name is none or the key has not 32 bytes: bugs of the caller.
 * @see C2SP signed-note v1.0.0, "Ed25519 signatures"; tlog-cosignature v1.0.1, "Format"
 */
export function verifierKey({ name, type, publicKey }: Omit<VerifierKey, 'id'>): VerifierKey {
  if (!isKeyName(name)) throw new Error(`not a name of a key: ${name}`)
  if (publicKey.length !== KEY_BYTES) throw new Error(`a public key has ${KEY_BYTES} bytes`)
  const named = concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(TYPES[type]), publicKey)
  return { name, id: uint32Of(SHA_256_IN_SCRIPT.ofBytes(named)), type, publicKey }
}

/** A signer from the 32 secret bytes of an Ed25519 key (RFC 8032, section 5.1.5). */
export function signerFrom({ name, type, seed }: { name: string; type: KeyType; seed: Uint8Array }): Signer {
  const key = verifierKey({ name, type, publicKey: ed25519.getPublicKey(seed) })
  return { key, sign: (message) => ed25519.sign(message, seed) }
}

/** Whether an Ed25519 signature is right, by the strict rule of RFC 8032 and FIPS 186-5, as OpenSSL. */
export function isSignedBy(key: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean {
  // Another length is a wrong signature, and no bug of whoever reads it.
  if (signature.length !== 64) return false
  return ed25519.verify(signature, message, key.publicKey, { zip215: false })
}

/** A key as text, to be printed and compared: `name+id+base64(type ‖ key)`. */
export function writeVerifierKey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${hexOf(id)}+${toBase64(concatBytes(Uint8Array.of(TYPES[type]), publicKey))}`
}

/**
 * A key from its text. Its id is reckoned anew: one mistyped letter anywhere is found.
 * @see C2SP signed-note v1.0.0, "Verifier keys"; golang.org/x/mod/sumdb/note, `NewVerifier`
 */
export function readVerifierKey(text: string): Outcome<VerifierKey, KeyFault> {
  const malformed = refuse(
    'malformed-key',
    'a key is written as name+id+base64, the id in eight hexadecimal digits',
  )
  // The name has no plus sign, and what is left may have some: Base 64 does.
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text)
  const [, name = '', id = '', written = ''] = parts ?? []
  const bytes = fromBase64(written)
  if (!parts || !isKeyName(name) || !bytes?.length) return malformed
  const type = typeOf(bytes[0])
  if (!type)
    return refuse(
      'unknown-key-type',
      `the key ${name} has type ${bytes[0] ?? 0}; known are 1 (Ed25519) and 4 (its cosignatures)`,
    )
  if (bytes.length !== KEY_BYTES + 1) return malformed
  const key = verifierKey({ name, type, publicKey: bytes.slice(1) })
  if (hexOf(key.id) !== id)
    return refuse(
      'wrong-key-id',
      `the key ${name} says its id is ${id}, and it is ${hexOf(key.id)}: name or key was changed`,
    )
  return ok(key)
}

/** A key as people are told of it: `name+id`. */
export function shownKey({ name, id }: Pick<VerifierKey, 'name' | 'id'>): string {
  return `${name}+${hexOf(id)}`
}

export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name) && !hasControls(name)
}

/** Whether a text has an ASCII control character other than newline, which no signed note may have. */
export function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) < 0x20 && text.charCodeAt(i) !== 0x0a) return true
  return false
}

export function uint32Of(bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}

function typeOf(byte: number | undefined): KeyType | null {
  if (byte === TYPES.note) return 'note'
  return byte === TYPES.cosignature ? 'cosignature' : null
}

function hexOf(id: number): string {
  return id.toString(16).padStart(8, '0')
}
