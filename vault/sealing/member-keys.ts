import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { fromHex } from './hex.ts'

/** The secret halves of a member's keys. They exist in the member's browser, and nowhere else unwrapped. */
export interface MemberKeys {
  /** An age identity, `AGE-SECRET-KEY-1…`: opens what is sealed to the member. Stock `age -i` takes it. */
  readonly identity: string
  /** The 32 secret bytes of an Ed25519 key (RFC 8032), hexadecimal: signs what the member seals. */
  readonly seed: string
}

/** What everybody may know of them. */
export interface PublicHalves {
  /** `age1…` */
  readonly recipient: string
  /** Ed25519, 32 bytes, hexadecimal. */
  readonly signing: string
}

/** New keys from the machine's own generator. */
export async function makeMemberKeys(): Promise<MemberKeys> {
  return { identity: await generateX25519Identity(), seed: bytesToHex(randomBytes(32)) }
}

/** The public halves of these keys. Throws when they are no keys. */
export async function publicHalvesOf({ identity, seed }: MemberKeys): Promise<PublicHalves> {
  const recipient = await identityToRecipient(identity)
  return { recipient, signing: bytesToHex(ed25519.getPublicKey(fromHex(seed))) }
}
