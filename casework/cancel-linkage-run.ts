import { refuse, type LinkageRunId } from '@corroborate/base'
import { cancelOpenRun, linkageRunById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { instant } from './time.ts'

export interface CancelLinkageRun extends InInvestigation {
  readonly run: LinkageRunId
}

/** Gives up a linkage that waits or is being run; nothing of its result is kept. */
export const cancelLinkageRun = act(
  'linkage-run.cancelled',
  ['statistician'],
  async (desk, { investigation, run }: CancelLinkageRun) => {
    const { db } = desk.store
    if ((await linkageRunById(db, investigation, run)) === null) return NOT_FOUND
    const cancelled = await cancelOpenRun(db, 'linkage_run', {
      ...{ investigation, run, at: instant(desk.clock()) },
    })
    return cancelled
      ? done<LinkageRunId>(run, { subject: run, content: { run } })
      : refuse('ended-before', 'it had ended before; what it came to is kept')
  },
)
