import type { InvestigationId } from '@corroborate/base'
import { verifyChain } from '@corroborate/ledger'
import { chainOf, ledgerPage, members } from '@corroborate/store'
import { recalled } from '../memory.ts'
import type { LedgerPage } from '../shapes.ts'
import { stateOf } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'

const WHOLE = recalled<boolean>()

/** Who did what, and is the chain whole? Its links are checked once for each state; its contents by `corroborate verify`. */
export function readLedger(
  reader: Reader,
  { investigation, after }: { readonly investigation: InvestigationId; readonly after: number },
): Promise<LedgerPage | null> {
  return readingIn(reader, investigation, async (db) => {
    const page = await ledgerPage(db, investigation, after)
    const names = new Map<string, string>((await members(db)).map(({ id, name }) => [id, name]))
    const state = await stateOf(reader, investigation)
    const verified = await reader.memory.recall(
      state,
      WHOLE,
      async () => (await verifyChain(chainOf(db, investigation))).ok,
    )
    return {
      entries: page.entries.map(({ sequence, time, actor, act, subject, hash }) => {
        return { sequence, time, actor: names.get(actor) ?? actor, act, subject, hash }
      }),
      total: page.total,
      next: page.next,
      verified,
    }
  })
}
