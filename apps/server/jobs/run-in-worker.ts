import { Worker } from 'node:worker_threads'
import type { StudyInput, StudyTold } from '@corroborate/estimate'
import type { RunEnd } from '@corroborate/store'

/** Past this a study would take the whole server down with it. */
const MEGABYTES = 2_048

export const STUDY_WORKER = new URL('./study-worker.ts', import.meta.url)

/** What is asked of a worker, and who is told on the way. */
export interface WorkAsked {
  readonly input: StudyInput
  readonly worker: URL
  readonly onShare: (share: number) => void
  /** Stops the work at once; then the answer is null. */
  readonly signal: AbortSignal
  /** Told of errors that are ours. */
  readonly report: (error: unknown) => void
}

/** Runs a study in a thread of its own, so that the server goes on answering. Null when it was stopped. */
export function runInWorker({
  input,
  worker: entry,
  onShare,
  signal,
  report,
}: WorkAsked): Promise<RunEnd | null> {
  return new Promise((settle) => {
    if (signal.aborted) {
      settle(null)
      return
    }
    const worker = new Worker(entry, {
      workerData: input,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    const end = (how: RunEnd | null) => {
      signal.removeEventListener('abort', onAbort)
      settle(how)
      void worker.terminate()
    }
    const onAbort = () => end(null)
    signal.addEventListener('abort', onAbort)
    worker.on('message', (told: StudyTold) => {
      if (told.kind === 'share') onShare(told.share)
      else end(told)
    })
    worker.on('error', (error) => {
      report(error)
      end(BROKEN)
    })
    worker.on('exit', () => end(BROKEN))
  })
}

const BROKEN: RunEnd = {
  kind: 'failed',
  reason: 'broke-off',
  detail: 'The work broke off: it was too large for this machine, or something in it is wrong.',
}
