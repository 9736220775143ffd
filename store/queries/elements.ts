import type { IncidentId, InvestigationId, Words } from '@corroborate/base'
import type { StandardChoice, Tie } from '@corroborate/findings'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** An event to which the elements of crimes are held. */
export interface Incident {
  readonly id: IncidentId
  readonly name: Words
}

/** A tie whose incident is one of the store's. */
export interface StoredTie extends Tie {
  readonly incident: IncidentId | null
}

/** A choice likewise. */
export interface StoredChoice extends StandardChoice {
  readonly incident: IncidentId | null
}

/** Which crimes does the investigation look at? In the order in which they were chosen. */
export async function crimesChosen(db: Db, investigation: InvestigationId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('crime_chosen')
    .select('crime')
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ crime }) => crime)
}

/** Writes the whole choice in the place of the one before. What was tied to a crime that is left out stays for when it is chosen again. */
export async function putCrimesChosen(
  db: Db,
  investigation: InvestigationId,
  crimes: readonly string[],
): Promise<void> {
  await db.deleteFrom('crime_chosen').where('investigation', '=', investigation).execute()
  const rows = crimes.map((crime, at) => ({ investigation, ordinal: at + 1, crime }))
  if (rows.length > 0) await insertAll(db, 'crime_chosen', rows)
}

/** Writes crimes beside those that were chosen before. */
export async function insertCrimesChosen(
  db: Db,
  investigation: InvestigationId,
  chosen: readonly { readonly crime: string }[],
): Promise<void> {
  const from = await nextOrdinal(db, 'crime_chosen', investigation)
  const rows = chosen.map(({ crime }, i) => ({ investigation, ordinal: from + i, crime }))
  await insertAll(db, 'crime_chosen', rows)
}

export async function insertIncident(
  db: Db,
  investigation: InvestigationId,
  { id, name }: Incident,
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'incident', investigation)
  await insertAll(db, 'incident', [{ investigation, ordinal, id, name: toJson(name) }])
}

/** For which incidents are the elements held against the findings? */
export async function incidentsOf(db: Db, investigation: InvestigationId): Promise<readonly Incident[]> {
  const rows = await db
    .selectFrom('incident')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ id, name }) => ({ id, name: fromJson(name) }))
}

/** Which findings bear on which elements? */
export function tiesOf(db: Db, investigation: InvestigationId): Promise<readonly StoredTie[]> {
  return db
    .selectFrom('element_tie')
    .select(['element', 'incident', 'finding'])
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
}

/** The same, with who said so. */
export function signedTies(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly (StoredTie & { readonly by: string })[]> {
  return db
    .selectFrom('element_tie')
    .select(['element', 'incident', 'finding', 'tied_by as by'])
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
}

export async function insertTie(
  db: Db,
  investigation: InvestigationId,
  { by, ...tie }: StoredTie & { readonly by: string },
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'element_tie', investigation)
  await insertAll(db, 'element_tie', [{ investigation, ordinal, ...tie, tied_by: by }])
}

/** False when it was not there. */
export async function deleteTie(
  db: Db,
  investigation: InvestigationId,
  { element, incident, finding }: StoredTie,
): Promise<boolean> {
  const done = await db
    .deleteFrom('element_tie')
    .where('investigation', '=', investigation)
    .where('element', '=', element)
    .where('incident', incident === null ? 'is' : '=', incident)
    .where('finding', '=', finding)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** By which standard was each element judged, and why? All that was ever chosen, the last of a cell holds. */
export async function choicesOf(db: Db, investigation: InvestigationId): Promise<readonly StoredChoice[]> {
  const rows = await db
    .selectFrom('standard_choice')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ element, incident, standard, reasons, chosen_by: by }) => ({
    ...{ element, incident, standard, by },
    reasons: fromJson(reasons),
  }))
}

export async function insertChoice(
  db: Db,
  investigation: InvestigationId,
  { element, incident, standard, reasons, by }: StoredChoice,
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'standard_choice', investigation)
  const chosen = { element, incident, standard, reasons: toJson(reasons), chosen_by: by }
  await insertAll(db, 'standard_choice', [{ investigation, ordinal, ...chosen }])
}
