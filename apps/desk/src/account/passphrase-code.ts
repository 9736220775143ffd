import { refuse, type Outcome } from '@corroborate/base'
import { verifierOf } from '@corroborate/vault/sealing'
import { post } from '../acts.ts'
import { stretchInWorker } from '../sealing/stretch-in-worker.ts'

/** What somebody types to come in. */
export interface Typed {
  readonly name: string
  readonly passphrase: string
  readonly code: string
}

/** Signs in by a passphrase, which does not leave this window, and a code; answers who came in. */
export async function signInByPassphrase({ name, passphrase, code }: Typed): Promise<Outcome<unknown>> {
  const salt = await post('/sign-in/passphrase/salt', { name })
  if (!salt.ok) return salt
  if (typeof salt.value !== 'string') return refuse('unreadable', 'The answer cannot be read.')
  const verifier = await verifierOf(passphrase.trim().toLowerCase(), salt.value, stretchInWorker)
  return post('/sign-in/passphrase', { name, verifier, code: code.replaceAll(/\s/g, '') })
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as apps for codes take them: base 32 (RFC 4648, section 6), without padding. */
export function base32Of(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => BASE32.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

/** The secret as a link that such an app opens; by our name alone while nobody has typed theirs. */
export function otpauthHref(name: string, secret: string): string {
  const label = encodeURIComponent(name.trim() === '' ? 'Corroborate' : `Corroborate:${name.trim()}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=Corroborate&algorithm=SHA1&digits=6&period=30`
}

/** Twenty bytes that nobody can guess. */
export function freshTotpSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(20))
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
