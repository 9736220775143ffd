import type { LedgerFilter } from '../api.ts'
import { wordOf, type Asked } from '../route-parts.ts'

/** What the lines of the ledger are narrowed to, as it stands in an address. */
export interface LedgerSearch {
  readonly actor?: string | undefined
  readonly act?: string | undefined
  /** The first day; `from` is taken: it says where a walk began. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly record?: string | undefined
}

export function ledgerSearch({ actor, act, since, until, record }: Asked): LedgerSearch {
  return {
    ...{ actor: wordOf(actor), act: wordOf(act), record: wordOf(record) },
    ...{ since: wordOf(since), until: wordOf(until) },
  }
}

export function filterOf({ actor, act, since, until, record }: LedgerSearch): LedgerFilter {
  return {
    ...{ actor: actor ?? null, act: act ?? null, record: record ?? null },
    ...{ from: since ?? null, until: until ?? null },
  }
}
