import type { Day, SourceId } from '@corroborate/base'
import type { Consent, Purpose, Recipient } from '@corroborate/testimony'
import { permits } from '../permits.ts'
import type { Flag, FlagKind } from './flag.ts'
import type { Account } from './release-output.ts'

const KIND = {
  'no-consent': 'no-consent',
  withdrawn: 'consent-withdrawn',
  'not-allowed': 'consent-not-given',
} as const satisfies Record<string, FlagKind>

/**
 * What is given of witnesses who do not allow it: exact words need a consent to quotation, what is told in ours one to any of the purposes named.
 * One flag for each place.
 */
export function consentFlags(
  accounts: readonly Account[],
  asked: {
    readonly consents: readonly Consent[]
    readonly recipient: Recipient
    readonly purposes: readonly Purpose[]
    readonly on: Day
  },
): readonly Flag[] {
  const given = Map.groupBy(asked.consents, ({ witness }) => witness)
  const judged = (witness: SourceId, purpose: Purpose) =>
    permits(given.get(witness) ?? [], { purpose, recipient: asked.recipient, on: asked.on })
  return accounts.flatMap(({ place, witness, words }): readonly Flag[] => {
    const purposes: readonly Purpose[] = words === null ? asked.purposes : ['quotation']
    const answers = purposes.map((purpose) => judged(witness, purpose))
    if (answers.some(({ ok }) => ok)) return []
    return answers
      .slice(-1)
      .flatMap((last) =>
        last.ok ? [] : [{ kind: KIND[last.reason], place, args: { detail: last.detail } } satisfies Flag],
      )
  })
}
