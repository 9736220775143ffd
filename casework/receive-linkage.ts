import { ok, refuse, type LinkageId, type Outcome } from '@corroborate/base'
import { faultsOfLinks } from '@corroborate/estimate'
import type { Linkage } from '@corroborate/report'
import { insertLinkages, listSizes } from '@corroborate/store'
import { act, done } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface ReceiveLinkage extends InInvestigation, Omit<Linkage, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Takes in an opinion which rows of the lists are one person. One link that cannot be followed refuses the whole, and is named. */
export const receiveLinkage = act(
  'linkage.received',
  ['researcher', 'statistician'],
  async (desk, input: ReceiveLinkage) => {
    const linkage = await linkageTakenIn(desk, input)
    if (!linkage.ok) return linkage
    const { id } = linkage.value
    return done<LinkageId>(id, { subject: id, content: linkage.value })
  },
)

/** The linkage that was written, for an act that says more about it than that it was received. */
export async function linkageTakenIn(
  desk: Desk,
  { investigation, code, ...what }: ReceiveLinkage,
): Promise<Outcome<Linkage>> {
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
  return ok(linkage)
}
