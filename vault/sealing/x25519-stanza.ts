import { toBase64 } from '@corroborate/ledger'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { Encrypter } from 'age-encryption'
import { bech32Bytes } from './bech32-bytes.ts'
import { platformPublicKey } from './platform-key.ts'

interface PublicKey {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Null where the platform has no X25519. */
  readonly key: CryptoKey | null
}

const LABEL = utf8ToBytes('age-encryption.org/v1/X25519')
const WRAP_NONCE = new Uint8Array(12)
const known = new Map<string, Promise<PublicKey>>()

/**
 * The lines of a header that tell a recipient (`age1…`) the key of the file. `age-encryption` makes the same, with six calls of the platform's
 * ciphers in the place of three. Throws when the text is no recipient.
 * @see C2SP age.md, "X25519 recipient stanza": a new ephemeral secret for each stanza and each file
 */
export async function x25519Stanza(recipient: string, fileKey: Uint8Array): Promise<string> {
  let to = known.get(recipient)
  if (!to) known.set(recipient, (to = publicKeyOf(recipient)))
  const { bytes, key } = await to
  const { share, secret } = await (key ? exchangedOnPlatform(key) : exchangedHere(bytes))
  const wrapKey = hkdf(sha256, secret, concatBytes(share, bytes), LABEL, 32)
  const wrapped = chacha20poly1305(wrapKey, WRAP_NONCE).encrypt(fileKey)
  return `-> X25519 ${unpadded(share)}\n${unpadded(wrapped)}\n`
}

/** Base 64 as age writes it. */
export function unpadded(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('=', '')
}

async function publicKeyOf(recipient: string): Promise<PublicKey> {
  // The library looks at its form and checksum.
  new Encrypter().addRecipient(recipient)
  const bytes = bech32Bytes(recipient)
  return { bytes, key: await platformPublicKey('X25519', bytes) }
}

/** An ephemeral share, and the secret that it has with the recipient. Both ways throw where that is all zero: the key is of small order. */
async function exchangedOnPlatform(recipient: CryptoKey) {
  const ephemeral = await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])
  if (!('publicKey' in ephemeral)) throw new Error('X25519 made half of a pair')
  const [share, secret] = await Promise.all([
    crypto.subtle.exportKey('raw', ephemeral.publicKey),
    crypto.subtle.deriveBits({ name: 'X25519', public: recipient }, ephemeral.privateKey, 256),
  ])
  return { share: new Uint8Array(share), secret: new Uint8Array(secret) }
}

function exchangedHere(recipient: Uint8Array) {
  const ephemeral = x25519.keygen()
  return {
    share: ephemeral.publicKey,
    secret: x25519.getSharedSecret(ephemeral.secretKey, recipient),
  }
}
