import { refuse, type LinkageId } from '@corroborate/base'
import { faultsOfLinks } from '@corroborate/estimate'
import type { Linkage } from '@corroborate/report'
import { insertLinkages, listSizes } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface ReceiveLinkage extends InInvestigation, Omit<Linkage, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Takes in an opinion which rows of the lists are one person. One link that cannot be followed refuses the whole, and is named. */
export const receiveLinkage = act(
  'linkage.received',
  ['researcher', 'statistician'],
  async (desk, { investigation, code, ...what }: ReceiveLinkage) => {
    const { db } = desk.store
    if (what.links.length === 0) return refuse('no-links', 'a linkage without links says nothing of anybody')
    const [fault] = faultsOfLinks(what.links, await listSizes(db, investigation))
    if (fault !== undefined)
      return refuse(
        fault.reason,
        `link ${fault.at + 1}, ${fault.part}: expected ${fault.expected}, found ${fault.found}`,
      )
    const named = await nameRecord(desk, { investigation, kind: 'linkage', code })
    if (!named.ok) return named
    const linkage: Linkage = { ...what, ...named.value }
    await insertLinkages(db, investigation, [linkage])
    return done<LinkageId>(linkage.id, { subject: linkage.id, content: linkage })
  },
)
