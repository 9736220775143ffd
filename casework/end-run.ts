import { digestOf, refuse, type RunId } from '@corroborate/base'
import { endRunning, type RunEnd } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { instant } from './time.ts'

export interface EndRun extends InInvestigation {
  readonly run: RunId
  /** The process that ran it. */
  readonly runner: string
  readonly end: RunEnd
}

/**
 * Keeps what a run came to, its result or its refusal, with its entry in the ledger: both or neither. Done by the process that ran it, in the
 * name of who asked for it; refused when the run was cancelled meanwhile, or given to another process.
 */
export const endRun = act(
  'run.ended',
  ['statistician'],
  async (desk, { investigation, run, runner, end }: EndRun) => {
    if (end.kind === 'done' && digestOf(end.result) !== end.sha256)
      return refuse('digest-differs', 'the result does not have the digest that came with it')
    const at = instant(desk.clock())
    const ended = await endRunning(desk.store.db, { investigation, run }, { runner, at, end })
    if (!ended) return refuse('not-running', 'it is not being run by this process')
    const content = end.kind === 'done' ? { run, kind: end.kind, sha256: end.sha256 } : { run, ...end }
    return done<RunId>(run, { subject: run, content })
  },
)
