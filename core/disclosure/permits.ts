import { ok, refuse, type Day, type Outcome } from '@corroborate/base'
import type { Consent, Purpose, Recipient } from '@corroborate/testimony'

/** One use of what a witness gave: for what, for whom, and on which day. */
export interface Use {
  readonly purpose: Purpose
  readonly recipient: Recipient
  readonly on: Day
}

/**
 * Whether a witness allows a use: the only judge of consent in the house.
 * The latest version given by that day rules, alone: an older one that allowed more is gone, and so is one that was
 * withdrawn before a new one was given. Withdrawal takes effect on its day. What is not allowed in so many words is refused;
 * consent for one purpose or one recipient says nothing of another.
 *
 * @param consents of one witness, all versions, in any order
 * @returns the consent that allows it; `no-consent`, `withdrawn` or `not-allowed` otherwise
 */
export function permits(
  consents: readonly Consent[],
  use: Use,
): Outcome<Consent, 'no-consent' | 'withdrawn' | 'not-allowed'> {
  const given = consents.filter(({ givenAt }) => givenAt <= use.on)
  const [latest] = given.toSorted((a, b) => b.version - a.version)
  if (latest === undefined) return refuse('no-consent', `no consent had been given by ${use.on}`)
  if (latest.withdrawnAt !== null && latest.withdrawnAt <= use.on)
    return refuse('withdrawn', `consent was withdrawn on ${latest.withdrawnAt}`)
  const allowed = latest.allows.some(
    ({ purpose, recipient }) => purpose === use.purpose && recipient === use.recipient,
  )
  if (allowed) return ok(latest)
  return refuse(
    'not-allowed',
    `version ${latest.version} of the consent does not allow ${use.purpose} for ${use.recipient}`,
  )
}
