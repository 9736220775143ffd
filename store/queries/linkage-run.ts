import type { InvestigationId, Json, LinkageRunId, ListId, MemberId } from '@corroborate/base'
import type { LinkageSettings, NewListGiven, RecordsKind } from '@corroborate/linkage'
import { fromJson, fromJsonOrNull, toJson } from '../json.ts'
import type { Engine } from '../migrations/dialect.ts'
import type { LinkageRunTable } from '../list-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'
import { takeWaiting, type OfRun, type Runner } from './run-queue.ts'

/** A linkage as it was asked of the machine. */
export interface LinkageRun {
  readonly id: LinkageRunId
  readonly lists: readonly ListId[]
  readonly settings: LinkageSettings
  /** The last judgement that it heeds; 0 for none. */
  readonly judged: number
  /** Digest of the settings, the lists with how they are read, and the judgements. */
  readonly inputs: string
  readonly software: string
  readonly repeats: LinkageRunId | null
  /** What kind of records its settings are made for; null where nobody said. */
  readonly records: RecordsKind | null
  /** The run whose lists are the first of these and stay as they were linked; null where all are linked anew. */
  readonly grows: { readonly run: LinkageRunId; readonly model: NewListGiven['model'] } | null
  readonly askedBy: string
  readonly askedAt: string
}

export type LinkageRunState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly share: number }
  | {
      readonly kind: 'done'
      readonly endedAt: string
      /** Of the cells that were read, and of the pairs and clusters that came out. */
      readonly dataSha256: string
      readonly sha256: string
      readonly summary: Json
    }
  | { readonly kind: 'failed'; readonly endedAt: string; readonly reason: string; readonly detail: string }
  | { readonly kind: 'cancelled'; readonly endedAt: string }

export interface LinkageRunFound extends LinkageRun {
  readonly state: LinkageRunState
}

export interface ClaimedLinkageRun {
  readonly investigation: InvestigationId
  readonly run: LinkageRun
  /** In whose name its result is kept. */
  readonly member: MemberId
}

const NOTHING_YET = {
  ...{ runner: null, seen_at: null, ended_at: null, summary: null, data_sha256: null, sha256: null },
  ...{ reason: null, detail: null },
} as const

export async function insertLinkageRun(
  db: Db,
  investigation: InvestigationId,
  { run, member }: { readonly run: LinkageRun; readonly member: MemberId },
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'linkage_run', investigation)
  const { id, lists, settings, judged, inputs, software, repeats, records, grows, askedBy, askedAt } = run
  const row: LinkageRunTable = {
    ...{
      investigation,
      ordinal,
      id,
      lists: toJson(lists),
      settings: toJson(settings),
      judged,
      inputs,
      software,
    },
    ...{ records, grows: grows?.run ?? null, model: grows?.model ?? null },
    ...{ repeats, asked_by: askedBy, asked_at: askedAt, member, state: 'waiting', share: 0, ...NOTHING_YET },
  }
  await insertAll(db, 'linkage_run', [row])
}

/** Which linkages were run, and how far is each? The latest first. */
export async function linkageRuns(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly LinkageRunFound[]> {
  const rows = await db
    .selectFrom('linkage_run')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal', 'desc')
    .execute()
  return rows.map(foundFrom)
}

export async function linkageRunById(
  db: Db,
  investigation: InvestigationId,
  run: LinkageRunId,
): Promise<LinkageRunFound | null> {
  const row = await db
    .selectFrom('linkage_run')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('id', '=', run)
    .executeTakeFirst()
  return row ? foundFrom(row) : null
}

/** Takes the linkage that has waited longest, for this process alone; null when none waits. */
export async function claimLinkageRun(
  store: { readonly db: Db; readonly engine: Engine },
  runner: Runner,
): Promise<ClaimedLinkageRun | null> {
  const taken = await takeWaiting(store, 'linkage_run', runner)
  if (taken === null) return null
  const row = await store.db
    .selectFrom('linkage_run')
    .selectAll()
    .where('investigation', '=', taken.investigation)
    .where('id', '=', taken.run)
    .executeTakeFirstOrThrow()
  return { investigation: taken.investigation, run: foundFrom(row), member: row.member }
}

/** What a linkage came to, without its pairs and clusters. */
export type LinkageRunEnd =
  | { readonly kind: 'done'; readonly summary: Json; readonly dataSha256: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string }

/** Ends a linkage that is being run. False when it is not: its result is then nobody’s. */
export async function endLinkageRunning(
  db: Db,
  of: OfRun<'linkage_run'>,
  { runner, at, end }: Runner & { readonly end: LinkageRunEnd },
): Promise<boolean> {
  const what =
    end.kind === 'done'
      ? { summary: toJson(end.summary), data_sha256: end.dataSha256, sha256: end.sha256 }
      : { reason: end.reason, detail: end.detail }
  const ended = await held(db, of, runner)
    .set({ state: end.kind, share: 1, runner: null, ended_at: at, ...what })
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

function held(db: Db, of: OfRun<'linkage_run'>, runner: string) {
  return db
    .updateTable('linkage_run')
    .where('investigation', '=', of.investigation)
    .where('id', '=', of.run)
    .where('state', '=', 'running')
    .where('runner', '=', runner)
}

function foundFrom(row: LinkageRunTable): LinkageRunFound {
  const { id, judged, inputs, software, repeats, records, grows, model } = row
  return {
    ...{
      id,
      lists: fromJson(row.lists),
      settings: fromJson(row.settings),
      judged,
      inputs,
      software,
      repeats,
    },
    ...{ records, grows: grows === null ? null : { run: grows, model: model ?? 'kept' } },
    ...{ askedBy: row.asked_by, askedAt: row.asked_at, state: stateFrom(row) },
  }
}

function stateFrom(row: LinkageRunTable): LinkageRunState {
  const { state: kind, share, data_sha256, sha256, reason, detail } = row
  const endedAt = row.ended_at ?? ''
  if (kind === 'waiting') return { kind }
  if (kind === 'running') return { kind, share }
  if (kind === 'failed') return { kind, endedAt, reason: reason ?? '', detail: detail ?? '' }
  if (kind === 'cancelled') return { kind, endedAt }
  if (data_sha256 === null || sha256 === null)
    throw new Error('corrupt store: a linkage that is done has no result')
  return { kind, endedAt, dataSha256: data_sha256, sha256, summary: fromJsonOrNull(row.summary) ?? {} }
}
