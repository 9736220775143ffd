import { fromBase64, toBase64 } from '@corroborate/ledger'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromHex } from './hex.ts'

/** A secret under a key: AES-256-GCM. */
export interface Wrapped {
  /** Hexadecimal, 12 bytes, drawn anew each time. */
  readonly nonce: string
  /** Base 64, with the tag of 16 bytes. */
  readonly wrapped: string
}

const SUITE = 'corroborate member keys 1'

/** Wraps a text under a root secret, bound to what stands beside it in the open: changed, it no longer opens. */
export async function wrap(secret: string, root: Uint8Array, open: string): Promise<Wrapped> {
  const nonce = bytesToHex(randomBytes(12))
  const bytes = new Uint8Array(utf8ToBytes(secret))
  const sealed = await crypto.subtle.encrypt(algorithm(nonce, open), await keyFrom(root), bytes)
  return { nonce, wrapped: toBase64(new Uint8Array(sealed)) }
}

/** The text again; null where the key is another or anything was changed: authenticated encryption cannot tell these apart. */
export async function unwrap(
  { nonce, wrapped }: Wrapped,
  root: Uint8Array,
  open: string,
): Promise<string | null> {
  const sealed = fromBase64(wrapped)
  if (!sealed || nonce.length !== 24) return null
  try {
    const bytes = await crypto.subtle.decrypt(
      algorithm(nonce, open),
      await keyFrom(root),
      new Uint8Array(sealed),
    )
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function algorithm(nonce: string, open: string) {
  return { name: 'AES-GCM', iv: fromHex(nonce), additionalData: new Uint8Array(utf8ToBytes(open)) }
}

function keyFrom(root: Uint8Array): Promise<CryptoKey> {
  const key = new Uint8Array(hkdf(sha256, root, undefined, utf8ToBytes(`${SUITE}: wrapping`), 32))
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
