import type { ClaimId, InvestigationId, PassageId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { atLeastOne, fromJson, fromJsonOrNull, toJson, toJsonOrNull } from '../json.ts'
import type { ClaimPassageTable, ClaimTable, Db } from '../tables.ts'
import { chunksOf, insertAll, nextOrdinal } from './insert.ts'
import { changeIndexed, indexRecords } from './search-index.ts'

export async function insertClaims(
  db: Db,
  investigation: InvestigationId,
  claims: readonly Claim[],
): Promise<void> {
  const from = await nextOrdinal(db, 'claim', investigation)
  const rows = claims.map((claim, i) => ({ investigation, ordinal: from + i, ...columnsOf(claim) }))
  await insertAll(db, 'claim', rows)
  await insertAll(
    db,
    'claim_passage',
    claims.flatMap((claim) => passageRows(investigation, claim)),
  )
  await indexRecords(db, investigation, { table: 'claim', ids: claims.map(({ id }) => id) })
}

/** Writes a claim as it now is, with its passages. False when this investigation has no such claim. */
export async function updateClaim(db: Db, investigation: InvestigationId, claim: Claim): Promise<boolean> {
  const change = () =>
    db
      .updateTable('claim')
      .set(columnsOf(claim))
      .where('investigation', '=', investigation)
      .where('id', '=', claim.id)
      .executeTakeFirst()
  const done = await changeIndexed(db, investigation, { table: 'claim', ids: [claim.id], change })
  if (done.numUpdatedRows === 0n) return false
  await db
    .deleteFrom('claim_passage')
    .where('investigation', '=', investigation)
    .where('claim', '=', claim.id)
    .execute()
  await insertAll(db, 'claim_passage', passageRows(investigation, claim))
  return true
}

/** Every claim whole, as they were written. */
export async function claims(db: Db, investigation: InvestigationId): Promise<readonly Claim[]> {
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const links = await db
    .selectFrom('claim_passage')
    .select(['claim', 'passage'])
    .where('investigation', '=', investigation)
    .orderBy('claim')
    .orderBy('ordinal')
    .execute()
  return withPassages(rows, links)
}

/** The claims of these ids that this investigation has, in the order in which they were written. */
export async function claimsById(
  db: Db,
  investigation: InvestigationId,
  ids: readonly ClaimId[],
): Promise<readonly Claim[]> {
  const found: Claim[] = []
  for (const chunk of chunksOf(ids, 1_000)) found.push(...(await claimsByIdAtOnce(db, investigation, chunk)))
  return found
}

/** What does this claim say, whole? Null when this investigation has none of that id. */
export async function claimById(
  db: Db,
  investigation: InvestigationId,
  claim: ClaimId,
): Promise<Claim | null> {
  const [found] = await claimsById(db, investigation, [claim])
  return found ?? null
}

async function claimsByIdAtOnce(db: Db, investigation: InvestigationId, ids: readonly ClaimId[]) {
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('id', 'in', ids)
    .execute()
  const links = await db
    .selectFrom('claim_passage')
    .select(['claim', 'passage'])
    .where('investigation', '=', investigation)
    .where('claim', 'in', ids)
    .orderBy('claim')
    .orderBy('ordinal')
    .execute()
  // Sorted here: asked for in order, the engine walks the whole investigation in that order to find a few claims.
  return withPassages(
    rows.toSorted((a, b) => a.ordinal - b.ordinal),
    links,
  )
}

function withPassages(
  rows: readonly ClaimTable[],
  links: readonly { readonly claim: ClaimId; readonly passage: PassageId }[],
): readonly Claim[] {
  const byClaim = Map.groupBy(links, (link) => link.claim)
  return rows.map((row) =>
    claimFrom(
      row,
      (byClaim.get(row.id) ?? []).map((link) => link.passage),
    ),
  )
}

function passageRows(investigation: InvestigationId, claim: Claim): readonly ClaimPassageTable[] {
  return claim.passages.map((passage, i) => ({ investigation, claim: claim.id, passage, ordinal: i + 1 }))
}

function columnsOf(claim: Claim) {
  return {
    id: claim.id,
    code: claim.code,
    source: claim.source,
    mode: claim.mode,
    topic: claim.topic,
    proposition: toJson(claim.proposition),
    roles: toJson(claim.roles),
    time: toJsonOrNull(claim.when),
    place: claim.place,
    quantity: toJsonOrNull(claim.quantity),
    pattern: toJsonOrNull(claim.pattern),
    basis_kind: claim.basis.kind,
    basis: toJson(claim.basis),
    certainty: claim.certainty,
    polarity: claim.polarity,
    coder: claim.coder,
    second_coder: claim.secondCoder,
    status: claim.status,
  } satisfies Omit<ClaimTable, 'investigation' | 'ordinal'>
}

function claimFrom(row: ClaimTable, passages: readonly PassageId[]): Claim {
  return {
    id: row.id,
    code: row.code,
    source: row.source,
    passages: atLeastOne(passages),
    mode: row.mode,
    topic: row.topic,
    proposition: fromJson(row.proposition),
    roles: fromJson(row.roles),
    when: fromJsonOrNull(row.time),
    place: row.place,
    quantity: fromJsonOrNull(row.quantity),
    pattern: fromJsonOrNull(row.pattern),
    basis: fromJson(row.basis),
    certainty: row.certainty,
    polarity: row.polarity,
    coder: row.coder,
    secondCoder: row.second_coder,
    status: row.status,
  }
}
