import type { InvestigationId, MemberId, ReleaseId, TaskId } from '@corroborate/base'
import type { FlagTally, TableShown } from '@corroborate/disclosure'
import { fromJson, toJson } from '../json.ts'
import type { ReleaseTable, TaskTable } from '../release-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** What was proposed to be let go, and who approved it. */
export interface Release {
  readonly id: ReleaseId
  /** Of what: the id of a report that is to be published, or the name of what a package gives. */
  readonly output: string
  readonly content: string
  readonly flags: readonly FlagTally[]
  readonly proposedBy: MemberId
  readonly proposedAt: string
  readonly reason: string
  readonly approvedBy: MemberId | null
  readonly approvedAt: string | null
  readonly approvedBecause: string | null
  /** The counts of people that it showed. */
  readonly tables: readonly Pick<TableShown, 'named' | 'table'>[]
}

export async function insertRelease(
  db: Db,
  investigation: InvestigationId,
  proposed: Omit<Release, 'approvedBy' | 'approvedAt' | 'approvedBecause'>,
): Promise<void> {
  const { id, output, content, flags, proposedBy, proposedAt, reason, tables } = proposed
  await insertAll(db, 'release', [
    {
      ...{ investigation, ordinal: await nextOrdinal(db, 'release', investigation), id, output, content },
      ...{ flags: toJson(flags), proposed_by: proposedBy, proposed_at: proposedAt, reason },
      ...{ approved_by: null, approved_at: null, approved_because: null, tables: toJson(tables) },
    },
  ])
}

/** What was proposed to be let go of this output? The latest first. */
export async function releasesOf(
  db: Db,
  investigation: InvestigationId,
  output: string,
): Promise<readonly Release[]> {
  return (await releasesIn(db, investigation)).filter((release) => release.output === output)
}

/** What was proposed to be let go of anything here? The latest first. */
export async function releasesIn(db: Db, investigation: InvestigationId): Promise<readonly Release[]> {
  const rows = await db
    .selectFrom('release')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal', 'desc')
    .execute()
  return rows.map(releaseFrom)
}

function releaseFrom(row: ReleaseTable): Release {
  return {
    ...{ id: row.id, output: row.output, content: row.content, flags: fromJson(row.flags) },
    ...{ proposedBy: row.proposed_by, proposedAt: row.proposed_at, reason: row.reason },
    ...{ approvedBy: row.approved_by, approvedAt: row.approved_at, approvedBecause: row.approved_because },
    tables: row.tables === null ? [] : fromJson(row.tables),
  }
}

export async function updateRelease(
  db: Db,
  { investigation, id }: { readonly investigation: InvestigationId; readonly id: ReleaseId },
  approved: { readonly by: MemberId; readonly at: string; readonly because: string },
): Promise<void> {
  await db
    .updateTable('release')
    .set({ approved_by: approved.by, approved_at: approved.at, approved_because: approved.because })
    .where('investigation', '=', investigation)
    .where('id', '=', id)
    .execute()
}

/** What a person has to do because of an act. */
export interface Task {
  readonly id: TaskId
  readonly kind: TaskTable['kind']
  readonly subject: string
  readonly because: string
  readonly recipient: string | null
  readonly due: string | null
  readonly words: string | null
  readonly madeAt: string
  readonly doneBy: MemberId | null
  readonly doneAt: string | null
  readonly note: string | null
}

/** A task that nobody has done yet. */
export const NOT_DONE = { doneBy: null, doneAt: null, note: null } as const

export async function insertTasks(
  db: Db,
  investigation: InvestigationId,
  tasks: readonly Task[],
): Promise<void> {
  const first = await nextOrdinal(db, 'task', investigation)
  const rows = tasks.map((task, at) => ({
    investigation,
    ordinal: first + at,
    id: task.id,
    ...columnsOf(task),
  }))
  await insertAll(db, 'task', rows)
}

/** Writes a task as it now is. */
export async function replaceTask(db: Db, investigation: InvestigationId, task: Task): Promise<void> {
  await db
    .updateTable('task')
    .set(columnsOf(task))
    .where('investigation', '=', investigation)
    .where('id', '=', task.id)
    .execute()
}

function columnsOf({ kind, subject, because, recipient, due, words, madeAt, doneBy, doneAt, note }: Task) {
  return {
    ...{ kind, subject, because, recipient, due, words, made_at: madeAt },
    ...{ done_by: doneBy, done_at: doneAt, note },
  }
}

/** What is there to do, and what was done? In the order in which it came up. */
export async function tasksOf(db: Db, investigation: InvestigationId): Promise<readonly Task[]> {
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, subject: row.subject, because: row.because, recipient: row.recipient },
    ...{ due: row.due, words: row.words },
    ...{ madeAt: row.made_at, doneBy: row.done_by, doneAt: row.done_at, note: row.note },
  }))
}

/** False where it was done before, or is not there. */
export async function updateTask(
  db: Db,
  { investigation, id }: { readonly investigation: InvestigationId; readonly id: TaskId },
  done: { readonly by: MemberId; readonly at: string; readonly note: string },
): Promise<boolean> {
  const changed = await db
    .updateTable('task')
    .set({ done_by: done.by, done_at: done.at, note: done.note })
    .where('investigation', '=', investigation)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
