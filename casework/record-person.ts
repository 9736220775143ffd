import type { PersonId } from '@corroborate/base'
import type { Person } from '@corroborate/claims'
import { insertPersons } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface RecordPerson extends InInvestigation, Omit<Person, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Enters a person who is not a witness: under a public role or a token, and never assumed dead. */
export const recordPerson = act(
  'person.recorded',
  ['researcher'],
  async (desk, { investigation, code, ...what }: RecordPerson) => {
    const named = await nameRecord(desk, { investigation, kind: 'person', code })
    if (!named.ok) return named
    const person: Person = { ...what, ...named.value }
    await insertPersons(desk.store.db, investigation, [person])
    return done<PersonId>(person.id, { subject: person.id, content: person })
  },
)
