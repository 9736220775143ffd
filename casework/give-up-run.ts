import { refuse, type RunId } from '@corroborate/base'
import { endRunning, type RunEnd } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { instant } from './time.ts'

export interface GiveUpRun extends InInvestigation {
  readonly run: RunId
  /** The process that ran it. */
  readonly runner: string
}

/**
 * Ends a run without a result because whoever asked for it may no longer keep one: nobody is left in whose name it could be ended, so the process
 * does it as the operator. Refused when the run was cancelled meanwhile, or given to another process.
 */
export const giveUpRun = act(
  'run.given-up',
  ['administrator'],
  async (desk, { investigation, run, runner }: GiveUpRun) => {
    const at = instant(desk.clock())
    const ended = await endRunning(desk.store.db, { investigation, run }, { runner, at, end: ASKER_GONE })
    if (!ended) return refuse('not-running', 'it is not being run by this process')
    return done<RunId>(run, { subject: run, content: { run, ...ASKER_GONE } })
  },
)

const ASKER_GONE = {
  kind: 'failed',
  reason: 'asker-gone',
  detail: 'Whoever asked for it may no longer keep its result.',
} as const satisfies RunEnd
