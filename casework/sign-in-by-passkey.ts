import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { refuse, type Outcome } from '@corroborate/base'
import { notePasskeyUsed, passkeyById } from '@corroborate/store'
import { act, done } from './act.ts'
import { beginSession, type SignedIn } from './begin-session.ts'
import { takeChallenge } from './challenge.ts'
import type { Desk } from './desk.ts'
import { instant } from './time.ts'
import { challengeOf, signedByPasskey, wentBack, type PasskeySite } from './webauthn.ts'

export interface SignInByPasskey {
  readonly site: PasskeySite
  readonly response: AuthenticationResponseJSON
  /** What was asked and not answered before. */
  readonly challenge: string
  /** The session that the browser held before; null where it held none. */
  readonly before: string | null
}

const NOT_KNOWN = refuse('not-known', 'Nobody is signed in by this.')

/** Signs a member in by a passkey that its device chose. An unknown one, another site's and a wrong signature get one answer. */
export const signInByPasskey = act(
  'member.signed-in-by-passkey',
  'anyone',
  async (desk, { site, response, challenge, before }: SignInByPasskey) => {
    const { db } = desk.store
    const passkey = await passkeyById(db, response.id)
    if (!passkey) return NOT_KNOWN
    const counter = await signedByPasskey(site, { passkey, response, challenge })
    if (counter === null) return NOT_KNOWN
    if (wentBack(passkey, counter))
      return refuse('counter-back', `the passkey counted ${passkey.counter} before, and now ${counter}`)
    const { id, member } = passkey
    await notePasskeyUsed(db, { id, counter, at: instant(desk.clock()) })
    const { value, expiresAt } = await beginSession(desk, { member, before })
    return done<SignedIn>(value, {
      subject: member,
      content: { member, passkey: id, expiresAt },
      actor: member,
    })
  },
)

/** Writes down that two devices seem to hold one passkey: somebody copied it, or its device was put back. */
export const notePasskeyCopied = act(
  'passkey.counter-went-back',
  'anyone',
  async (desk, { site, response, challenge }: Omit<SignInByPasskey, 'before'>) => {
    const passkey = await passkeyById(desk.store.db, response.id)
    const counter = passkey && (await signedByPasskey(site, { passkey, response, challenge }))
    if (!passkey || counter === null || !wentBack(passkey, counter)) return NOT_KNOWN
    const { id, member, counter: kept } = passkey
    return done<null>(null, { subject: member, content: { member, passkey: id, kept, counter } })
  },
)

/** Uses the challenge up, signs in, and writes down a counter that went back. Whatever was wrong, the answer is one. */
export async function comeInByPasskey(
  desk: Desk,
  asked: Omit<SignInByPasskey, 'challenge'>,
): Promise<Outcome<SignedIn, 'not-known'>> {
  const challenge = challengeOf(asked.response)
  if (challenge === null || !(await takeChallenge(desk, challenge, null))) return NOT_KNOWN
  const signed = await signInByPasskey(desk, { ...asked, challenge })
  if (signed.ok) return signed
  if (signed.reason === 'counter-back') await notePasskeyCopied(desk, { ...asked, challenge })
  return NOT_KNOWN
}
