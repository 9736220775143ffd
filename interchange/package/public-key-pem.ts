/** What precedes the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, section 4). */
const BEFORE = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]

/** An Ed25519 public key as OpenSSL reads it. */
export function publicKeyPem(publicKey: Uint8Array): string {
  const bytes = Uint8Array.of(...BEFORE, ...publicKey)
  return `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...bytes))}\n-----END PUBLIC KEY-----\n`
}
