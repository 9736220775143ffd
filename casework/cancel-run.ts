import { refuse, type RunId } from '@corroborate/base'
import { cancelOpenRun, runById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { instant } from './time.ts'

export interface CancelRun extends InInvestigation {
  readonly run: RunId
}

/** Gives up a run that waits or is being run; nothing of its result is kept. */
export const cancelRun = act(
  'run.cancelled',
  ['statistician'],
  async (desk, { investigation, run }: CancelRun) => {
    const { db } = desk.store
    if ((await runById(db, investigation, run)) === null) return NOT_FOUND
    const cancelled = await cancelOpenRun(db, 'estimate_run', {
      ...{ investigation, run, at: instant(desk.clock()) },
    })
    return cancelled
      ? done<RunId>(run, { subject: run, content: { run } })
      : refuse('ended-before', 'it had ended before; what it came to is kept')
  },
)
