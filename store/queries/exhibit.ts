import type { ExhibitFileId, ExhibitId, InvestigationId } from '@corroborate/base'
import type { CustodyEvent, Exhibit, ExhibitFile } from '@corroborate/testimony'
import type { Held } from '@corroborate/vault'
import type { CustodyEventTable, ExhibitFileTable, ExhibitTable } from '../exhibit-tables.ts'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** A file of an exhibit, and where it lies. */
export interface HeldFile extends ExhibitFile {
  readonly held: Held
}

export async function insertExhibits(
  db: Db,
  investigation: InvestigationId,
  exhibits: readonly Exhibit[],
): Promise<void> {
  const from = await nextOrdinal(db, 'exhibit', investigation)
  const rows = exhibits.map(({ id, code, title, source, generation, whereabouts }, i) => ({
    ...{ investigation, ordinal: from + i, id, code, title: toJson(title), source, generation, whereabouts },
  }))
  await insertAll(db, 'exhibit', rows)
}

/** Every exhibit, as they were received. */
export async function exhibitsOf(db: Db, investigation: InvestigationId): Promise<readonly Exhibit[]> {
  return (await selectExhibits(db, investigation).execute()).map(exhibitFrom)
}

export async function exhibitById(
  db: Db,
  investigation: InvestigationId,
  exhibit: ExhibitId,
): Promise<Exhibit | null> {
  const row = await selectExhibits(db, investigation).where('id', '=', exhibit).executeTakeFirst()
  return row ? exhibitFrom(row) : null
}

export async function insertExhibitFiles(
  db: Db,
  investigation: InvestigationId,
  files: readonly HeldFile[],
): Promise<void> {
  const from = await nextOrdinal(db, 'exhibit_file', investigation)
  await insertAll(
    db,
    'exhibit_file',
    files.map((file, i) => ({ investigation, ordinal: from + i, ...fileColumns(file) })),
  )
}

/** Every file of every exhibit, evidentiary and working copies, as they were received. */
export async function exhibitFilesOf(db: Db, investigation: InvestigationId): Promise<readonly HeldFile[]> {
  return (await selectFiles(db, investigation).execute()).map(fileFrom)
}

/** The files of one exhibit: the evidentiary copy first. */
export async function filesOfExhibit(
  db: Db,
  investigation: InvestigationId,
  exhibit: ExhibitId,
): Promise<readonly HeldFile[]> {
  const rows = await selectFiles(db, investigation).where('exhibit', '=', exhibit).execute()
  return rows.map(fileFrom)
}

export async function exhibitFileById(
  db: Db,
  investigation: InvestigationId,
  file: ExhibitFileId,
): Promise<HeldFile | null> {
  const row = await selectFiles(db, investigation).where('id', '=', file).executeTakeFirst()
  return row ? fileFrom(row) : null
}

/** Does this very file lie in the store already, for this investigation? The first that came. */
export async function fileOfDigest(
  db: Db,
  investigation: InvestigationId,
  sha256: string,
): Promise<HeldFile | null> {
  const row = await selectFiles(db, investigation).where('sha256', '=', sha256).limit(1).executeTakeFirst()
  return row ? fileFrom(row) : null
}

/** Which of these addresses does a file of any investigation lie at? */
export async function namedAddresses(db: Db, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await db
    .selectFrom('exhibit_file')
    .select('address')
    .distinct()
    .where('address', 'in', addresses)
    .execute()
  return new Set(rows.map(({ address }) => address))
}

/** What lies in the store, of all investigations: each address once. */
export async function addressesHeld(db: Db): Promise<readonly Pick<Held, 'address' | 'size'>[]> {
  return db.selectFrom('exhibit_file').select(['address', 'size']).distinct().orderBy('address').execute()
}

export async function insertCustodyEvents(
  db: Db,
  investigation: InvestigationId,
  events: readonly CustodyEvent[],
): Promise<void> {
  const from = await nextOrdinal(db, 'custody_event', investigation)
  await insertAll(
    db,
    'custody_event',
    events.map((event, i) => ({ investigation, ordinal: from + i, ...eventColumns(event) })),
  )
}

/** Every link of every chain of custody, as they were written down. */
export async function custodyEventsOf(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly CustodyEvent[]> {
  return (await selectEvents(db, investigation).execute()).map(eventFrom)
}

/** Who had this exhibit, from its collection on? As it was written down. */
export async function custodyOfExhibit(
  db: Db,
  investigation: InvestigationId,
  exhibit: ExhibitId,
): Promise<readonly CustodyEvent[]> {
  const rows = await selectEvents(db, investigation).where('exhibit', '=', exhibit).execute()
  return rows.map(eventFrom)
}

function selectExhibits(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('exhibit')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
}

function selectFiles(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('exhibit_file')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
}

function selectEvents(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('custody_event')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
}

function exhibitFrom({ id, code, title, source, generation, whereabouts }: ExhibitTable): Exhibit {
  return { id, code, title: fromJson(title), source, generation, whereabouts }
}

function fileColumns(file: HeldFile) {
  const { id, exhibit, name, bytes, sha256, sha512, held, made } = file
  return {
    ...{ id, exhibit, name, bytes, sha256, sha512 },
    ...{ address: held.address, size: held.size, at_rest: held.atRest },
    ...{ made_from: made?.from ?? null, tool: made?.tool ?? null, tool_version: made?.toolVersion ?? null },
    ...{ changes: made?.changes ?? null, received_by: file.receivedBy, received_at: file.receivedAt },
  } satisfies Omit<ExhibitFileTable, 'investigation' | 'ordinal'>
}

function fileFrom(row: ExhibitFileTable): HeldFile {
  const { id, exhibit, name, bytes, sha256, sha512, address, size, at_rest, made_from } = row
  const how = { tool: row.tool ?? '', toolVersion: row.tool_version ?? '', changes: row.changes ?? '' }
  return {
    ...{ id, exhibit, name, bytes, sha256, sha512, held: { address, size, atRest: at_rest } },
    made: made_from === null ? null : { from: made_from, ...how },
    ...{ receivedBy: row.received_by, receivedAt: row.received_at },
  }
}

function eventColumns(event: CustodyEvent) {
  const { id, exhibit, file, kind, actor, recipient, at, place, reason } = event
  return {
    ...{ id, exhibit, file, kind, actor, recipient, at, place, reason },
    ...{ recorded_by: event.recordedBy, recorded_at: event.recordedAt },
  } satisfies Omit<CustodyEventTable, 'investigation' | 'ordinal'>
}

function eventFrom(row: CustodyEventTable): CustodyEvent {
  const { id, exhibit, file, kind, actor, recipient, at, place, reason } = row
  return {
    ...{ id, exhibit, file, kind, actor, recipient, at, place, reason },
    ...{ recordedBy: row.recorded_by, recordedAt: row.recorded_at },
  }
}
