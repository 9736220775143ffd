import type { CodeId, InvestigationId, MemberId, PassageId, TextId } from '@corroborate/base'
import type { Code, Coding, Stretch } from '@corroborate/testimony'
import { fromJson, toJson } from '../json.ts'
import type { CodeTable } from '../coding-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'
import { changeIndexed } from './search-index.ts'

export async function insertCodes(
  db: Db,
  investigation: InvestigationId,
  added: readonly Code[],
): Promise<void> {
  const from = await nextOrdinal(db, 'code', investigation)
  const rows = added.map((code, i) => ({ investigation, ordinal: from + i, ...columnsOf(code) }))
  await insertAll(db, 'code', rows)
}

/** Writes a code as it now is. False when this investigation has no such code. */
export async function updateCode(db: Db, investigation: InvestigationId, code: Code): Promise<boolean> {
  const done = await db
    .updateTable('code')
    .set(columnsOf(code))
    .where('investigation', '=', investigation)
    .where('id', '=', code.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The code system, merged codes with it, as it was written. */
export async function codes(db: Db, investigation: InvestigationId): Promise<ReadonlyMap<CodeId, Code>> {
  const rows = await db
    .selectFrom('code')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return new Map(rows.map((row) => [row.id, codeFrom(row)]))
}

export async function insertCodings(
  db: Db,
  investigation: InvestigationId,
  added: readonly Coding[],
): Promise<void> {
  const from = await nextOrdinal(db, 'coding', investigation)
  const rows = added.map(({ passage, code, coder, by, at, memo }, i) => ({
    ...{ investigation, ordinal: from + i, passage, code, coder, coded_by: by, coded_at: at, memo },
  }))
  await insertAll(db, 'coding', rows)
}

/** Writes what a coder says of a passage and a code in place of what the same coder said of them before. */
export async function replaceCoding(db: Db, investigation: InvestigationId, coding: Coding): Promise<void> {
  await deleteCoding(db, investigation, coding)
  await insertCodings(db, investigation, [coding])
}

/** Which coding of whom. */
export type CodingAt = Pick<Coding, 'passage' | 'code' | 'coder'>

/** False when it was not there. */
export async function deleteCoding(db: Db, investigation: InvestigationId, at: CodingAt): Promise<boolean> {
  const done = await db
    .deleteFrom('coding')
    .where('investigation', '=', investigation)
    .where('passage', '=', at.passage)
    .where('code', '=', at.code)
    .where('coder', '=', at.coder)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Puts a coding under another code. False when it was not there. */
export async function moveCoding(
  db: Db,
  investigation: InvestigationId,
  { to, ...at }: CodingAt & { readonly to: CodeId },
): Promise<boolean> {
  const done = await db
    .updateTable('coding')
    .set({ code: to })
    .where('investigation', '=', investigation)
    .where('passage', '=', at.passage)
    .where('code', '=', at.code)
    .where('coder', '=', at.coder)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** How was everything coded, by everybody, in the order in which it was done? */
export function codingsOf(db: Db, investigation: InvestigationId): Promise<readonly Coding[]> {
  return selectCodings(db, investigation).orderBy('coding.ordinal').execute()
}

/** How was this text coded, by everybody, in the order in which it was done? */
export function codingsOfText(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<readonly Coding[]> {
  return selectCodings(db, investigation).where('passage.text', '=', text).orderBy('coding.ordinal').execute()
}

/** What was put under these codes that this member may see: their own, and all of texts whose coding is open. */
export async function codingsSeenBy(
  db: Db,
  investigation: InvestigationId,
  seen: { readonly member: MemberId; readonly codes: readonly CodeId[] },
): Promise<readonly Coding[]> {
  if (seen.codes.length === 0) return []
  return selectSeenBy(db, investigation, seen.member)
    .where('coding.code', 'in', seen.codes)
    .orderBy('coding.ordinal')
    .execute()
}

/** How were these passages coded, as far as this member may see it? They are named by their places in the order of writing. */
export async function codingsOfPassages(
  db: Db,
  investigation: InvestigationId,
  { member, ordinals }: { readonly member: MemberId; readonly ordinals: readonly number[] },
): Promise<readonly Coding[]> {
  if (ordinals.length === 0) return []
  return selectSeenBy(db, investigation, member)
    .where('passage.ordinal', 'in', ordinals)
    .orderBy('coding.ordinal')
    .execute()
}

function selectSeenBy(db: Db, investigation: InvestigationId, member: MemberId) {
  return selectCodings(db, investigation).where((build) =>
    build.or([
      build('coding.coder', '=', member),
      build.exists(
        build
          .selectFrom('coding_opened')
          .select('coding_opened.text')
          .where('coding_opened.investigation', '=', investigation)
          .whereRef('coding_opened.text', '=', 'passage.text'),
      ),
    ]),
  )
}

function selectCodings(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('coding')
    .innerJoin('passage', (join) =>
      join
        .onRef('passage.investigation', '=', 'coding.investigation')
        .onRef('passage.id', '=', 'coding.passage'),
    )
    .select(['coding.passage', 'coding.code', 'coding.coder', 'coding.coded_by as by'])
    .select(['coding.coded_at as at', 'coding.memo'])
    .where('coding.investigation', '=', investigation)
}

/** When a text's coders were let see each other's work, and by whom. */
export interface CodingOpened {
  readonly by: string
  readonly at: string
}

export async function insertCodingOpened(
  db: Db,
  investigation: InvestigationId,
  { text, by, at }: CodingOpened & { readonly text: TextId },
): Promise<void> {
  await insertAll(db, 'coding_opened', [{ investigation, text, opened_by: by, opened_at: at }])
}

/** Null while its coders are blind to each other. */
export async function codingOpened(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<CodingOpened | null> {
  const row = await db
    .selectFrom('coding_opened')
    .select(['opened_by as by', 'opened_at as at'])
    .where('investigation', '=', investigation)
    .where('text', '=', text)
    .executeTakeFirst()
  return row ?? null
}

/** Which passage of the text is exactly this stretch? The first that was marked; null when none is. */
export async function passageAt(
  db: Db,
  investigation: InvestigationId,
  { text, start, end }: Stretch & { readonly text: TextId },
): Promise<PassageId | null> {
  const row = await db
    .selectFrom('passage')
    .select('id')
    .where('investigation', '=', investigation)
    .where('text', '=', text)
    .where('starts', '=', start)
    .where('ends', '=', end)
    .orderBy('ordinal')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Who marked the passages of a text; those that came with the investigation are not among them. */
export async function markersOf(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<ReadonlyMap<PassageId, MemberId>> {
  const rows = await db
    .selectFrom('passage')
    .select(['id', 'marked_by'])
    .where('investigation', '=', investigation)
    .where('text', '=', text)
    .where('marked_by', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, marked_by }) => (marked_by === null ? [] : [[id, marked_by]])))
}

/** Takes away a passage that nothing rests on. Refused by the store when something does. */
export async function deletePassage(db: Db, investigation: InvestigationId, id: PassageId): Promise<void> {
  const change = () =>
    db.deleteFrom('passage').where('investigation', '=', investigation).where('id', '=', id).execute()
  await changeIndexed(db, investigation, { table: 'passage', ids: [id], change })
}

/** How many codings and claims rest on this passage? */
export async function restingOn(
  db: Db,
  investigation: InvestigationId,
  passage: PassageId,
): Promise<{ readonly codings: number; readonly claims: number }> {
  const count = async (table: 'coding' | 'claim_passage') =>
    (
      await db
        .selectFrom(table)
        .select((build) => build.fn.countAll<number>().as('total'))
        .where(`${table}.investigation`, '=', investigation)
        .where(`${table}.passage`, '=', passage)
        .executeTakeFirstOrThrow()
    ).total
  return { codings: await count('coding'), claims: await count('claim_passage') }
}

function columnsOf(code: Code) {
  return {
    id: code.id,
    code: code.code,
    name: toJson(code.name),
    within: code.within,
    key: code.key,
    memo: code.memo,
    merged_into: code.mergedInto,
  } satisfies Omit<CodeTable, 'investigation' | 'ordinal'>
}

function codeFrom(row: CodeTable): Code {
  return {
    id: row.id,
    code: row.code,
    name: fromJson(row.name),
    within: row.within,
    key: row.key,
    memo: row.memo,
    mergedInto: row.merged_into,
  }
}
