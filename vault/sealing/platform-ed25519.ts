import { ed25519 } from '@noble/curves/ed25519.js'
import { fromHex } from './hex.ts'
import type { MemberKeys } from './member-keys.ts'
import { platformPublicKey, platformSecretKey } from './platform-key.ts'

/** As long as the keys are there, and no longer. */
const signers = new WeakMap<Pick<MemberKeys, 'seed'>, Promise<CryptoKey | null>>()
const verifiers = new Map<string, Promise<CryptoKey | null>>()

/** The signature that the script makes (Ed25519 leaves nothing to chance), by the platform, which takes a tenth of the time. */
export async function signOnPlatform(
  message: Uint8Array<ArrayBuffer>,
  keys: Pick<MemberKeys, 'seed'>,
): Promise<Uint8Array> {
  let signer = signers.get(keys)
  if (!signer) signers.set(keys, (signer = platformSecretKey('Ed25519', fromHex(keys.seed))))
  const key = await signer
  return key
    ? new Uint8Array(await crypto.subtle.sign('Ed25519', key, message))
    : ed25519.sign(message, fromHex(keys.seed))
}

/**
 * Whether this key (64 hexadecimal digits) signed it. Refuses all that the strict rule of the script does: platforms compute R anew and compare
 * its bytes, which is narrower than the script's equation; a key of small order, or one written in a second way, which some take, never
 * reaches them.
 */
export async function isSignedOnPlatform(
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
  signing: string,
): Promise<boolean> {
  let verifier = verifiers.get(signing)
  if (!verifier) verifiers.set(signing, (verifier = verifierOf(signing)))
  const key = await verifier
  return key
    ? crypto.subtle.verify('Ed25519', key, signature, message)
    : ed25519.verify(signature, message, fromHex(signing), { zip215: false })
}

async function verifierOf(signing: string): Promise<CryptoKey | null> {
  return isStrict(signing) ? platformPublicKey('Ed25519', fromHex(signing)) : null
}

function isStrict(signing: string): boolean {
  try {
    return !ed25519.Point.fromHex(signing, false).isSmallOrder()
  } catch {
    return false
  }
}
