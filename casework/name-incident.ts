import { refuse, type IncidentId, type Words } from '@corroborate/base'
import { insertIncident } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { freshId } from './name-record.ts'

export interface NameIncident extends InInvestigation {
  readonly name: Words
}

/** Names an event for which elements are proved apart: a night, a place and its months. */
export const nameIncident = act(
  'incident.named',
  ['legal-adviser'],
  async (desk, { investigation, name }: NameIncident) => {
    if ([name.en, name.ar].every((words) => (words ?? '').trim() === ''))
      return refuse('no-name', 'an incident has a name')
    const id: IncidentId = freshId(desk)
    await insertIncident(desk.store.db, investigation, { id, name })
    return done<IncidentId>(id, { subject: id, content: { id, name } })
  },
)
