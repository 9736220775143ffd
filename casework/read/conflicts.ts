import type { InvestigationId } from '@corroborate/base'
import { KINDS } from '@corroborate/interchange'
import { fieldsOf, lineOf } from '@corroborate/ledger'
import { codesOfRecords, conflicts } from '@corroborate/store'
import { linesHere } from '../package/lines-here.ts'
import type { ConflictsView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

/** In what do packages differ from what is here, and what was decided about it? */
export function readConflicts(reader: Reader, investigation: InvestigationId): Promise<ConflictsView | null> {
  return readingIn(reader, investigation, async (db) => {
    const here = await linesHere(db, investigation)
    const found = await conflicts(db, investigation)
    const about = found.flatMap(({ theirs }) => textIn(theirs, 'witness') ?? textIn(theirs, 'exhibit') ?? [])
    const codes = await codesOfRecords(db, investigation, about)
    return {
      conflicts: found.map(({ found_at: foundAt, decided_by: by, decided_at: at, ...one }) => {
        const kind = KINDS.find((name) => name === one.kind)
        const ours = (kind && here.get(kind)?.get(one.record)) ?? null
        const whose = textIn(one.theirs, 'witness') ?? textIn(one.theirs, 'exhibit') ?? ''
        const code = textIn(ours, 'code') ?? textIn(one.theirs, 'code') ?? codes.get(whose) ?? null
        const { choice, reason, ...what } = one
        const decided = choice === null ? null : { choice, by: by ?? '', at: at ?? '', reason: reason ?? '' }
        return { ...what, code, foundAt, ours, decided }
      }),
    }
  })
}

function textIn(line: string | null, field: string): string | null {
  const text = line === null ? null : fieldsOf(lineOf(line))?.[field]
  return typeof text === 'string' ? text : null
}
