import type { InvestigationId, MemberId, RunId } from '@corroborate/base'
import type { EstimateRun } from '@corroborate/estimate'
import type { Engine } from '../migrations/dialect.ts'
import type { Db } from '../tables.ts'
import { resultColumn, runFrom } from './estimate-run.ts'
import { takeWaiting, type Runner } from './run-queue.ts'

/** A run that one process works on, and no other. */
export interface ClaimedRun {
  readonly investigation: InvestigationId
  readonly run: EstimateRun
  /** In whose name its result is kept. */
  readonly member: MemberId
}

/** Takes the run of an estimate that has waited longest, for this process alone; null when none waits. */
export async function claimRun(
  store: { readonly db: Db; readonly engine: Engine },
  runner: Runner,
): Promise<ClaimedRun | null> {
  const taken = await takeWaiting(store, 'estimate_run', runner)
  if (taken === null) return null
  const row = await store.db
    .selectFrom('estimate_run')
    .selectAll()
    .where('investigation', '=', taken.investigation)
    .where('id', '=', taken.run)
    .executeTakeFirstOrThrow()
  if (row.member === null) throw new Error('corrupt store: a run that nobody asked for was claimed')
  return { investigation: taken.investigation, run: runFrom(row), member: row.member }
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

function held(db: Db, of: { investigation: InvestigationId; run: RunId; runner: string }) {
  return db
    .updateTable('estimate_run')
    .where('investigation', '=', of.investigation)
    .where('id', '=', of.run)
    .where('state', '=', 'running')
    .where('runner', '=', of.runner)
}
