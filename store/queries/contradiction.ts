import type { ClaimId, InvestigationId } from '@corroborate/base'
import type { Contradiction, Resolution } from '@corroborate/claims'
import type { ContradictionTable, Db, ResolutionTable } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** Puts the contradictions that were computed now in place of those that were computed before. */
export async function replaceContradictions(
  db: Db,
  investigation: InvestigationId,
  found: readonly Contradiction[],
): Promise<void> {
  await db.deleteFrom('contradiction').where('investigation', '=', investigation).execute()
  const rows: ContradictionTable[] = found.map((contradiction, i) => ({
    investigation,
    ordinal: i + 1,
    first: contradiction.first,
    second: contradiction.second,
    about: contradiction.about,
    same_origin: contradiction.sameOrigin ? 1 : 0,
  }))
  await insertAll(db, 'contradiction', rows)
}

/** Which claims cannot both be right, and what was decided about them? In the order in which they were computed. */
export async function contradictions(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly Contradiction[]> {
  const rows = await db
    .selectFrom('contradiction')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
  return withResolutions(rows, await resolutions(db, investigation))
}

/** What speaks against this claim? */
export async function contradictionsOfClaim(
  db: Db,
  investigation: InvestigationId,
  claim: ClaimId,
): Promise<readonly Contradiction[]> {
  const rows = await db
    .selectFrom('contradiction')
    .selectAll()
    .where('investigation', '=', investigation)
    .where((build) => build.or([build('first', '=', claim), build('second', '=', claim)]))
    .orderBy('ordinal')
    .execute()
  return withResolutions(rows, await resolutions(db, investigation))
}

/** Writes what persons decided; a second decision about the same two claims takes the place of the first. */
export async function putResolutions(
  db: Db,
  investigation: InvestigationId,
  decided: readonly Resolution[],
): Promise<void> {
  for (const { claims } of decided)
    await db
      .deleteFrom('resolution')
      .where('investigation', '=', investigation)
      .where('first', 'in', claims)
      .where('second', 'in', claims)
      .execute()
  const from = await nextOrdinal(db, 'resolution', investigation)
  const rows: ResolutionTable[] = decided.map((resolution, i) => ({
    investigation,
    ordinal: from + i,
    first: resolution.claims[0],
    second: resolution.claims[1],
    prefers: resolution.prefers,
    decided_by: resolution.by,
    reason: resolution.reason,
  }))
  await insertAll(db, 'resolution', rows)
}

/** What did persons decide about claims that contradict each other? As they were written. */
export async function resolutions(db: Db, investigation: InvestigationId): Promise<readonly Resolution[]> {
  const rows = await db
    .selectFrom('resolution')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('first')
    .orderBy('second')
    .execute()
  return rows.map((row) => ({
    claims: [row.first, row.second],
    prefers: row.prefers,
    by: row.decided_by,
    reason: row.reason,
  }))
}

function withResolutions(
  rows: readonly ContradictionTable[],
  decided: readonly Resolution[],
): readonly Contradiction[] {
  const byPair = new Map(decided.map((resolution) => [pairOf(...resolution.claims), resolution]))
  return rows.map((row) => ({
    first: row.first,
    second: row.second,
    about: row.about,
    sameOrigin: row.same_origin === 1,
    resolution: byPair.get(pairOf(row.first, row.second)) ?? null,
  }))
}

/** Two claims whichever is named first. */
function pairOf(a: ClaimId, b: ClaimId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
