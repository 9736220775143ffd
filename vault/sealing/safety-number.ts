import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { digestOfCard, type MemberCard } from './member-card.ts'

const GROUPS = 12
const BYTES_IN_GROUP = 5

/**
 * Twelve groups of five digits, the same for both: read out face to face, they show that neither was given another's key. About 199 bits,
 * so nobody finds keys that give the same. Both cards go in whole (member, version, time, both keys), the lesser digest first.
 */
export function safetyNumber(one: MemberCard, other: MemberCard): readonly string[] {
  const pair = [digestOfCard(one), digestOfCard(other)].sort()
  const bytes = sha512(utf8ToBytes(`corroborate safety number 1\n${pair.join('\n')}`))
  return Array.from({ length: GROUPS }, (_, at) => groupAt(bytes, at))
}

/** 40 bits modulo 100,000: the bias is below one in ten million. */
function groupAt(bytes: Uint8Array, at: number): string {
  const five = bytes.subarray(BYTES_IN_GROUP * at, BYTES_IN_GROUP * (at + 1))
  const number = five.reduce((left, byte) => left * 256 + byte, 0)
  return String(number % 100_000).padStart(5, '0')
}
