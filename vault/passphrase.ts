/** Random bytes in a generated passphrase: seven groups of 16 bits, 112 bits in all. */
export const PASSPHRASE_BYTES = 14

const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aiou'

/**
 * A passphrase to be written down, read out and typed: seven groups of five letters, `lusab-babad-…`, 112 bits.
 * Five letters of consonant and vowel in turn are said as a word in most languages, and no two letters look alike.
 * @param random 14 bytes from a generator fit for secrets
 * @see Wilkerson, "A Proposal for Proquints: Identifiers that are Readable, Spellable, and Pronounceable" (2009)
 */
export function generatePassphrase(random: Uint8Array): string {
  if (random.length !== PASSPHRASE_BYTES)
    throw new Error(`a passphrase is made from ${PASSPHRASE_BYTES} random bytes, found ${random.length}`)
  const groups = Array.from({ length: PASSPHRASE_BYTES / 2 }, (_, i) =>
    groupOf(((random[2 * i] ?? 0) << 8) | (random[2 * i + 1] ?? 0)),
  )
  return groups.join('-')
}

/**
 * What a typed passphrase is held to be: without the spaces around it, composed (NFC), so that the same letters typed on
 * two keyboards are the same bytes.
 */
export function bytesOfPassphrase(typed: string): Uint8Array {
  return new TextEncoder().encode(typed.normalize('NFC').trim())
}

/** 16 bits as consonant, vowel, consonant, vowel, consonant. */
export function groupOf(bits: number): string {
  const consonant = (shift: number) => CONSONANTS.charAt((bits >> shift) & 0xf)
  const vowel = (shift: number) => VOWELS.charAt((bits >> shift) & 0x3)
  return `${consonant(12)}${vowel(10)}${consonant(6)}${vowel(4)}${consonant(0)}`
}

/** The 16 bits of such a group; null where it is none. */
export function bitsOfGroup(group: string): number | null {
  if (!/^[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]$/.test(group)) return null
  const consonant = (at: number) => CONSONANTS.indexOf(group.charAt(at))
  const vowel = (at: number) => VOWELS.indexOf(group.charAt(at))
  return (consonant(0) << 12) | (vowel(1) << 10) | (consonant(2) << 6) | (vowel(3) << 4) | consonant(4)
}
