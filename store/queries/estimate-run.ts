import { never, type EstimateId, type InvestigationId, type MemberId, type RunId } from '@corroborate/base'
import type { EstimateRun, KeptRun, StudyResult } from '@corroborate/estimate'
import { fromJson, parsedAs, toJson, type JsonText } from '../json.ts'
import type { EstimateRunTable } from '../estimate-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** How far a run is. */
export type RunState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'done'; readonly endedAt: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly endedAt: string; readonly reason: string; readonly detail: string }
  | { readonly kind: 'cancelled'; readonly endedAt: string }

/** A run with how far it is, without its result, which may be long. */
export interface RunFound extends EstimateRun {
  readonly state: RunState
}

/** Writes a run that waits to be run. */
export async function insertRun(
  db: Db,
  investigation: InvestigationId,
  { run, member }: { readonly run: EstimateRun; readonly member: MemberId },
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'estimate_run', investigation)
  await insertAll(db, 'estimate_run', [
    { investigation, ordinal, ...columnsOf(run), member, state: 'waiting', share: 0, ...NOTHING_YET },
  ])
}

/** Writes runs that came with an investigation, results and all. */
export async function insertKeptRuns(
  db: Db,
  investigation: InvestigationId,
  runs: readonly KeptRun[],
): Promise<void> {
  const from = await nextOrdinal(db, 'estimate_run', investigation)
  const rows = runs.map((run, i) => ({
    ...({
      investigation,
      ordinal: from + i,
      ...columnsOf(run),
      member: null,
      state: 'done',
      share: 1,
    } as const),
    ...{ ...NOTHING_YET, ended_at: run.endedAt, result: toJson(run.result), sha256: run.sha256 },
  }))
  await insertAll(db, 'estimate_run', rows)
}

/** Which runs ended with a result? In the order of the estimates and of their versions. */
export async function keptRuns(db: Db, investigation: InvestigationId): Promise<readonly KeptRun[]> {
  const rows = await db
    .selectFrom('estimate_run')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('state', '=', 'done')
    .orderBy('estimate')
    .orderBy('version')
    .execute()
  return rows.map(keptFrom)
}

/** What was ever run of this estimate, and how far is it? The latest first. */
export async function runsOfEstimate(
  db: Db,
  investigation: InvestigationId,
  estimate: EstimateId,
): Promise<readonly RunFound[]> {
  const rows = await db
    .selectFrom('estimate_run')
    .select(WITHOUT_RESULT)
    .where('investigation', '=', investigation)
    .where('estimate', '=', estimate)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(foundFrom)
}

export async function runById(db: Db, investigation: InvestigationId, run: RunId): Promise<RunFound | null> {
  const row = await db
    .selectFrom('estimate_run')
    .select(WITHOUT_RESULT)
    .where('investigation', '=', investigation)
    .where('id', '=', run)
    .executeTakeFirst()
  return row ? foundFrom(row) : null
}

/** What did this run answer? Null while it has no result. */
export async function keptRunById(
  db: Db,
  investigation: InvestigationId,
  run: RunId,
): Promise<KeptRun | null> {
  const row = await db
    .selectFrom('estimate_run')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('id', '=', run)
    .where('state', '=', 'done')
    .executeTakeFirst()
  return row ? keptFrom(row) : null
}

/** The version that the next run of this estimate has. */
export async function nextVersion(
  db: Db,
  investigation: InvestigationId,
  estimate: EstimateId,
): Promise<number> {
  const row = await db
    .selectFrom('estimate_run')
    .select((at) => at.fn.max('version').as('last'))
    .where('investigation', '=', investigation)
    .where('estimate', '=', estimate)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

const NOTHING_YET = {
  ...{ runner: null, seen_at: null, ended_at: null, result: null, sha256: null, reason: null, detail: null },
} as const

const WITHOUT_RESULT = [
  ...(['id', 'estimate', 'version', 'request', 'inputs', 'seed', 'software', 'repeats', 'asked_by'] as const),
  ...(['asked_at', 'state', 'share', 'ended_at', 'sha256', 'reason', 'detail'] as const),
] as const

type Found = Pick<EstimateRunTable, (typeof WITHOUT_RESULT)[number]>

function columnsOf(run: EstimateRun) {
  const { id, estimate, version, inputs, seed, software, repeats } = run
  return {
    ...{ id, estimate, version, request: toJson(run.request), inputs, seed, software, repeats },
    ...{ asked_by: run.askedBy, asked_at: run.askedAt },
  } satisfies Partial<EstimateRunTable>
}

export function runFrom(
  row: Omit<Found, 'state' | 'share' | 'ended_at' | 'sha256' | 'reason' | 'detail'>,
): EstimateRun {
  const { id, estimate, version, inputs, seed, software, repeats } = row
  return {
    ...{ id, estimate, version, request: fromJson(row.request), inputs, seed, software, repeats },
    ...{ askedBy: row.asked_by, askedAt: row.asked_at },
  }
}

function foundFrom(row: Found): RunFound {
  return { ...runFrom(row), state: stateFrom(row) }
}

function stateFrom(row: Found): RunState {
  const { state, share, ended_at, sha256, reason, detail } = row
  const endedAt = ended_at ?? ''
  switch (state) {
    case 'waiting':
      return { kind: state }
    case 'running':
      return { kind: state, share }
    case 'done':
      return { kind: state, endedAt, sha256: sha256 ?? '' }
    case 'failed':
      return { kind: state, endedAt, reason: reason ?? '', detail: detail ?? '' }
    case 'cancelled':
      return { kind: state, endedAt }
    default:
      return never(state)
  }
}

function keptFrom(row: EstimateRunTable): KeptRun {
  const { result, sha256, ended_at } = row
  if (result === null || sha256 === null || ended_at === null)
    throw new Error('corrupt store: a run that is done has no result')
  return { ...runFrom(row), endedAt: ended_at, result: fromJson(result), sha256 }
}

/** The text of a result, with the type of what it holds. */
export function resultColumn(text: string): JsonText<StudyResult> {
  return parsedAs(text)
}
