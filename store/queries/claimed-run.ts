import { sql } from 'kysely'
import type { InvestigationId, MemberId, RunId } from '@corroborate/base'
import type { EstimateRun } from '@corroborate/estimate'
import type { Engine } from '../migrations/dialect.ts'
import type { Db } from '../tables.ts'
import { resultColumn, runFrom } from './estimate-run.ts'

/** A run that one process works on, and no other. */
export interface ClaimedRun {
  readonly investigation: InvestigationId
  readonly run: EstimateRun
  /** In whose name its result is kept. */
  readonly member: MemberId
}

/** The process that works on a run. */
export interface Runner {
  readonly runner: string
  readonly at: string
}

/**
 * Takes the run that has waited longest, for this process alone; null when none waits. Two processes that ask at once get two runs:
 * PostgreSQL passes over rows that another holds, SQLite writes one after another.
 */
export async function claimRun(
  { db, engine }: { readonly db: Db; readonly engine: Engine },
  { runner, at }: Runner,
): Promise<ClaimedRun | null> {
  const passing = engine === 'postgres' ? sql`for update skip locked` : sql``
  const claimed = await sql<{ investigation: InvestigationId; id: RunId }>`
    update estimate_run set state = 'running', share = 0, runner = ${runner}, seen_at = ${at}
    where (investigation, id) = (
      select investigation, id from estimate_run where state = 'waiting' and member is not null
      order by asked_at, investigation, ordinal limit 1 ${passing}
    ) and state = 'waiting'
    returning investigation, id`.execute(db)
  const [found] = claimed.rows
  if (found === undefined) return null
  const row = await db
    .selectFrom('estimate_run')
    .selectAll()
    .where('investigation', '=', found.investigation)
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow()
  if (row.member === null) throw new Error('corrupt store: a run that nobody asked for was claimed')
  return { investigation: found.investigation, run: runFrom(row), member: row.member }
}

/** Says how far a run is. False when it is no longer this process’s: cancelled, or given to another. */
export async function tellShare(
  db: Db,
  { investigation, run }: { readonly investigation: InvestigationId; readonly run: RunId },
  { runner, at, share }: Runner & { readonly share: number },
): Promise<boolean> {
  const told = await held(db, { investigation, run, runner }).set({ share, seen_at: at }).executeTakeFirst()
  return told.numUpdatedRows > 0n
}

/** What a run came to. */
export type RunEnd =
  | { readonly kind: 'done'; readonly result: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string }

/** Ends a run that is being run. False when it is not: its result is then nobody’s. */
export async function endRunning(
  db: Db,
  { investigation, run }: { readonly investigation: InvestigationId; readonly run: RunId },
  { runner, at, end }: Runner & { readonly end: RunEnd },
): Promise<boolean> {
  const what =
    end.kind === 'done'
      ? { result: resultColumn(end.result), sha256: end.sha256 }
      : { reason: end.reason, detail: end.detail }
  const ended = await held(db, { investigation, run, runner })
    .set({ state: end.kind, share: 1, runner: null, ended_at: at, ...what })
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/**
 * Lets runs wait again whose process has not been heard of since a moment: it was stopped or is gone, and nothing of its work was kept.
 * @returns how many
 */
export async function requeueRuns(db: Db, { seenBefore }: { readonly seenBefore: string }): Promise<number> {
  const done = await db
    .updateTable('estimate_run')
    .set({ state: 'waiting', share: 0, runner: null, seen_at: null })
    .where('state', '=', 'running')
    .where('seen_at', '<', seenBefore)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Lets the runs of a process that stops wait for another. */
export async function releaseRuns(db: Db, runner: string): Promise<void> {
  await db
    .updateTable('estimate_run')
    .set({ state: 'waiting', share: 0, runner: null, seen_at: null })
    .where('state', '=', 'running')
    .where('runner', '=', runner)
    .execute()
}

function held(db: Db, of: { investigation: InvestigationId; run: RunId; runner: string }) {
  return db
    .updateTable('estimate_run')
    .where('investigation', '=', of.investigation)
    .where('id', '=', of.run)
    .where('state', '=', 'running')
    .where('runner', '=', of.runner)
}
