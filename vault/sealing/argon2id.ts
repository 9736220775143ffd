import { argon2idAsync } from '@noble/hashes/argon2.js'
import { bytesOfPassphrase } from '../passphrase.ts'
import { fromHex } from './hex.ts'

/**
 * What it costs to try one passphrase: RFC 9106, section 4, the second recommended option. Fixed in the program. No server chooses it,
 * and a file that names another is refused: a lowered cost is how servers were made to read what they keep (Bitwarden, LastPass 2026).
 */
export const KDF = { name: 'argon2id', memory: 65_536, passes: 3, lanes: 4 } as const

/**
 * Stretches what a person knows to 32 bytes, at this cost. An argument, as SHA-256 is (decision 0060): a machine's own is many times
 * faster than the one in script. Which is used changes no result.
 * @param salt hexadecimal, 16 bytes
 */
export type Stretch = (passphrase: string, salt: string) => Promise<Uint8Array>

/** In script, by @noble/hashes. Takes seconds in a browser, and lets the page breathe meanwhile. */
export const STRETCH_IN_SCRIPT: Stretch = (passphrase, salt) => {
  const cost = { m: KDF.memory, t: KDF.passes, p: KDF.lanes, dkLen: 32 }
  return argon2idAsync(bytesOfPassphrase(passphrase), fromHex(salt), cost)
}
