import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * SHA-256 (FIPS 180-4). An argument wherever a whole ledger is hashed: the one in script runs in every browser, a machine's own is
 * several times faster (docs/decisions/0060-the-hash-is-an-argument.md). Which one is used changes no result.
 */
export interface Sha256 {
  /** The 32 bytes of the digest, in an array of their own. The bytes given are not kept: the caller writes over them. */
  readonly ofBytes: (bytes: Uint8Array) => Uint8Array
  /** The digest of a text's UTF-8 bytes in lower-case hexadecimal. Apart, because a machine's own takes text far faster than bytes. */
  readonly ofText: (text: string) => string
}

/** In script, by @noble/hashes: the same in Node and in the browser, and never asynchronous. */
export const SHA_256_IN_SCRIPT: Sha256 = {
  ofBytes: (bytes) => sha256(bytes),
  ofText: (text) => bytesToHex(sha256(utf8ToBytes(text))),
}
