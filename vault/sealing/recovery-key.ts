import { ok, refuse, type Outcome } from '@corroborate/base'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { bitsOfGroup, groupOf } from '../passphrase.ts'

/** Random bytes in a recovery key: 160 bits, which nobody tries out, so it needs no stretching. */
export const RECOVERY_BYTES = 20
const GROUPS = RECOVERY_BYTES / 2

/**
 * A recovery key to be printed once: ten groups of five letters and one of check, read out and typed like a passphrase.
 * @param random 20 bytes from a generator fit for secrets
 */
export function writeRecoveryKey(random: Uint8Array): string {
  if (random.length !== RECOVERY_BYTES)
    throw new Error(`a recovery key is made from ${RECOVERY_BYTES} random bytes, found ${random.length}`)
  const checked = [...random, ...sha256(random).subarray(0, 2)]
  const groups = Array.from({ length: GROUPS + 1 }, (_, i) =>
    groupOf(((checked[2 * i] ?? 0) << 8) | (checked[2 * i + 1] ?? 0)),
  )
  return groups.join('-')
}

/** The bytes (hexadecimal) of a typed recovery key. `mistyped`: a letter that is none, a group too many or few, or the check does not fit. */
export function readRecoveryKey(typed: string): Outcome<string, 'mistyped'> {
  const groups = typed
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)
  if (groups.length !== GROUPS + 1)
    return refuse('mistyped', `a recovery key has ${GROUPS + 1} groups of letters, found ${groups.length}`)
  const bytes: number[] = []
  for (const [i, group] of groups.entries()) {
    const bits = bitsOfGroup(group)
    if (bits === null) return refuse('mistyped', `group ${i + 1} is not five letters of a recovery key`)
    bytes.push(bits >> 8, bits & 0xff)
  }
  const random = Uint8Array.from(bytes.slice(0, RECOVERY_BYTES))
  const check = bytesToHex(sha256(random).subarray(0, 2))
  if (check !== bytesToHex(Uint8Array.from(bytes.slice(RECOVERY_BYTES))))
    return refuse('mistyped', 'the last group does not fit the others: one letter is another')
  return ok(bytesToHex(random))
}
