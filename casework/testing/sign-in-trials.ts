import { valueOf, type MemberId } from '@corroborate/base'
import { linksToRelease } from '@corroborate/store'
import { totpCode, totpStepAt } from '@corroborate/vault'
import { KDF } from '@corroborate/vault/sealing'
import {
  addPasskey,
  endSessions,
  enrolMember,
  grantRole,
  issueSignInLink,
  removePassphrase,
  setPassphrase,
  signIn,
  signInByPasskey,
  takeRole,
} from '../acts.ts'
import { makeChallenge } from '../challenge.ts'
import type { Desk } from '../desk.ts'
import { hashOfPass } from '../pass.ts'
import { makeAuthenticator, SITE, type Authenticator } from './authenticator.ts'
import type { House } from './house.ts'

export const nobody = (house: House): Desk => ({ ...house.desk, member: null })
const operator = (house: House) => house.operator

async function linkFor({ operator, member }: House): Promise<string> {
  return valueOf(await issueSignInLink(operator, { member })).token
}

/** A device that has made a passkey for whoever is at the desk. */
export async function withPasskey(desk: Desk, name = 'A key'): Promise<Authenticator> {
  const device = makeAuthenticator()
  const challenge = await makeChallenge(desk, null)
  valueOf(
    await addPasskey(desk, { ...{ site: SITE, challenge, name }, response: device.make({ challenge }) }),
  )
  return device
}

const made = async (house: House, name: string) => {
  const challenge = await makeChallenge(house.desk, house.member)
  return { ...{ site: SITE, challenge, name }, response: makeAuthenticator().make({ challenge }) }
}

/** What the device signs after it has said once that it signed so many times. */
const signed = async (house: House, counts: readonly [number, number]) => {
  const device = await withPasskey(house.desk)
  const at = async (counter: number) => {
    const challenge = await makeChallenge(house.desk, null)
    return { ...{ site: SITE, challenge, before: null }, response: device.sign({ challenge, counter }) }
  }
  return { first: await at(counts[0]), second: await at(counts[1]) }
}

/** Of no passphrase: acts see only what a browser derives, and do not look behind it. */
const VERIFIER = 'ab'.repeat(32)
const TOTP_SECRET = '31'.repeat(20)

/** The code of a member's device, so many steps from now. */
export function codeIn(desk: Desk, steps: number): string {
  return totpCode(Buffer.from(TOTP_SECRET, 'hex'), totpStepAt(desk.clock()) + steps)
}

/** A passphrase as a browser sets it. */
export function passphraseAsked(desk: Desk, name: string) {
  const derived = { name, salt: 'cd'.repeat(16), verifier: VERIFIER, kdf: KDF }
  return { ...derived, totpSecret: TOTP_SECRET, code: codeIn(desk, -1) }
}

/** Each house has a member who signs in by a name that no other house in the store has. */
const nameIn = ({ member }: House) => `Amal ${member}`

const typed = async (house: House) => {
  const name = nameIn(house)
  valueOf(await setPassphrase(house.desk, passphraseAsked(house.desk, name)))
  return { name, verifier: VERIFIER, code: codeIn(house.desk, 0), before: null }
}

/** Who administers the investigation of each house, once somebody does. */
const administering = new WeakMap<House, MemberId>()

function administrator(house: House): Desk {
  return { ...house.desk, member: administering.get(house) ?? null }
}

async function newAdministrator({ operator, investigation }: House): Promise<MemberId> {
  const member = valueOf(await enrolMember(operator, { name: 'F. Administrator' }))
  valueOf(await grantRole(operator, { investigation, member, role: 'administrator' }))
  return member
}

/** A link that waits for two administrators; of whom one is none any more, so that later links wait for nobody. */
async function waitingLink(house: House, whose: 'member' | 'administrator'): Promise<string> {
  const { operator, investigation, store } = house
  const one = administering.get(house) ?? (await newAdministrator(house))
  administering.set(house, one)
  const other = await newAdministrator(house)
  valueOf(await issueSignInLink(operator, { member: whose === 'member' ? house.member : one }))
  valueOf(await takeRole(operator, { investigation, member: other, role: 'administrator' }))
  const waiting = await linksToRelease(store.db, new Date(operator.clock()).toISOString())
  const link = waiting.find(
    ({ member, releasedBy }) =>
      releasedBy.length === 0 && member === (whose === 'member' ? house.member : one),
  )
  return link?.hash ?? ''
}

