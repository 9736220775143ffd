/** The beginning of the two kinds of secret key on curve 25519 in PKCS #8: what comes after it is 32 bytes long (RFC 8410, section 7). */
const BEFORE_SECRET = {
  X25519: [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20],
  Ed25519: [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20],
} as const

type Curve = keyof typeof BEFORE_SECRET

/** A public key for the platform's own ciphers, a browser's or Node's; null where it has none for this curve, and a script has to do it. */
export function platformPublicKey(name: Curve, bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> {
  const usages: KeyUsage[] = name === 'Ed25519' ? ['verify'] : []
  return unlessMissing(() => crypto.subtle.importKey('raw', bytes, name, true, usages))
}

/** The same of 32 secret bytes. Nothing reads them out of it again. */
export function platformSecretKey(name: Curve, secret: Uint8Array): Promise<CryptoKey | null> {
  const pkcs8 = Uint8Array.of(...BEFORE_SECRET[name], ...secret)
  const usages: KeyUsage[] = name === 'Ed25519' ? ['sign'] : ['deriveBits']
  return unlessMissing(() => crypto.subtle.importKey('pkcs8', pkcs8, name, false, usages))
}

async function unlessMissing(key: () => Promise<CryptoKey>): Promise<CryptoKey | null> {
  try {
    return await key()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null
    throw error
  }
}
