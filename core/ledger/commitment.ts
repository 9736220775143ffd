import { canonicalJson, digestOf, type Json } from '@corroborate/base'

/** Bytes of salt under every commitment: too many to guess, and always as many, so that salt and content cannot be shifted. */
export const SALT_BYTES = 32

/** What an entry is about, kept beside the ledger and not in it, so that it can be erased. */
export interface Content {
  readonly content: Json
  readonly salt: Uint8Array
}

/**
 * The commitment to a content: lower-case hexadecimal SHA-256 of salt ‖ canonical JSON (RFC 8785) of the content.
 * The salt must be drawn anew for each entry: a bare digest of a name is found in a dictionary, a salted one is not.
 * Throws when the salt has not 32 bytes, which is a bug of the caller.
 */
export function commit(content: Json, salt: Uint8Array): string {
  if (salt.length !== SALT_BYTES) throw new Error(`a salt has ${SALT_BYTES} bytes, found ${salt.length}`)
  const written = new TextEncoder().encode(canonicalJson(content))
  const bytes = new Uint8Array(salt.length + written.length)
  bytes.set(salt)
  bytes.set(written, salt.length)
  return digestOf(bytes)
}
