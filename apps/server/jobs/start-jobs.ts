import { endRun, giveUpRun, studyReadyIn } from '@corroborate/casework'
import { claimRun, type ClaimedRun, type RunEnd } from '@corroborate/store'
import { runInWorker, STUDY_WORKER } from './run-in-worker.ts'
import { failed, workOff, type Jobs, type JobsAsked, type Watched } from './work-off.ts'

/** Runs the studies of estimates that wait, for as long as the server serves. */
export function startJobs(asked: JobsAsked): Jobs {
  return workOff(asked, {
    ...{ queue: 'estimate_run', claim: claimRun, end: endRun, giveUp: giveUpRun },
    run: (claimed, on) => endOf(asked, claimed, on),
  })
}

async function endOf(
  { store, clock, software, worker, report }: JobsAsked,
  { investigation, run }: ClaimedRun,
  on: Watched,
): Promise<RunEnd | null> {
  const input = await studyReadyIn({ store, clock, software }, { investigation, run })
  if (input === null) return failed('inputs-changed', 'Its inputs changed before it was run: ask again.')
  if (!input.ok) return failed(input.reason, input.detail)
  return runInWorker({ input: input.value, worker: worker ?? STUDY_WORKER, report, ...on })
}
