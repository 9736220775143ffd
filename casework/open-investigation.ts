import type { InvestigationId } from '@corroborate/base'
import { insertInvestigation, type InvestigationHead } from '@corroborate/store'
import { act, done } from './act.ts'
import { admitOpener } from './admit-opener.ts'
import { freshId } from './name-record.ts'

export type OpenInvestigation = Omit<InvestigationHead, 'id'>

/** Opens an inquiry. Whoever opens it works in it; who else does is granted afterwards. Its chain begins here. */
export const openInvestigation = act(
  'investigation.opened',
  'any-member',
  async (desk, input: OpenInvestigation) => {
    const { code, title, notice, nature, thresholds } = input
    const id: InvestigationId = freshId(desk)
    const head: InvestigationHead = { id, code, title, notice, nature, thresholds }
    await insertInvestigation(desk.store.db, head)
    await admitOpener(desk, id)
    return done<InvestigationId>(id, { subject: id, content: head, chain: id })
  },
)
