import { sha256 } from '@noble/hashes/sha2.js'

/**
 * SHA-256 (FIPS 180-4) of bytes, as 32 new bytes. An argument wherever a whole ledger is hashed: the one in script runs in
 * every browser, a machine's own is faster (docs/decisions/0060-hashes-and-signatures-are-arguments.md). Which one is
 * used changes no result.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** In script, by @noble/hashes: the same in Node and in the browser, and never asynchronous. */
export const sha256InScript: Sha256 = sha256
