import { sql } from 'kysely'
import type { InvestigationId } from '@corroborate/base'
import type { Db } from '../tables.ts'
import { nextOrdinal } from './insert.ts'

/** What is called by a code in its investigation. */
export type Coded =
  | 'source'
  | 'interview'
  | 'text'
  | 'passage'
  | 'place'
  | 'person'
  | 'unit'
  | 'list'
  | 'linkage'
  | 'code'
  | 'claim'
  | 'finding'
  | 'estimate'
  | 'report'
  | 'exhibit'

const CODED: readonly Coded[] = [
  ...(['source', 'interview', 'text', 'passage', 'place', 'person', 'unit', 'list', 'linkage'] as const),
  ...(['code', 'claim', 'finding', 'estimate', 'report', 'exhibit'] as const),
]

/** By what code are these records called? Those that have none are not among them. */
export async function codesOfRecords(
  db: Db,
  investigation: InvestigationId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>()
  if (ids.length === 0) return codes
  for (const kind of CODED) {
    const rows = await db
      .selectFrom(kind)
      .select(['id', 'code'])
      .where('investigation', '=', investigation)
      .where(sql.ref('id'), 'in', ids)
      .execute()
    for (const { id, code } of rows) codes.set(id, code)
  }
  return codes
}

/** Which records are called so? Codes are given anew in each kind. */
export async function recordsOfCode(
  db: Db,
  investigation: InvestigationId,
  code: string,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const kind of CODED) {
    const rows = await db
      .selectFrom(kind)
      .select('id')
      .where('investigation', '=', investigation)
      .where('code', '=', code)
      .execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

/** Is something of this kind called so already? */
export async function codeTaken(
  db: Db,
  investigation: InvestigationId,
  called: { readonly kind: Coded; readonly code: string },
): Promise<boolean> {
  const found = await db
    .selectFrom(called.kind)
    .select('id')
    .where('investigation', '=', investigation)
    .where('code', '=', called.code)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** All that is called something of this kind. */
export async function codesTaken(
  db: Db,
  investigation: InvestigationId,
  kind: Coded,
): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom(kind).select('code').where('investigation', '=', investigation).execute()
  return new Set(rows.map(({ code }) => code))
}

/** What the next of its kind can be called: `C-0042`. Asked in the transaction that will use it. */
export async function freeCode(
  db: Db,
  investigation: InvestigationId,
  asked: { readonly kind: Coded; readonly prefix: string },
): Promise<string> {
  const from = await nextOrdinal(db, asked.kind, investigation)
  for (let number = from; ; number++) {
    const code = `${asked.prefix}-${String(number).padStart(4, '0')}`
    if (!(await codeTaken(db, investigation, { kind: asked.kind, code }))) return code
  }
}
