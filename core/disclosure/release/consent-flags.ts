import type { Day, SourceId } from '@corroborate/base'
import type { Consent, Recipient } from '@corroborate/testimony'
import { permits } from '../permits.ts'
import type { Flag, FlagKind } from './flag.ts'
import type { Account } from './release-output.ts'

const KIND = {
  'no-consent': 'no-consent',
  withdrawn: 'consent-withdrawn',
  'not-allowed': 'consent-not-given',
} as const satisfies Record<string, FlagKind>

/**
 * What is given of witnesses who do not allow it: exact words need a consent to quotation, what is told in ours one to details or to quotation.
 * One flag for each place.
 */
export function consentFlags(
  accounts: readonly Account[],
  asked: { readonly consents: readonly Consent[]; readonly recipient: Recipient; readonly on: Day },
): readonly Flag[] {
  const given = Map.groupBy(asked.consents, ({ witness }) => witness)
  const judged = (witness: SourceId, purpose: 'quotation' | 'details') =>
    permits(given.get(witness) ?? [], { purpose, recipient: asked.recipient, on: asked.on })
  return accounts.flatMap(({ place, witness, words }): readonly Flag[] => {
    const quoted = judged(witness, 'quotation')
    const allowed = words !== null || quoted.ok ? quoted : judged(witness, 'details')
    return allowed.ok ? [] : [{ kind: KIND[allowed.reason], place, args: { detail: allowed.detail } }]
  })
}
