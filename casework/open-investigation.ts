import { refuse, type InvestigationId } from '@corroborate/base'
import type { Thresholds } from '@corroborate/findings'
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
    if (!askEnough(thresholds))
      return refuse(
        'thresholds-too-low',
        'to be corroborated a claim needs one independent other at least, and to be strongly so two at first hand, one of them seen',
      )
    const id: InvestigationId = freshId(desk)
    const head: InvestigationHead = { id, code, title, notice, nature, thresholds }
    await insertInvestigation(desk.store.db, head)
    await admitOpener(desk, id)
    return done<InvestigationId>(id, { subject: id, content: head, chain: id })
  },
)

/** Less than this, and a word for "corroborated" would be put on what nobody bears out. */
function askEnough({ corroborated, strong }: Thresholds): boolean {
  const counts = [corroborated.others, strong.primary, strong.eyewitnesses]
  if (!counts.every((count) => Number.isSafeInteger(count))) return false
  return corroborated.others >= 1 && strong.primary >= 2 && strong.eyewitnesses >= 1
}
