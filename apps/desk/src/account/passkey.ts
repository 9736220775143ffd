import { ok, refuse, type Outcome } from '@corroborate/base'
import { post, send } from '../acts.ts'
import { holds } from '../api.ts'

/** Whether this browser can use passkeys at this address: they are bound to a name, and a number is none. */
export function passkeysWorkHere(): boolean {
  return 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname)
}

/** Has this device make a passkey, and takes it to the account. */
export async function makePasskeyHere(name: string): Promise<Outcome<unknown>> {
  const asked = await send('/account/passkeys/challenge', {})
  if (!asked.ok) return asked
  if (!holds<PublicKeyCredentialCreationOptionsJSON>(asked.value, ['challenge', 'rp', 'user']))
    return UNREADABLE
  const publicKey = creationOptions(asked.value)
  const made = await byDevice(() => navigator.credentials.create({ publicKey }))
  return made.ok ? send('/account/passkeys', { name, response: made.value }) : made
}

/** Signs in by whichever passkey its user chooses; answers who came in. */
export async function signInByPasskey(): Promise<Outcome<unknown>> {
  const asked = await post('/sign-in/passkey/challenge', {})
  if (!asked.ok) return asked
  if (!holds<PublicKeyCredentialRequestOptionsJSON>(asked.value, ['challenge', 'rpId'])) return UNREADABLE
  const publicKey = requestOptions(asked.value)
  const shown = await byDevice(() => navigator.credentials.get({ publicKey }))
  return shown.ok ? post('/sign-in/passkey', { response: shown.value }) : shown
}

const UNREADABLE = refuse('unreadable', 'The answer cannot be read.')

/** What the device answered, as JSON. It throws where its user says no, or takes too long, and does not say which. */
async function byDevice(ask: () => Promise<Credential | null>): Promise<Outcome<object>> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return ok(inJson(credential))
  } catch {
    // Told below, as what it comes to.
  }
  return refuse('no-passkey-used', '')
}

function creationOptions(json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  const { rp, pubKeyCredParams, user } = json
  return {
    ...{ rp, user: { ...user, id: bytesOf(user.id) }, challenge: bytesOf(json.challenge) },
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
    excludeCredentials: (json.excludeCredentials ?? []).map(({ id }) => ({
      type: 'public-key',
      id: bytesOf(id),
    })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  }
}

function requestOptions(json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  const { rpId = location.hostname } = json
  return { rpId, challenge: bytesOf(json.challenge), userVerification: 'required' }
}

/** Safari before 18.4 has no `toJSON`. */
function inJson(credential: PublicKeyCredential): object {
  if ('toJSON' in credential) return credential.toJSON()
  const { id, type, response } = plain(credential)
  const clientDataJSON = textOf(response.clientDataJSON)
  const said = { id, rawId: id, type, clientExtensionResults: {} }
  if (response instanceof AuthenticatorAttestationResponse)
    return { ...said, response: { clientDataJSON, attestationObject: textOf(response.attestationObject) } }
  if (!(response instanceof AuthenticatorAssertionResponse)) return said
  const signed = {
    signature: textOf(response.signature),
    authenticatorData: textOf(response.authenticatorData),
  }
  return { ...said, response: { clientDataJSON, ...signed } }
}

function plain(credential: Pick<PublicKeyCredential, 'id' | 'type' | 'response'>) {
  return credential
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
