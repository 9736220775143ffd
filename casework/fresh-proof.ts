import { refuse, type MemberId, type Refusal } from '@corroborate/base'
import { passkeysOf, passphraseOf } from '@corroborate/store'
import type { Desk } from './desk.ts'

/** For so long after somebody has shown who they are, nobody asks again. */
export const PROOF_FRESH_FOR_MS = 10 * 60 * 1000

/**
 * What somebody at an unlocked screen, or with a stolen session, must not be able to do: open an identity, let something leave,
 * publish, change who may what, lock somebody out.
 */
export const ASK_FRESH_PROOF: ReadonlySet<string> = new Set([
  'custodian.named',
  'identities.opened-to-check',
  'identities.opened-to-protect',
  'identity.opened',
  'identity.opening-released',
  'member.disabled',
  'member.sessions-ended',
  'package.made',
  'passkey.removed',
  'passphrase.removed',
  'release.approved',
  'report.published',
  'role.granted',
  'role.taken',
  'sign-in-link.issued',
  'sign-in-link.released',
  'testimony.erased',
  'work.given-out',
])

/** Refused where whoever is at the desk came in too long ago. The terminal has the store's passphrase: it shows no more. */
export function faultOfProof(desk: Desk): Refusal<'proof-not-fresh'> | null {
  const { member, provedAt, clock } = desk
  return member === 'operator' || clock() - provedAt <= PROOF_FRESH_FOR_MS
    ? null
    : refuse(
        'proof-not-fresh',
        'This asks you to show once more that it is you: sign in again, and repeat it.',
      )
}

/**
 * The same, where somebody makes themselves a way in. The first is made by whoever came by a link; from then on a stolen session adds none.
 */
export async function faultOfAnotherWay(
  desk: Desk,
  member: MemberId,
): Promise<Refusal<'proof-not-fresh'> | null> {
  const { db } = desk.store
  const hasOne = (await passkeysOf(db, member)).length > 0 || (await passphraseOf(db, member)) !== null
  return hasOne ? faultOfProof(desk) : null
}
