import { createHmac } from 'node:crypto'

/** One code in so many milliseconds. */
const STEP_MS = 30_000
const DIGITS = 6

/** The number of the code that a device shows at a moment. */
export function totpStepAt(milliseconds: number): number {
  return Math.floor(milliseconds / STEP_MS)
}

/**
 * The code of one step: six digits, HMAC-SHA-1, 30 seconds, as every app for such codes shows it.
 * @see RFC 6238, section 4; RFC 4226, section 5.3
 */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac.readUInt8(mac.length - 1) & 0xf
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** Which step near a moment has this code? One before and one after count, for clocks that differ; null where none has it. */
export function totpStepOf(secret: Uint8Array, code: string, milliseconds: number): number | null {
  const now = totpStepAt(milliseconds)
  // All three are reckoned whatever fits, so that each answer takes as long.
  const fits = [now - 1, now, now + 1].filter((step) => step >= 0 && totpCode(secret, step) === code)
  return fits.at(-1) ?? null
}
