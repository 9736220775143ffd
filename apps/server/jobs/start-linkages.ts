import { setTimeout as pause } from 'node:timers/promises'
import {
  endLinkageRun,
  giveUpLinkageRun,
  inputsOfRun,
  listsToLink,
  type Desk,
  type LinkageOutcome,
} from '@corroborate/casework'
import {
  claimLinkageRun,
  judgements,
  releaseLinkages,
  requeueLinkages,
  tellLinkageShare,
  type ClaimedLinkageRun,
} from '@corroborate/store'
import { LINKAGE_WORKER, linkInWorker } from './link-in-worker.ts'
import type { Jobs, JobsAsked } from './start-jobs.ts'

const POLL_MS = 1_000
const BEAT_MS = 1_000
/** A process that has not been heard of for this long is gone. */
const GONE_MS = 60_000

interface Working extends JobsAsked {
  readonly runner: string
  readonly stopping: AbortController
}

/**
 * Runs linkages that wait, one at a time, beside the studies, for as long as the server serves. What is stopped waits for the next start and begins
 * again: nothing of it was kept, and it comes to the same bytes. Never throws: what breaks is reported.
 */
export function startLinkages(asked: JobsAsked): Jobs {
  const jobs: Working = {
    ...asked,
    runner: Buffer.from(asked.random(12)).toString('hex'),
    stopping: new AbortController(),
  }
  const working = work(jobs)
  return {
    stop: async () => {
      jobs.stopping.abort()
      await working
    },
  }
}

async function work(jobs: Working): Promise<void> {
  const { signal } = jobs.stopping
  let first = true
  while (!signal.aborted) {
    try {
      // A file has one process: what is running as it starts is nobody's.
      const gone = first && jobs.store.engine === 'sqlite'
      const seenBefore = gone ? '9999' : new Date(jobs.clock() - GONE_MS).toISOString()
      await requeueLinkages(jobs.store.db, { seenBefore })
      first = false
      const claimed = await claimLinkageRun(jobs.store, { runner: jobs.runner, at: now(jobs) })
      if (claimed !== null) {
        await runClaimed(jobs, claimed)
        continue
      }
    } catch (error) {
      jobs.report(error)
    }
    await pause(jobs.pollMs ?? POLL_MS, undefined, { signal }).catch(() => undefined)
  }
  await releaseLinkages(jobs.store.db, jobs.runner).catch(jobs.report)
}

function now({ clock }: Working): string {
  return new Date(clock()).toISOString()
}

async function runClaimed(jobs: Working, claimed: ClaimedLinkageRun): Promise<void> {
  const end = await endOf(jobs, claimed)
  if (end === null) return
  const { investigation, run, member } = claimed
  const { store, clock, random, software, runner } = jobs
  const desk: Desk = { store, member, clock, random, software }
  const kept = await endLinkageRun(desk, { investigation, run: run.id, runner, end })
  if (!kept.ok && kept.reason === 'not-found')
    await giveUpLinkageRun({ ...desk, member: 'operator' }, { investigation, run: run.id, runner })
}

/** What the linkage comes to; null when it was stopped or cancelled. */
async function endOf(
  jobs: Working,
  { investigation, run }: ClaimedLinkageRun,
): Promise<LinkageOutcome | null> {
  const { software, store } = jobs
  if (run.software !== software)
    return failed('software-changed', `It was asked of ${run.software}, and this is ${software}: ask again.`)
  const inputs = await inputsOfRun({ store }, investigation, run)
  const lists = await listsToLink(store.db, investigation, run.lists)
  if (lists === null || !inputs.ok || inputs.value !== run.inputs)
    return failed('inputs-changed', 'How its lists are read changed before it was run: ask again.')
  const said = await judgements(store.db, investigation, run.judged)
  const stopped = new AbortController()
  const { tell, end } = beating(jobs, { investigation, run: run.id }, stopped)
  try {
    return await linkInWorker({
      ...{ settings: run.settings, judgements: said, lists, worker: jobs.worker ?? LINKAGE_WORKER },
      ...{ onShare: tell, report: jobs.report },
      signal: AbortSignal.any([stopped.signal, jobs.stopping.signal]),
    })
  } finally {
    await end()
  }
}

/** Says now and then how far a linkage is, and stops it when it is no longer this process's. */
function beating(
  jobs: Working,
  of: Parameters<typeof tellLinkageShare>[1],
  stopped: AbortController,
): { readonly tell: (share: number) => void; readonly end: () => Promise<void> } {
  let share = 0
  let telling: Promise<void> = Promise.resolve()
  const beat = async () => {
    const ours = await tellLinkageShare(jobs.store.db, of, { runner: jobs.runner, at: now(jobs), share })
    if (!ours) stopped.abort()
  }
  const timer = setInterval(
    () => {
      telling = telling.then(beat).catch(jobs.report)
    },
    Math.min(BEAT_MS, jobs.pollMs ?? BEAT_MS),
  )
  return {
    tell: (told) => (share = told),
    end: async () => {
      clearInterval(timer)
      await telling
    },
  }
}

function failed(reason: string, detail: string): LinkageOutcome {
  return { kind: 'failed', reason, detail }
}
