import { ok, type Outcome } from '@corroborate/base'
import type { CustodiansView } from '@corroborate/server/api'
import {
  currentCustodians,
  digestOfCustodians,
  IDENTITY_KEY,
  type Custodians,
  type Recipient,
} from '@corroborate/vault/sealing'
import type { Circle } from './circle.ts'
import { faultOfHistory, placeOfCustodians } from './seen.ts'

/** The custodians of an investigation, verified. */
export interface CustodiansKnown {
  readonly current: Custodians
  /** Whether a value may be sealed to them: the present list and those before it, for what was sealed under them. */
  readonly mayReceive: (recipient: Recipient) => boolean
}

/** Verifies every version of the list, and that it goes on from what this browser saw before; then remembers it. */
export function custodiansKnown(
  investigation: string,
  lists: CustodiansView['lists'],
  { trusted, seen }: Circle,
): Outcome<CustodiansKnown> {
  const place = placeOfCustodians(investigation)
  const shown = lists.map(({ statement }) => ({
    version: statement.version,
    digest: digestOfCustodians(statement),
  }))
  const before = seen.of(place)
  const fault = faultOfHistory(before, shown)
  if (fault) return fault
  const current = currentCustodians(investigation, lists, { trusted, seen: before?.version ?? 0 })
  if (!current.ok) return current
  const { version } = current.value
  seen.note(place, { version, digest: digestOfCustodians(current.value) })
  const mayReceive = ({ name, recipient }: Recipient) =>
    lists.some(({ statement: { identityKey, custodians } }) =>
      name === IDENTITY_KEY
        ? identityKey.recipient === recipient
        : custodians.some(
            ({ member, card }) => member === name && trusted.byDigest.get(card)?.recipient === recipient,
          ),
    )
  return ok({ current: current.value, mayReceive })
}
