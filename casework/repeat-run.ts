import { refuse, type RunId } from '@corroborate/base'
import { runById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { makeRun } from './ask-run.ts'
import type { InInvestigation } from './desk.ts'

export interface RepeatRun extends InInvestigation {
  readonly run: RunId
}

/**
 * Does a run again: the same question as it was then, the same inputs, the same seed. Its result must have the same bytes;
 * whether it has is shown with it.
 */
export const repeatRun = act(
  'run.repeated',
  ['statistician'],
  async (desk, { investigation, run: id }: RepeatRun) => {
    const run = await runById(desk.store.db, investigation, id)
    if (run === null) return NOT_FOUND
    if (run.state.kind !== 'done')
      return refuse('not-done', `version ${run.version} has no result that another could be held against`)
    const made = await makeRun(desk, {
      investigation,
      request: { ...run.request, id: run.estimate },
      repeats: run,
    })
    return made.ok ? done<RunId>(made.value.id, { subject: made.value.id, content: made.value }) : made
  },
)
