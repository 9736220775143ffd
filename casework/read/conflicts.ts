import type { InvestigationId } from '@corroborate/base'
import { KINDS } from '@corroborate/interchange'
import { conflicts } from '@corroborate/store'
import { linesHere } from '../package/lines-here.ts'
import type { ConflictsView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

/** In what do packages differ from what is here, and what was decided about it? */
export function readConflicts(reader: Reader, investigation: InvestigationId): Promise<ConflictsView | null> {
  return readingIn(reader, investigation, async (db) => {
    const here = await linesHere(db, investigation)
    const found = await conflicts(db, investigation)
    return {
      conflicts: found.map(({ found_at: foundAt, decided_by: by, decided_at: at, ...one }) => {
        const kind = KINDS.find((name) => name === one.kind)
        const ours = (kind && here.get(kind)?.get(one.record)) ?? null
        const { choice, reason, ...what } = one
        const decided = choice === null ? null : { choice, by: by ?? '', at: at ?? '', reason: reason ?? '' }
        return { ...what, foundAt, ours, decided }
      }),
    }
  })
}