/** How each act about coming in is tried. */
export const SIGN_IN_TRIALS = {
  'sign-in-link.issued': {
    by: operator,
    valid: (h: House) => ({ member: h.member }),
    refused: () => ({ member: 'nobody' }),
    reason: 'not-found',
    chain: 'house',
  },
  'sign-in-link.released': {
    by: administrator,
    valid: async (h: House) => ({ link: await waitingLink(h, 'member') }),
    refused: async (h: House) => ({ link: await waitingLink(h, 'administrator') }),
    reason: 'for-oneself',
    chain: 'house',
  },
  'member.signed-in': {
    by: nobody,
    valid: async (h: House) => ({ token: await linkFor(h), before: null }),
    refused: () => ({ token: 'never issued', before: null }),
    reason: 'link-not-good',
    chain: 'house',
  },
  'member.signed-in-by-passkey': {
    by: nobody,
    valid: async (h: House) => (await signed(h, [1, 2])).first,
    refused: async (h: House) => {
      const { first, second } = await signed(h, [1, 2])
      return { ...first, challenge: second.challenge }
    },
    reason: 'not-known',
    chain: 'house',
  },
  'member.signed-in-by-passphrase': {
    by: nobody,
    valid: async (h: House) => typed(h),
    refused: async (h: House) => ({ ...(await typed(h)), code: codeIn(h.desk, -1) }),
    reason: 'not-known',
    chain: 'house',
  },
  'passphrase.set': {
    valid: (h: House) => passphraseAsked(h.desk, nameIn(h)),
    refused: (h: House) => ({ ...passphraseAsked(h.desk, nameIn(h)), kdf: { ...KDF, memory: 8 } }),
    reason: 'cost-not-ours',
    chain: 'house',
  },
  'passphrase.removed': {
    valid: async (h: House) => {
      await typed(h)
      return {}
    },
    refused: async (h: House) => {
      await removePassphrase(h.desk, {})
      return {}
    },
    reason: 'not-found',
    chain: 'house',
  },
  'member.signed-out': {
    valid: async (h: House) => ({
      session: valueOf(await signIn(nobody(h), { token: await linkFor(h), before: null })).session,
    }),
    refused: () => ({ session: 'never begun' }),
    reason: 'not-found',
    chain: 'house',
  },
  'member.disabled': {
    by: operator,
    valid: async (h: House): Promise<{ member: MemberId }> => ({
      member: valueOf(await enrolMember(h.operator, { name: 'E. Leaving' })),
    }),
    refused: () => ({ member: 'nobody' }),
    reason: 'not-found',
    chain: 'house',
  },
  'member.sessions-ended': {
    by: operator,
    valid: async (h: House) => {
      valueOf(await signIn(nobody(h), { token: await linkFor(h), before: null }))
      return { member: h.member }
    },
    refused: () => ({ member: 'nobody' }),
    reason: 'not-found',
    chain: 'house',
  },
  'passkey.added': {
    valid: (h: House) => made(h, 'On my ring'),
    refused: (h: House) => made(h, ' '),
    reason: 'no-name',
    chain: 'house',
  },
  'passkey.counter-went-back': {
    by: nobody,
    valid: async (h: House) => {
      const { first, second } = await signed(h, [5, 5])
      valueOf(await signInByPasskey(nobody(h), first))
      return second
    },
    refused: async (h: House) => (await signed(h, [5, 6])).second,
    reason: 'not-known',
    actor: 'nobody',
    chain: 'house',
  },
  'passkey.removed': {
    valid: async (h: House) => {
      const device = await withPasskey(h.desk)
      return { passkey: device.make({ challenge: '' }).id }
    },
    refused: () => ({ passkey: 'never-made' }),
    reason: 'not-found',
    chain: 'house',
  },
  'session.ended': {
    valid: async (h: House) => {
      const { session } = valueOf(await signIn(nobody(h), { token: await linkFor(h), before: null }))
      return { session: hashOfPass(session) }
    },
    refused: () => ({ session: 'never begun' }),
    reason: 'not-found',
    chain: 'house',
  },
  'sessions.ended': {
    valid: async (h: House) => {
      valueOf(await signIn(nobody(h), { token: await linkFor(h), before: null }))
      return {}
    },
    refused: async (h: House) => {
      await endSessions(h.desk, {})
      return {}
    },
    reason: 'not-found',
    chain: 'house',
  },
} as const
