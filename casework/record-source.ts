import type { SourceId } from '@corroborate/base'
import { insertSources } from '@corroborate/store'
import type { Source } from '@corroborate/testimony'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface RecordSource extends InInvestigation, Omit<Source, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Enters a person, document, item of media or thing that information comes from. A witness is titled by a pseudonym. */
export const recordSource = act(
  'source.recorded',
  ['researcher'],
  async (desk, { investigation, code, ...what }: RecordSource) => {
    const named = await nameRecord(desk, { investigation, kind: 'source', code })
    if (!named.ok) return named
    const source: Source = { ...what, ...named.value }
    await insertSources(desk.store.db, investigation, [source])
    return done<SourceId>(source.id, { subject: source.id, content: source })
  },
)
