import type { InvestigationId, LinkageRunId } from '@corroborate/base'
import type { HeldValue, HeldValues } from '@corroborate/linkage'
import type { Db } from '../tables.ts'
import { insertAll } from './insert.ts'

interface OfRun {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
}

/** Keeps how many rows of a run hold each value of a column that two hold at least. */
export async function insertValues(db: Db, of: OfRun, { column, values, counts }: HeldValues): Promise<void> {
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const part = values.slice(from, from + AT_ONCE)
    const rows = part.map((value, n) => ({ ...of, field: column, value, held: counts[from + n] ?? 0 }))
    await insertAll(db, 'linkage_value', rows)
  }
}

const AT_ONCE = 20_000

/** How many rows of this run hold each of these values? Those that one row holds at most are left out. */
export async function valuesHeld(
  db: Db,
  { investigation, run }: OfRun,
  asked: readonly HeldValue[],
): Promise<readonly (HeldValue & { readonly held: number })[]> {
  if (asked.length === 0) return []
  return db
    .selectFrom('linkage_value')
    .select(['field as column', 'value', 'held'])
    .where('investigation', '=', investigation)
    .where('run', '=', run)
    .where((at) => at.or(asked.map(({ column, value }) => at.and({ field: column, value }))))
    .orderBy('field')
    .orderBy('value')
    .execute()
}
