import { isDay, type InterviewId, type InvestigationId, type PlanId } from '@corroborate/base'
import type { InterviewPlan } from '@corroborate/testimony'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertPlan(
  db: Db,
  investigation: InvestigationId,
  { id, witness, due, questions, by, interview }: InterviewPlan,
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'interview_plan', investigation)
  const row = { id, witness, due, questions: toJson(questions), planned_by: by, interview }
  await insertAll(db, 'interview_plan', [{ investigation, ordinal, ...row }])
}

/** Writes a plan as it now is. */
export async function updatePlan(
  db: Db,
  investigation: InvestigationId,
  { id, witness, due, questions, by, interview }: InterviewPlan,
): Promise<void> {
  await db
    .updateTable('interview_plan')
    .set({ witness, due, questions: toJson(questions), planned_by: by, interview })
    .where('investigation', '=', investigation)
    .where('id', '=', id)
    .execute()
}

/** What is to be asked of whom, and what was asked? In the order in which it was planned. */
export async function plansOf(db: Db, investigation: InvestigationId): Promise<readonly InterviewPlan[]> {
  const rows = await db
    .selectFrom('interview_plan')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ id, witness, due, questions, planned_by: by, interview }) => ({
    ...{ id, witness, by, interview, questions: fromJson(questions) },
    due: due !== null && isDay(due) ? due : null,
  }))
}

/** Says in which session a plan was asked. False where it was asked before, or is not there. */
export async function holdPlan(
  db: Db,
  investigation: InvestigationId,
  held: { readonly plan: PlanId; readonly interview: InterviewId },
): Promise<boolean> {
  const done = await db
    .updateTable('interview_plan')
    .set({ interview: held.interview })
    .where('investigation', '=', investigation)
    .where('id', '=', held.plan)
    .where('interview', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
