import { refuse, type LinkageRunId } from '@corroborate/base'
import { endLinkageRunning } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { instant } from './time.ts'

export interface GiveUpLinkageRun extends InInvestigation {
  readonly run: LinkageRunId
  readonly runner: string
}

/** Ends a linkage without a result because whoever asked for it may no longer keep one; the process does it as the operator. */
export const giveUpLinkageRun = act(
  'linkage-run.given-up',
  ['administrator'],
  async (desk, { investigation, run, runner }: GiveUpLinkageRun) => {
    const at = instant(desk.clock())
    const ended = await endLinkageRunning(
      desk.store.db,
      { investigation, run },
      { runner, at, end: ASKER_GONE },
    )
    if (!ended) return refuse('not-running', 'it is not being run by this process')
    return done<LinkageRunId>(run, { subject: run, content: { run, ...ASKER_GONE } })
  },
)

const ASKER_GONE = {
  kind: 'failed',
  reason: 'asker-gone',
  detail: 'Whoever asked for it may no longer keep its result.',
} as const
