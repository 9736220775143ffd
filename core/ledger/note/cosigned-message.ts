import { utf8ToBytes } from '@noble/hashes/utils.js'
import { LARGEST_SIZE } from '../merkle/tree-size.ts'

const TIME_BYTES = 8

/**
 * What a cosigner signs: a line that keeps it apart from everything else, the time, the checkpoint without signatures.
 * @see C2SP tlog-cosignature v1.0.1, "Ed25519 signed message"
 */
export function cosignedMessage(text: string, time: bigint): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${time}\n${text}`)
}

/** A cosignature as the time (big-endian, at most 2^63 - 1) and the signature that follows it; null when it is too short to be one. */
export function splitCosignature(
  bytes: Uint8Array,
): { readonly time: bigint; readonly signature: Uint8Array } | null {
  if (bytes.length <= TIME_BYTES) return null
  let time = 0n
  for (const byte of bytes.subarray(0, TIME_BYTES)) time = (time << 8n) | BigInt(byte)
  return time > LARGEST_SIZE ? null : { time, signature: bytes.slice(TIME_BYTES) }
}

export function joinCosignature(time: bigint, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES + signature.length)
  for (let i = 0; i < TIME_BYTES; i++) bytes[i] = Number((time >> BigInt(8 * (TIME_BYTES - 1 - i))) & 0xffn)
  bytes.set(signature, TIME_BYTES)
  return bytes
}
