import type { InvestigationId } from '@corroborate/base'
import { verifyChain } from '@corroborate/ledger'
import {
  chainOf,
  codesOfRecords,
  doneIn,
  ledgerPage,
  members,
  recordsOfCode,
  type LinesAsked,
} from '@corroborate/store'
import { recalled } from '../memory.ts'
import type { LedgerPage } from '../shapes.ts'
import { stateOf } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'

const WHOLE = recalled<boolean>()

export interface LedgerAsked extends Omit<LinesAsked, 'subjects'> {
  readonly investigation: InvestigationId
  readonly after: number
  /** The code or the id of what was acted on. */
  readonly record: string | null
}

/** Who did what, and is the chain whole? Its links are checked once for each state; its contents by `corroborate verify`. */
export function readLedger(
  reader: Reader,
  { investigation, after, record, ...asked }: LedgerAsked,
): Promise<LedgerPage | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const subjects = record === null ? null : [record, ...(await recordsOfCode(db, investigation, record))]
    const page = await ledgerPage(db, investigation, { after, asked: { ...asked, subjects } })
    const codes = await codesOfRecords(db, investigation, [
      ...new Set(page.entries.map(({ subject }) => subject)),
    ])
    const names = new Map<string, string>((await members(db)).map(({ id, name }) => [id, name]))
    const { actors, acts } = await doneIn(db, investigation)
    const state = await stateOf(reader, investigation)
    const verified = await reader.memory.recall(
      state,
      WHOLE,
      async () => (await verifyChain(chainOf(db, investigation))).ok,
    )
    return {
      entries: page.entries.map(({ sequence, time, actor, act, subject, hash }) => {
        const code = codes.get(subject) ?? null
        return { sequence, time, actor: names.get(actor) ?? actor, act, subject, code, hash }
      }),
      actors: actors.map((id) => ({ id, name: names.get(id) ?? id })),
      acts,
      total: page.total,
      next: page.next,
      verified,
    }
  })
}
