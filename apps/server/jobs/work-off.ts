import { setTimeout as pause } from 'node:timers/promises'
import type { InvestigationId, MemberId, Outcome } from '@corroborate/base'
import type { Desk } from '@corroborate/casework'
import {
  releaseRuns,
  requeueRuns,
  tellShare,
  type RunQueues,
  type Runner,
  type Store,
} from '@corroborate/store'

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

/** A run that this process has taken for itself. */
export interface Claimed<Id> {
  readonly investigation: InvestigationId
  readonly run: { readonly id: Id; readonly software: string }
  /** In whose name its result is kept. */
  readonly member: MemberId
}

export interface Failed {
  readonly kind: 'failed'
  readonly reason: string
  readonly detail: string
}

/** One kind of work that waits in the store, and what is done with it. */
export interface Work<Queue extends keyof RunQueues, Found extends Claimed<RunQueues[Queue]>, End> {
  readonly queue: Queue
  readonly claim: (store: Store, runner: Runner) => Promise<Found | null>
  /** What a run comes to; null when it was stopped or cancelled. */
  readonly run: (claimed: Found, on: Watched) => Promise<End | Failed | null>
  readonly end: (desk: Desk, ended: Ended<RunQueues[Queue], End | Failed>) => Promise<Outcome<unknown>>
  readonly giveUp: (desk: Desk, given: Held<RunQueues[Queue]>) => Promise<unknown>
}

interface Held<Id> {
  readonly investigation: InvestigationId
  readonly run: Id
  readonly runner: string
}

interface Ended<Id, End> extends Held<Id> {
  readonly end: End
}

export interface Watched {
  readonly onShare: (share: number) => void
  /** Stops the work at once. */
  readonly signal: AbortSignal
}

const POLL_MS = 1_000
/** How often a run that goes on says so, and learns that it was cancelled. */
const BEAT_MS = 1_000
/** A process that has not been heard of for this long is gone. */
const GONE_MS = 60_000

interface Working extends JobsAsked {
  /** The name of this process among those that work on one store. */
  readonly runner: string
  readonly stopping: AbortController
}

/**
 * Runs what waits of one kind, one run at a time, for as long as the server serves. Several processes on one PostgreSQL share the work; a file
 * has one process, so whatever it finds as running at its start was cut off and waits again. What is stopped begins again: nothing of it was
 * kept, and it comes to the same bytes. Never throws: what breaks is reported.
 */
export function workOff<Queue extends keyof RunQueues, Found extends Claimed<RunQueues[Queue]>, End>(
  asked: JobsAsked,
  work: Work<Queue, Found, End>,
): Jobs {
  const jobs: Working = {
    ...asked,
    runner: Buffer.from(asked.random(12)).toString('hex'),
    stopping: new AbortController(),
  }
  const working = workThrough(jobs, work)
  return {
    stop: async () => {
      jobs.stopping.abort()
      await working
    },
  }
}

/** Of a run that cannot be done as it was asked. */
export function failed(reason: string, detail: string): Failed {
  return { kind: 'failed', reason, detail }
}

async function workThrough<Queue extends keyof RunQueues, Found extends Claimed<RunQueues[Queue]>, End>(
  jobs: Working,
  work: Work<Queue, Found, End>,
): Promise<void> {
  const { store, runner, stopping, report } = jobs
  let first = true
  while (!stopping.signal.aborted) {
    try {
      await requeueRuns(store.db, work.queue, { seenBefore: goneSince(jobs, first) })
      first = false
      const claimed = await work.claim(store, { runner, at: now(jobs) })
      if (claimed !== null) {
        await runClaimed(jobs, work, claimed)
        continue
      }
    } catch (error) {
      report(error)
    }
    await pause(jobs.pollMs ?? POLL_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
  await releaseRuns(store.db, work.queue, runner).catch(report)
}

/** A file has one process: what is running as it starts is nobody's. */
function goneSince({ store, clock }: Working, first: boolean): string {
  return first && store.engine === 'sqlite' ? '9999' : new Date(clock() - GONE_MS).toISOString()
}

function now({ clock }: Working): string {
  return new Date(clock()).toISOString()
}

async function runClaimed<Queue extends keyof RunQueues, Found extends Claimed<RunQueues[Queue]>, End>(
  jobs: Working,
  work: Work<Queue, Found, End>,
  claimed: Found,
): Promise<void> {
  const end = await endOf(jobs, work, claimed)
  if (end === null) return
  const { investigation, run, member } = claimed
  const { store, clock, random, software, runner } = jobs
  const desk: Desk = { store, member, provedAt: 0, clock, random, software }
  const held = { investigation, run: run.id, runner }
  const kept = await work.end(desk, { ...held, end })
  // Whoever asked may no longer: the run is given up, and what it found with it.
  if (!kept.ok && kept.reason === 'not-found') await work.giveUp({ ...desk, member: 'operator' }, held)
}

/** What the run comes to, while it says now and then how far it is; stopped when it is no longer this process's. */
async function endOf<Queue extends keyof RunQueues, Found extends Claimed<RunQueues[Queue]>, End>(
  jobs: Working,
  work: Work<Queue, Found, End>,
  claimed: Found,
): Promise<End | Failed | null> {
  const { software, store, runner, report } = jobs
  const { investigation, run } = claimed
  if (run.software !== software)
    return failed('software-changed', `It was asked of ${run.software}, and this is ${software}: ask again.`)
  const cancelled = new AbortController()
  let share = 0
  let telling: Promise<void> = Promise.resolve()
  const beat = async () => {
    const of = { investigation, run: run.id, runner, at: now(jobs), share }
    if (!(await tellShare(store.db, work.queue, of))) cancelled.abort()
  }
  const timer = setInterval(
    () => {
      telling = telling.then(beat).catch(report)
    },
    Math.min(BEAT_MS, jobs.pollMs ?? BEAT_MS),
  )
  try {
    return await work.run(claimed, {
      onShare: (told) => (share = told),
      signal: AbortSignal.any([cancelled.signal, jobs.stopping.signal]),
    })
  } finally {
    clearInterval(timer)
    await telling
  }
}
