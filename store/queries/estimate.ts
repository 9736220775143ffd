import type { ClaimId, EstimateId, InvestigationId, Words } from '@corroborate/base'
import { claimsOfRequest, isPatternRequest, type EstimateRequest } from '@corroborate/estimate'
import { fromJson, toJson } from '../json.ts'
import type { EstimateTable } from '../estimate-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export interface EstimateRef {
  readonly id: EstimateId
  readonly code: string
  readonly question: Words
}

/** Writes questions "how many"; their answers are computed, never kept. */
export async function insertEstimates(
  db: Db,
  investigation: InvestigationId,
  requests: readonly EstimateRequest[],
): Promise<void> {
  const from = await nextOrdinal(db, 'estimate', investigation)
  const rows = requests.map((request, i) => ({ investigation, ordinal: from + i, ...columnsOf(request) }))
  await insertAll(db, 'estimate', rows)
  await insertAll(
    db,
    'estimate_claim',
    requests.flatMap((request) => claimRowsOf(investigation, request)),
  )
}

/** False when this investigation has no such estimate. */
export async function updateEstimate(
  db: Db,
  investigation: InvestigationId,
  request: EstimateRequest,
): Promise<boolean> {
  const done = await db
    .updateTable('estimate')
    .set(columnsOf(request))
    .where('investigation', '=', investigation)
    .where('id', '=', request.id)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await db
    .deleteFrom('estimate_claim')
    .where('investigation', '=', investigation)
    .where('estimate', '=', request.id)
    .execute()
  await insertAll(db, 'estimate_claim', claimRowsOf(investigation, request))
  return true
}

/** Which questions "how many" are asked? As they were written. */
export async function estimates(db: Db, investigation: InvestigationId): Promise<readonly EstimateRequest[]> {
  const rows = await db
    .selectFrom('estimate')
    .select('request')
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map((row) => fromJson(row.request))
}

export async function estimateById(
  db: Db,
  investigation: InvestigationId,
  estimate: EstimateId,
): Promise<EstimateRequest | null> {
  const row = await db
    .selectFrom('estimate')
    .select('request')
    .where('investigation', '=', investigation)
    .where('id', '=', estimate)
    .executeTakeFirst()
  return row ? fromJson(row.request) : null
}

/** Which numbers would move if this claim did? In the order of the codes. */
export async function estimatesOfClaim(
  db: Db,
  investigation: InvestigationId,
  claim: ClaimId,
): Promise<readonly EstimateRef[]> {
  const rows = await db
    .selectFrom('estimate_claim')
    .innerJoin('estimate', (join) =>
      join
        .onRef('estimate.investigation', '=', 'estimate_claim.investigation')
        .onRef('estimate.id', '=', 'estimate_claim.estimate'),
    )
    .select(['estimate.id', 'estimate.code', 'estimate.question'])
    .where('estimate_claim.investigation', '=', investigation)
    .where('estimate_claim.claim', '=', claim)
    .orderBy('estimate.code')
    .execute()
  return rows.map((row) => ({ ...row, question: fromJson(row.question) }))
}

function columnsOf(request: EstimateRequest) {
  return {
    id: request.id,
    code: request.code,
    question: toJson(request.question),
    request: toJson(request),
  } satisfies Omit<EstimateTable, 'investigation' | 'ordinal'>
}

function claimRowsOf(investigation: InvestigationId, request: EstimateRequest) {
  if (!isPatternRequest(request)) return []
  return claimsOfRequest(request).map((claim) => ({ investigation, estimate: request.id, claim }))
}
