import type { InvestigationId } from '@corroborate/base'
import { confinedRead, rolesOf, type Db } from '@corroborate/store'
import type { Desk } from '../desk.ts'
import type { Memory } from '../memory.ts'
import { readsContent } from '../permission.ts'
import { instant } from '../time.ts'

/** Whoever reads: a desk that remembers what was computed. */
export interface Reader extends Pick<Desk, 'store' | 'member' | 'clock' | 'software'> {
  readonly memory: Memory
}

/**
 * The answer to a question about an investigation; null to everybody who does not read in it, which is also the answer
 * about what is not there. Who asks is looked at before anything else, so that both take the same way.
 * @param ask given a reader who sees nothing but this investigation, where the database can see to that
 */
export async function readingIn<Answer>(
  reader: Reader,
  investigation: InvestigationId,
  ask: (db: Db, within: Reader) => Promise<Answer | null>,
): Promise<Answer | null> {
  const { store, member, clock } = reader
  if (member === null || member === 'operator' || !(await readsIn(reader, investigation))) return null
  return confinedRead(store.db, { investigation, member, now: instant(clock()) }, (db) =>
    ask(db, { ...reader, store: { db } }),
  )
}

/** Does whoever asks read in this investigation? For what has to be known before the question is read. */
export async function readsIn(
  { store: { db }, member, clock }: Pick<Reader, 'store' | 'member' | 'clock'>,
  investigation: InvestigationId,
): Promise<boolean> {
  if (member === null || member === 'operator') return false
  return readsContent(await rolesOf(db, investigation, { member, now: instant(clock()) }))
}
