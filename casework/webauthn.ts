import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Passkey } from '@corroborate/store'

/** Under which name and at which addresses passkeys are used here. */
export interface PasskeySite {
  /** The relying party: a host without its port. */
  readonly rpId: string
  readonly origins: readonly string[]
}

/** ES256, EdDSA, RS256: what devices make today (COSE numbers). */
export const PASSKEY_ALGORITHMS: readonly number[] = [-7, -8, -257]

/** What a device says of a new passkey, if it is one made here, for this challenge, by somebody whom the device knows. */
export async function madePasskey(
  site: PasskeySite,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null> {
  const { verifyRegistrationResponse } = await library()
  const verified = await orNull(
    verifyRegistrationResponse({
      ...expected(site, challenge),
      response,
      supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
    }),
  )
  if (verified?.verified !== true) return null
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
}

/** How often the device says that the passkey has signed, if it signed this challenge, here; null where it did not. */
export async function signedByPasskey(
  site: PasskeySite,
  {
    passkey,
    response,
    challenge,
  }: { passkey: Passkey; response: AuthenticationResponseJSON; challenge: string },
): Promise<number | null> {
  const publicKey = new Uint8Array(Buffer.from(passkey.publicKey, 'base64url'))
  const { verifyAuthenticationResponse } = await library()
  const verified = await orNull(
    verifyAuthenticationResponse({
      ...expected(site, challenge),
      response,
      // The library throws on a counter that goes back, as on everything else; here that is told apart, to be written down.
      credential: { id: passkey.id, publicKey, counter: 0 },
    }),
  )
  return verified?.verified === true ? verified.authenticationInfo.newCounter : null
}

/** Whether a device that counts says no more than it said before: then there are two devices with one key. */
export function wentBack({ counter: kept }: Passkey, counter: number): boolean {
  return (kept > 0 || counter > 0) && counter <= kept
}

/** The challenge that a response says it answers; null where it says nothing that can be read. */
export function challengeOf(response: {
  readonly response: { readonly clientDataJSON: string }
}): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.response.clientDataJSON, 'base64url').toString())
    return typeof said === 'object' &&
      said !== null &&
      'challenge' in said &&
      typeof said.challenge === 'string'
      ? said.challenge
      : null
  } catch {
    return null
  }
}

function expected(site: PasskeySite, challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }
}

/** Read from disk when somebody first shows a passkey: an eighth of all modules are its, and no command of the terminal needs them. */
const library = () => import('@simplewebauthn/server')

/** The library throws at whatever does not fit, and none of it is to be told. */
async function orNull<Value>(verifying: Promise<Value>): Promise<Value | null> {
  return verifying.catch(() => null)
}
