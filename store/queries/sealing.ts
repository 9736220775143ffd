import type { InvestigationId, MemberId, OpeningId } from '@corroborate/base'
import type {
  Comparison,
  Custodians,
  SealedRecord,
  SealedStatement,
  Signed,
  SignedCard,
  WrappedKeys,
} from '@corroborate/vault/sealing'
import { fromJson, toJson } from '../json.ts'
import type { SealedValueTable } from '../sealing-tables.ts'
import type { Db, Tables } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** A place of sealed values in an investigation. */
export interface PlaceOfSealed {
  readonly record: string
  readonly field: string
}

export async function insertMemberKey(
  db: Db,
  { member, card, wrapped }: { member: MemberId; card: SignedCard; wrapped: WrappedKeys },
): Promise<void> {
  const { statement, signature, bySuccession } = card
  const row = { member, version: statement.version, statement: toJson(statement), signature }
  await insertAll(db, 'member_key', [{ ...row, succession: bySuccession, wrapped: toJson(wrapped) }])
}

/** Which keys had this member, one version after the other? */
export async function cardsOf(db: Db, member: MemberId): Promise<readonly SignedCard[]> {
  const rows = await db
    .selectFrom('member_key')
    .select(['statement', 'signature', 'succession'])
    .where('member', '=', member)
    .orderBy('version')
    .execute()
  return rows.map(({ statement, signature, succession }) => ({
    ...{ statement: fromJson(statement), signature, bySuccession: succession },
  }))
}

/** The secret halves of a member's newest keys, as the member wrapped them; null where there are none. */
export async function wrappedKeysOf(db: Db, member: MemberId): Promise<WrappedKeys | null> {
  const row = await db
    .selectFrom('member_key')
    .select('wrapped')
    .where('member', '=', member)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? fromJson(row.wrapped) : null
}

