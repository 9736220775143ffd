import { refuse, type ListId } from '@corroborate/base'
import { headersKey, mappingFaults, type ListMapping } from '@corroborate/interchange'
import { insertMapping, listHeads } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'
import { plain } from './receive-list-file.ts'
import { instant } from './time.ts'

export interface MapList extends InInvestigation {
  readonly list: ListId
  readonly mapping: ListMapping
  /** Nobody stands on it twice, as far as its maker could tell. */
  readonly clean: boolean
}

/** Says how the columns of a list are read from now on. Runs that were made keep what they were made with. */
export const mapList = act(
  'list.mapped',
  ['researcher', 'statistician'],
  async (desk, { investigation, list, mapping, clean }: MapList) => {
    const { db } = desk.store
    const head = (await listHeads(db, investigation)).find(({ id }) => id === list)
    if (head === undefined) return NOT_FOUND
    const [fault] = mappingFaults(mapping, head.columns)
    if (fault !== undefined) return refuse(fault.reason, fault.sentence)
    const [by, at] = [await signature(desk), instant(desk.clock())]
    const headers = headersKey(head.columns)
    await insertMapping(db, investigation, { list, headers, mapping: plain(mapping), clean, by, at })
    return done<ListId>(list, { subject: list, content: { list, mapping, clean } })
  },
)
