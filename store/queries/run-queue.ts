import { sql } from 'kysely'
import type { InvestigationId, LinkageRunId, RunId } from '@corroborate/base'
import type { Engine } from '../migrations/dialect.ts'
import type { Db } from '../tables.ts'

/** The tables of what waits for a machine: estimates and linkages have the same columns for it. */
export interface RunQueues {
  readonly estimate_run: RunId
  readonly linkage_run: LinkageRunId
}

/** The process that works on a run. */
export interface Runner {
  readonly runner: string
  readonly at: string
}

export interface OfRun<Queue extends keyof RunQueues> {
  readonly investigation: InvestigationId
  readonly run: RunQueues[Queue]
}

/**
 * Takes the run that has waited longest, for this process alone; null when none waits. Two processes that ask at once get two runs:
 * PostgreSQL passes over rows that another holds, SQLite writes one after another. A run that nobody asked for, which came with an
 * investigation, is never taken.
 */
export async function takeWaiting<Queue extends keyof RunQueues>(
  { db, engine }: { readonly db: Db; readonly engine: Engine },
  queue: Queue,
  { runner, at }: Runner,
): Promise<OfRun<Queue> | null> {
  const table = sql.table(queue)
  const passing = engine === 'postgres' ? sql`for update skip locked` : sql``
  const taken = await sql<OfRun<Queue>>`
    update ${table} set state = 'running', share = 0, runner = ${runner}, seen_at = ${at}
    where (investigation, id) = (
      select investigation, id from ${table} where state = 'waiting' and member is not null
      order by asked_at, investigation, ordinal limit 1 ${passing}
    ) and state = 'waiting'
    returning investigation, id as run`.execute(db)
  return taken.rows[0] ?? null
}

/** Says how far a run is. False when it is no longer this process’s: cancelled, or given to another. */
export function tellShare<Queue extends keyof RunQueues>(
  db: Db,
  queue: Queue,
  { investigation, run, runner, at, share }: OfRun<Queue> & Runner & { readonly share: number },
): Promise<boolean> {
  return changed(
    db,
    sql`update ${sql.table(queue)} set share = ${share}, seen_at = ${at}
      where investigation = ${investigation} and id = ${run} and state = 'running' and runner = ${runner}`,
  )
}

/** False when it had ended before, or is not there. */
export function cancelOpenRun<Queue extends keyof RunQueues>(
  db: Db,
  queue: Queue,
  { investigation, run, at }: OfRun<Queue> & { readonly at: string },
): Promise<boolean> {
  return changed(
    db,
    sql`update ${sql.table(queue)} set state = 'cancelled', ended_at = ${at}, runner = null
      where investigation = ${investigation} and id = ${run} and state in ('waiting', 'running')`,
  )
}

/** Lets runs wait again whose process has not been heard of since a moment: it was stopped or is gone, and nothing of its work was kept. */
export async function requeueRuns(
  db: Db,
  queue: keyof RunQueues,
  { seenBefore }: { readonly seenBefore: string },
): Promise<void> {
  await sql`update ${sql.table(queue)} set state = 'waiting', share = 0, runner = null, seen_at = null
    where state = 'running' and seen_at < ${seenBefore}`.execute(db)
}

/** Lets the runs of a process that stops wait for another. */
export async function releaseRuns(db: Db, queue: keyof RunQueues, runner: string): Promise<void> {
  await sql`update ${sql.table(queue)} set state = 'waiting', share = 0, runner = null, seen_at = null
    where state = 'running' and runner = ${runner}`.execute(db)
}

async function changed(db: Db, update: ReturnType<typeof sql>): Promise<boolean> {
  const { numAffectedRows = 0n } = await update.execute(db)
  return numAffectedRows > 0n
}
