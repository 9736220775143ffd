import { refuse, type ListId } from '@corroborate/base'
import type { PersonList } from '@corroborate/report'
import { insertLists } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface ReceiveList extends InInvestigation, Omit<PersonList, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Takes in an outside list of people as it came, row by row; nothing is interpreted, and a crooked row refuses the whole. */
export const receiveList = act(
  'list.received',
  ['researcher', 'statistician'],
  async (desk, { investigation, code, ...what }: ReceiveList) => {
    const crooked = what.rows.findIndex((row) => row.length !== what.columns.length)
    if (crooked >= 0)
      return refuse(
        'crooked-row',
        `row ${crooked + 1} has ${what.rows[crooked]?.length ?? 0} cells; the list has ${what.columns.length} columns`,
      )
    const named = await nameRecord(desk, { investigation, kind: 'list', code })
    if (!named.ok) return named
    const list: PersonList = { ...what, ...named.value }
    await insertLists(desk.store.db, investigation, [list])
    return done<ListId>(list.id, { subject: list.id, content: list })
  },
)
