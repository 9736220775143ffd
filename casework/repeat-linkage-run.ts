import { refuse, type LinkageRunId } from '@corroborate/base'
import { linkageRunById } from '@corroborate/store'
import { act, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { linkageAsked } from './linkage-asked.ts'

export interface RepeatLinkageRun extends InInvestigation {
  readonly run: LinkageRunId
}

/** Has a linkage run again with what it was made of: the same bytes have to come out. Judgements that came later are left aside. */
export const repeatLinkageRun = act(
  'linkage-run.repeated',
  ['statistician'],
  async (desk, { investigation, run }: RepeatLinkageRun) => {
    const before = await linkageRunById(desk.store.db, investigation, run)
    if (before === null) return NOT_FOUND
    if (before.state.kind !== 'done') return refuse('not-done', 'it has no result that could be compared')
    return linkageAsked(desk, investigation, { ...before, repeats: before })
  },
)
