import { fromBase64, toBase64 } from '@corroborate/ledger'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Decrypter, Encrypter, webauthn } from 'age-encryption'

/** A secret under a passkey's PRF (WebAuthn level 3, section 10.1.4): an age file that `age-plugin-fido2prf` reads too. */
export interface PasskeyWrapped {
  /** `AGE-PLUGIN-FIDO2PRF-1…`: which passkey. Not secret. */
  readonly passkey: string
  /** An age file, Base 64. */
  readonly file: string
}

/** Makes a passkey for wrapping keys. The browser asks its user. Throws where the browser or the device has no PRF extension. */
export function makePasskey(name: string): Promise<string> {
  return webauthn.createCredential({ keyName: name })
}

export async function wrapByPasskey(secret: string, passkey: string): Promise<PasskeyWrapped> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity: passkey }))
  return { passkey, file: toBase64(await encrypter.encrypt(utf8ToBytes(secret))) }
}

/** Null where the passkey is refused, lost or another. */
export async function openByPasskey({ passkey, file }: PasskeyWrapped): Promise<string | null> {
  const bytes = fromBase64(file)
  if (!bytes) return null
  const decrypter = new Decrypter()
  decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity: passkey }))
  try {
    return await decrypter.decrypt(bytes, 'text')
  } catch {
    return null
  }
}
