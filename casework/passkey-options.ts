import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { memberById, passkeysOf } from '@corroborate/store'
import { CHALLENGE_LASTS_MS, makeChallenge } from './challenge.ts'
import type { Desk } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { PASSKEY_ALGORITHMS, type PasskeySite } from './webauthn.ts'

/**
 * What a browser is asked to make a passkey with: one that the device finds by itself (discoverable), behind its own lock, and not where
 * the member has one already. No attestation: which make of device somebody has is nobody's business.
 */
export async function passkeyToMake(
  desk: Desk,
  { rpId }: PasskeySite,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { db } = desk.store
  const me = await memberById(db, memberAtDesk(desk))
  if (me === null) throw new Error('a member is signed in whom nobody knows')
  const known = await passkeysOf(db, me.id)
  return {
    challenge: await makeChallenge(desk, me.id),
    rp: { id: rpId, name: 'Corroborate' },
    user: { id: Buffer.from(me.id).toString('base64url'), name: me.name, displayName: me.name },
    pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known.map(({ id, transports }) => ({
      type: 'public-key',
      id,
      transports: [...transports],
    })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    timeout: CHALLENGE_LASTS_MS,
  }
}

/** What a browser is asked to sign with whichever passkey of ours its user chooses. Names nobody, so it tells nothing of anybody. */
export async function passkeyToShow(
  desk: Desk,
  { rpId }: PasskeySite,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await makeChallenge(desk, null)
  return { challenge, rpId, userVerification: 'required', timeout: CHALLENGE_LASTS_MS }
}
