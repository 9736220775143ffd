import { sql } from 'kysely'
import type { InvestigationId, PlaceId, Words } from '@corroborate/base'
import type { Person, Place, Unit } from '@corroborate/claims'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull, type JsonText } from '../json.ts'
import type { Db, PersonTable, PlaceTable, UnitTable } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'
import { changeIndexed, indexRecords } from './search-index.ts'

export async function insertPlaces(
  db: Db,
  investigation: InvestigationId,
  places: readonly Place[],
): Promise<void> {
  const from = await nextOrdinal(db, 'place', investigation)
  const rows = places.map((place, i) => ({ investigation, ordinal: from + i, ...placeColumns(place) }))
  await insertAll(db, 'place', rows)
  await indexRecords(db, investigation, { table: 'place', ids: places.map(({ id }) => id) })
}

export async function insertPersons(
  db: Db,
  investigation: InvestigationId,
  persons: readonly Person[],
): Promise<void> {
  const from = await nextOrdinal(db, 'person', investigation)
  const rows = persons.map((person, i) => ({ investigation, ordinal: from + i, ...personColumns(person) }))
  await insertAll(db, 'person', rows)
  await indexRecords(db, investigation, { table: 'person', ids: persons.map(({ id }) => id) })
}

export async function insertUnits(
  db: Db,
  investigation: InvestigationId,
  units: readonly Unit[],
): Promise<void> {
  const from = await nextOrdinal(db, 'unit', investigation)
  const rows = units.map((unit, i) => ({ investigation, ordinal: from + i, ...unitColumns(unit) }))
  await insertAll(db, 'unit', rows)
  await indexRecords(db, investigation, { table: 'unit', ids: units.map(({ id }) => id) })
}

/** False, here and below, when this investigation has no such entry. */
export async function updatePlace(db: Db, investigation: InvestigationId, place: Place): Promise<boolean> {
  const change = () =>
    db
      .updateTable('place')
      .set(placeColumns(place))
      .where('investigation', '=', investigation)
      .where('id', '=', place.id)
      .executeTakeFirst()
  const done = await changeIndexed(db, investigation, { table: 'place', ids: [place.id], change })
  return done.numUpdatedRows > 0n
}

export async function updatePerson(db: Db, investigation: InvestigationId, person: Person): Promise<boolean> {
  const change = () =>
    db
      .updateTable('person')
      .set(personColumns(person))
      .where('investigation', '=', investigation)
      .where('id', '=', person.id)
      .executeTakeFirst()
  const done = await changeIndexed(db, investigation, { table: 'person', ids: [person.id], change })
  return done.numUpdatedRows > 0n
}

export async function updateUnit(db: Db, investigation: InvestigationId, unit: Unit): Promise<boolean> {
  const change = () =>
    db
      .updateTable('unit')
      .set(unitColumns(unit))
      .where('investigation', '=', investigation)
      .where('id', '=', unit.id)
      .executeTakeFirst()
  const done = await changeIndexed(db, investigation, { table: 'unit', ids: [unit.id], change })
  return done.numUpdatedRows > 0n
}

/** The register of places, as it was written. */
export async function places(db: Db, investigation: InvestigationId): Promise<readonly Place[]> {
  const rows = await db
    .selectFrom('place')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: fromJson(row.name),
    kind: row.kind,
    within: row.within,
    aliases: fromJson(row.aliases),
  }))
}

export async function persons(db: Db, investigation: InvestigationId): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, code: row.code, name: fromJson(row.name), part: row.part }))
}

export async function units(db: Db, investigation: InvestigationId): Promise<readonly Unit[]> {
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: fromJson(row.name),
    active: fromJsonOrNull(row.active),
  }))
}

/**
 * Where is this place? Its names from the widest to itself: country, region, settlement, facility …; empty when unknown.
 * Twenty steps at most, so that places that were put inside each other do not hang the reader.
 */
export async function placePath(
  db: Db,
  investigation: InvestigationId,
  place: PlaceId,
): Promise<readonly Words[]> {
  const found = await sql<{ name: JsonText<Words> }>`
    with recursive path(within, name, step) as (
      select within, name, 0 from place where investigation = ${investigation} and id = ${place}
      union all
      select place.within, place.name, path.step + 1 from place join path on place.id = path.within
      where place.investigation = ${investigation} and path.step < 20)
    select name from path order by step desc
  `.execute(db)
  return found.rows.map((row) => fromJson(row.name))
}

function placeColumns(place: Place) {
  return {
    id: place.id,
    code: place.code,
    name: toJson(place.name),
    kind: place.kind,
    within: place.within,
    aliases: toJson(place.aliases),
  } satisfies Omit<PlaceTable, 'investigation' | 'ordinal'>
}

function personColumns(person: Person) {
  return {
    id: person.id,
    code: person.code,
    name: toJson(person.name),
    part: person.part,
  } satisfies Omit<PersonTable, 'investigation' | 'ordinal'>
}

function unitColumns(unit: Unit) {
  return {
    id: unit.id,
    code: unit.code,
    name: toJson(unit.name),
    active: toJsonOrNull(unit.active),
  } satisfies Omit<UnitTable, 'investigation' | 'ordinal'>
}
