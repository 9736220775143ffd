import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { PASSPHRASE_BYTES, generatePassphrase } from '../passphrase.ts'
import type { Stretch } from './argon2id.ts'

/** What a server gets to know of a passphrase by which somebody signs in. */
export interface SignInVerifier {
  /** Hexadecimal, 16 bytes. */
  readonly salt: string
  /** Hexadecimal, 32 bytes: from it nobody gets back to the passphrase but by trying, at the cost of the program. */
  readonly verifier: string
}

const INFO = utf8ToBytes('corroborate sign-in verifier')

/** A passphrase of 112 bits and what a server is told of it. */
export async function makeSignInPassphrase(
  stretch: Stretch,
): Promise<SignInVerifier & { readonly passphrase: string }> {
  const passphrase = generatePassphrase(randomBytes(PASSPHRASE_BYTES))
  const salt = bytesToHex(randomBytes(16))
  return { passphrase, salt, verifier: await verifierOf(passphrase, salt, stretch) }
}

/** What shows the server that somebody has the passphrase. Another than what wraps keys, should the same ever be typed for both. */
export async function verifierOf(passphrase: string, salt: string, stretch: Stretch): Promise<string> {
  return bytesToHex(hkdf(sha256, await stretch(passphrase, salt), undefined, INFO, 32))
}
