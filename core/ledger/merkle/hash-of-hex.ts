import { HASH_BYTES, type Hash } from './tree-hasher.ts'

const NO_DIGIT = 0xff
const DIGITS = new Uint8Array(128).fill(NO_DIGIT)
for (let value = 0; value < 16; value++) DIGITS[value.toString(16).charCodeAt(0)] = value

/**
 * The 32 bytes of a hash that is written as 64 lower-case hexadecimal digits. By a table: a ledger has a million of them, and
 * what checks and copies any text of any length takes as long as the hashing. Throws at anything else.
 */
export function hashOfHex(hex: string): Hash {
  const bytes = new Uint8Array(HASH_BYTES)
  let all = hex.length === 2 * HASH_BYTES ? 0 : NO_DIGIT
  for (let i = 0; i < HASH_BYTES; i++) {
    const high = DIGITS[hex.charCodeAt(2 * i)] ?? NO_DIGIT
    const low = DIGITS[hex.charCodeAt(2 * i + 1)] ?? NO_DIGIT
    all |= high | low
    bytes[i] = (high << 4) | low
  }
  if (all > 0xf) throw new Error(`not the hash of a tree in hexadecimal: ${hex}`)
  return bytes
}
