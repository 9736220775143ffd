import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { refuse, type Outcome } from '@corroborate/base'
import { insertPasskey } from '@corroborate/store'
import { act, done } from './act.ts'
import { takeChallenge } from './challenge.ts'
import type { Desk } from './desk.ts'
import { faultOfAnotherWay } from './fresh-proof.ts'
import { memberAtDesk } from './member-keys.ts'
import { instant } from './time.ts'
import { challengeOf, madePasskey, type PasskeySite } from './webauthn.ts'

export interface AddPasskey {
  readonly site: PasskeySite
  readonly response: RegistrationResponseJSON
  /** What was asked and not answered before. */
  readonly challenge: string
  /** By which its owner knows it again: "the key on my ring". */
  readonly name: string
}

const NOT_MADE = refuse('passkey-not-good', 'The device did not make a passkey for this desk. Try again.')

/** Takes in a passkey that a member's device has just made. Whoever has one already shows it first. */
export const addPasskey = act(
  'passkey.added',
  'any-member',
  async (desk, { site, response, challenge, name }: AddPasskey) => {
    const member = memberAtDesk(desk)
    const plain = name.trim()
    if (plain === '') return refuse('no-name', 'a passkey has a name')
    const stale = await faultOfAnotherWay(desk, member)
    if (stale) return stale
    const made = await madePasskey(site, response, challenge)
    if (!made) return NOT_MADE
    const passkey = { ...made, member, name: plain, madeAt: instant(desk.clock()), usedAt: null }
    if (!(await insertPasskey(desk.store.db, passkey))) return NOT_MADE
    return done<null>(null, { subject: member, content: { member, passkey: made.id } })
  },
)

/** Uses the challenge up, then takes the passkey in. */
export async function addPasskeyAsked(
  desk: Desk,
  asked: Omit<AddPasskey, 'challenge'>,
): Promise<Outcome<null>> {
  const challenge = challengeOf(asked.response)
  if (challenge === null || !(await takeChallenge(desk, challenge, memberAtDesk(desk)))) return NOT_MADE
  return addPasskey(desk, { ...asked, challenge })
}
