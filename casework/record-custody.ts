import { refuse, type CustodyEventId } from '@corroborate/base'
import { exhibitById, filesOfExhibit, insertCustodyEvents } from '@corroborate/store'
import { custodyFault } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import { custodyLink, type CustodySaid } from './custody-link.ts'
import type { InInvestigation } from './desk.ts'
import { instant } from './time.ts'

export interface RecordCustody extends InInvestigation, CustodySaid {}

/** Writes down what was done with an exhibit, by whom, to whom, when, where and why. */
export const recordCustody = act(
  'custody.recorded',
  ['researcher', 'reviewer', 'identity-custodian'],
  async (desk, { investigation, ...said }: RecordCustody) => {
    const { db } = desk.store
    const exhibit = await exhibitById(db, investigation, said.exhibit)
    if (!exhibit) return NOT_FOUND
    const fault = custodyFault(said, instant(desk.clock()))
    if (fault) return fault
    const files = await filesOfExhibit(db, investigation, said.exhibit)
    if (said.file !== null && !files.some(({ id }) => id === said.file))
      return refuse('of-another-exhibit', `that file is none of ${exhibit.code}`)
    const event = await custodyLink(desk, said)
    await insertCustodyEvents(db, investigation, [event])
    return done<CustodyEventId>(event.id, { subject: said.exhibit, content: event })
  },
)