/** False where the same was said before. */
export async function insertComparison(db: Db, by: MemberId, said: Signed<Comparison>): Promise<boolean> {
  const { member, card } = said.statement
  const written = await db
    .insertInto('key_comparison')
    .values({ compared_by: by, member, card, statement: toJson(said.statement), signature: said.signature })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whose keys did this member compare? */
export async function comparisonsBy(db: Db, member: MemberId): Promise<readonly Signed<Comparison>[]> {
  const rows = await db
    .selectFrom('key_comparison')
    .select(['statement', 'signature'])
    .where('compared_by', '=', member)
    .orderBy('member')
    .orderBy('card')
    .execute()
  return rows.map(({ statement, signature }) => ({ statement: fromJson(statement), signature }))
}

export async function insertCustodians(
  db: Db,
  investigation: InvestigationId,
  list: Signed<Custodians>,
): Promise<void> {
  const { statement, signature } = list
  const row = { investigation, version: statement.version, statement: toJson(statement), signature }
  await insertAll(db, 'custodian_list', [row])
}

/** Who could open identities here, one version after the other? */
export async function custodianLists(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly Signed<Custodians>[]> {
  const rows = await db
    .selectFrom('custodian_list')
    .select(['statement', 'signature'])
    .where('investigation', '=', investigation)
    .orderBy('version')
    .execute()
  return rows.map(({ statement, signature }) => ({ statement: fromJson(statement), signature }))
}

export async function insertSealed(
  db: Db,
  investigation: InvestigationId,
  sealed: SealedRecord,
): Promise<void> {
  const { statement, signature, file } = sealed
  const { record, field, version } = statement
  const ordinal = await nextOrdinal(db, 'sealed_value', investigation)
  const row = {
    investigation,
    ordinal,
    record,
    field,
    version,
    statement: toJson(statement),
    signature,
    file,
  }
  await insertAll(db, 'sealed_value', [row])
}

/** All that is sealed, every version: what is inside of each is known to nobody here. */
export async function sealedValues(db: Db, investigation: InvestigationId): Promise<readonly SealedRecord[]> {
  const rows = await db
    .selectFrom('sealed_value')
    .select(['statement', 'signature', 'file'])
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return rows.map(sealedFrom)
}

/** The newest sealed value of a place; null where nothing is sealed. */
export function sealedAt(
  db: Db,
  investigation: InvestigationId,
  { record, field }: PlaceOfSealed,
): Promise<SealedRecord | null> {
  return sealedIn(db, investigation, { record, field, version: null })
}

/** The newest value of one field of every record, in the order of the records: for who may look for what is in them. */
export async function sealedOfEach(
  db: Db,
  investigation: InvestigationId,
  field: string,
): Promise<readonly SealedRecord[]> {
  const rows = await db
    .selectFrom('sealed_value')
    .select(['record', 'statement', 'signature', 'file'])
    .where('investigation', '=', investigation)
    .where('field', '=', field)
    .orderBy('record')
    .orderBy('version')
    .execute()
  return [...new Map(rows.map((row) => [row.record, sealedFrom(row)])).values()]
}

/** Of how many records this field is sealed. Nothing of what is sealed is read. */
export async function countSealed(db: Db, investigation: InvestigationId, field: string): Promise<number> {
  const { records } = await db
    .selectFrom('sealed_value')
    .select(({ fn }) => fn.count<number>('record').distinct().as('records'))
    .where('investigation', '=', investigation)
    .where('field', '=', field)
    .executeTakeFirstOrThrow()
  return records
}

/** One version of what is sealed there; null where there is none. */
export function sealedVersion(
  db: Db,
  investigation: InvestigationId,
  at: PlaceOfSealed & { readonly version: number },
): Promise<SealedRecord | null> {
  return sealedIn(db, investigation, at)
}

async function sealedIn(
  db: Db,
  investigation: InvestigationId,
  { record, field, version }: PlaceOfSealed & { readonly version: number | null },
): Promise<SealedRecord | null> {
  const row = await db
    .selectFrom('sealed_value')
    .select(['statement', 'signature', 'file'])
    .where('investigation', '=', investigation)
    .where('record', '=', record)
    .where('field', '=', field)
    .where((is) => is.and(version === null ? [] : [is('version', '=', version)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? sealedFrom(row) : null
}

function sealedFrom({
  statement,
  signature,
  file,
}: Pick<SealedValueTable, 'statement' | 'signature' | 'file'>): SealedRecord {
  return { statement: fromJson(statement), signature, file }
}

/** What is sealed of this record: the newest of each field, without its ciphertext. */
export async function sealedOf(
  db: Db,
  investigation: InvestigationId,
  record: string,
): Promise<readonly Signed<SealedStatement>[]> {
  const rows = await db
    .selectFrom('sealed_value')
    .select(['field', 'statement', 'signature'])
    .where('investigation', '=', investigation)
    .where('record', '=', record)
    .orderBy('field')
    .orderBy('version')
    .execute()
  const newest = new Map(
    rows.map(({ field, statement, signature }) => [field, { statement: fromJson(statement), signature }]),
  )
  return [...newest.values()]
}

/** A request to open, with the names of those who had a part in it. */
export interface Opening extends PlaceOfSealed {
  readonly id: OpeningId
  readonly version: number
  readonly askedBy: MemberId
  readonly askedByName: string
  readonly askedAt: string
  readonly reason: string
  readonly releasedBy: MemberId | null
  readonly releasedByName: string | null
  readonly releasedAt: string | null
  readonly openedAt: string | null
}

export async function insertOpening(
  db: Db,
  investigation: InvestigationId,
  asked: Pick<Opening, 'id' | 'record' | 'field' | 'version' | 'askedBy' | 'askedAt' | 'reason'>,
): Promise<void> {
  const { askedBy, askedAt, ...what } = asked
  const row: Tables['opening'] = {
    ...{ investigation, ordinal: await nextOrdinal(db, 'opening', investigation), ...what },
    ...{ asked_by: askedBy, asked_at: askedAt, released_by: null, released_at: null, opened_at: null },
  }
  await insertAll(db, 'opening', [row])
}

/** Who asked to open what here, and what came of it? The latest first; of one record where it is named. */
export async function openings(
  db: Db,
  investigation: InvestigationId,
  of: { readonly record?: string; readonly id?: OpeningId } = {},
): Promise<readonly Opening[]> {
  const { record, id } = of
  return db
    .selectFrom('opening as o')
    .innerJoin('member as a', 'a.id', 'o.asked_by')
    .leftJoin('member as r', 'r.id', 'o.released_by')
    .select([
      'o.id',
      'o.record',
      'o.field',
      'o.version',
      'o.reason',
      'o.asked_by as askedBy',
      'a.name as askedByName',
    ])
    .select(['o.asked_at as askedAt', 'o.released_by as releasedBy', 'r.name as releasedByName'])
    .select(['o.released_at as releasedAt', 'o.opened_at as openedAt'])
    .where('o.investigation', '=', investigation)
    .where((is) =>
      is.and([
        ...(record === undefined ? [] : [is('o.record', '=', record)]),
        ...(id === undefined ? [] : [is('o.id', '=', id)]),
      ]),
    )
    .orderBy('o.ordinal', 'desc')
    .execute()
}

/** Notes who released it and when, or that it was opened. */
export async function updateOpening(
  db: Db,
  { investigation, id }: { readonly investigation: InvestigationId; readonly id: OpeningId },
  to: { readonly released_by: MemberId; readonly released_at: string } | { readonly opened_at: string },
): Promise<void> {
  await db
    .updateTable('opening')
    .set(to)
    .where('investigation', '=', investigation)
    .where('id', '=', id)
    .execute()
}

/** Is anything sealed here? */
export async function holdsSealed(db: Db, investigation: InvestigationId): Promise<boolean> {
  const row = await db
    .selectFrom('sealed_value')
    .select('record')
    .where('investigation', '=', investigation)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
