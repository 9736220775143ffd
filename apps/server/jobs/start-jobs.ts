import { setTimeout as pause } from 'node:timers/promises'
import type { InvestigationId, RunId } from '@corroborate/base'
import { endRun, giveUpRun, studyReadyIn, type Desk } from '@corroborate/casework'
import {
  claimRun,
  releaseRuns,
  requeueRuns,
  tellShare,
  type ClaimedRun,
  type RunEnd,
  type Store,
} from '@corroborate/store'
import { runInWorker, STUDY_WORKER } from './run-in-worker.ts'

export interface JobsAsked extends Pick<Desk, 'clock' | 'random' | 'software'> {
  readonly store: Store
  /** Told of errors that are ours. */
  readonly report: (error: unknown) => void
  readonly worker?: URL
  /** How often it looks whether something waits. */
  readonly pollMs?: number
}

export interface Jobs {
  /** Stops what is being run, lets it wait for the next start, and takes up nothing more. */
  readonly stop: () => Promise<void>
}

const POLL_MS = 1_000
/** How often a run that goes on says so, and learns that it was cancelled. */
const BEAT_MS = 1_000
/** A process that has not been heard of for this long is gone. */
const GONE_MS = 60_000

/**
 * Runs what waits, one run at a time, for as long as the server serves. Several processes on one PostgreSQL share the work; a file has one
 * process, so whatever it finds as running at its start was cut off and waits again. Never throws: what breaks is reported.
 */
export function startJobs(asked: JobsAsked): Jobs {
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

interface Working extends JobsAsked {
  /** The name of this process among those that work on one store. */
  readonly runner: string
  readonly stopping: AbortController
}

async function work(jobs: Working): Promise<void> {
  const { signal } = jobs.stopping
  let first = true
  while (!signal.aborted) {
    try {
      await requeueRuns(jobs.store.db, { seenBefore: goneSince(jobs, first) })
      first = false
      const claimed = await claimRun(jobs.store, { runner: jobs.runner, at: now(jobs) })
      if (claimed !== null) {
        await runClaimed(jobs, claimed)
        continue
      }
    } catch (error) {
      jobs.report(error)
    }
    await pause(jobs.pollMs ?? POLL_MS, undefined, { signal }).catch(() => undefined)
  }
  await releaseRuns(jobs.store.db, jobs.runner).catch(jobs.report)
}

/** A file has one process: what is running as it starts is nobody's. */
function goneSince({ store, clock }: Working, first: boolean): string {
  return first && store.engine === 'sqlite' ? '9999' : new Date(clock() - GONE_MS).toISOString()
}

function now({ clock }: Working): string {
  return new Date(clock()).toISOString()
}

async function runClaimed(jobs: Working, claimed: ClaimedRun): Promise<void> {
  const end = await endOf(jobs, claimed)
  if (end === null) return
  const { investigation, run, member } = claimed
  const { store, clock, random, software, runner } = jobs
  const desk: Desk = { store, member, clock, random, software }
  const kept = await endRun(desk, { investigation, run: run.id, runner, end })
  // Whoever asked may no longer: the run is given up, and what it found with it.
  if (!kept.ok && kept.reason === 'not-found')
    await giveUpRun({ ...desk, member: 'operator' }, { investigation, run: run.id, runner })
}

/** What the run comes to; null when it was stopped or cancelled. */
async function endOf(jobs: Working, { investigation, run }: ClaimedRun): Promise<RunEnd | null> {
  const { software } = jobs
  if (run.software !== software)
    return failed('software-changed', `It was asked of ${run.software}, and this is ${software}: ask again.`)
  const input = await studyReadyIn(jobs, { investigation, run })
  if (input === null) return failed('inputs-changed', 'Its inputs changed before it was run: ask again.')
  if (!input.ok) return failed(input.reason, input.detail)
  return watched(jobs, { investigation, run: run.id }, (share, signal) =>
    runInWorker({
      ...{ input: input.value, worker: jobs.worker ?? STUDY_WORKER, report: jobs.report },
      ...{ onShare: share, signal },
    }),
  )
}

/** Work that says now and then how far it is, and is stopped when the run is no longer this process's. */
async function watched(
  jobs: Working,
  of: { readonly investigation: InvestigationId; readonly run: RunId },
  run: (tell: (share: number) => void, signal: AbortSignal) => Promise<RunEnd | null>,
): Promise<RunEnd | null> {
  const cancelled = new AbortController()
  let share = 0
  let telling: Promise<void> = Promise.resolve()
  const beat = async () => {
    const ours = await tellShare(jobs.store.db, of, { runner: jobs.runner, at: now(jobs), share })
    if (!ours) cancelled.abort()
  }
  const timer = setInterval(
    () => {
      telling = telling.then(beat).catch(jobs.report)
    },
    Math.min(BEAT_MS, jobs.pollMs ?? BEAT_MS),
  )
  try {
    return await run((told) => (share = told), AbortSignal.any([cancelled.signal, jobs.stopping.signal]))
  } finally {
    clearInterval(timer)
    await telling
  }
}

function failed(reason: string, detail: string): RunEnd {
  return { kind: 'failed', reason, detail }
}
