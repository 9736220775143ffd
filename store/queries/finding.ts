import { sql } from 'kysely'
import type { ClaimId, FindingId, InvestigationId, Words } from '@corroborate/base'
import type { Contrary, Finding, FindingKind, Robustness, Standing } from '@corroborate/findings'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from '../json.ts'
import type { Db, FindingClaimTable, FindingStandingTable, FindingTable } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** A finding as a list shows it, with its computed standing. */
export interface FindingRow {
  readonly id: FindingId
  readonly code: string
  readonly proposition: Words
  readonly kind: FindingKind['kind']
  readonly beneath: Words | null
  readonly standing: Standing
  readonly robustness: Robustness
  readonly standardOfProof: Finding['standardOfProof']
  readonly signer: string | null
  readonly claimsFor: number
  readonly claimsAgainst: number
}

export async function insertFindings(
  db: Db,
  investigation: InvestigationId,
  findings: readonly Finding[],
): Promise<void> {
  const from = await nextOrdinal(db, 'finding', investigation)
  const rows = findings.map((finding, i) => ({ investigation, ordinal: from + i, ...columnsOf(finding) }))
  await insertAll(db, 'finding', rows)
  await insertAll(
    db,
    'finding_claim',
    findings.flatMap((finding) => claimRowsOf(investigation, finding)),
  )
}

/** Writes a finding as it now is, with its claims. False when this investigation has no such finding. */
export async function updateFinding(
  db: Db,
  investigation: InvestigationId,
  finding: Finding,
): Promise<boolean> {
  const done = await db
    .updateTable('finding')
    .set(columnsOf(finding))
    .where('investigation', '=', investigation)
    .where('id', '=', finding.id)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await db
    .deleteFrom('finding_claim')
    .where('investigation', '=', investigation)
    .where('finding', '=', finding.id)
    .execute()
  await insertAll(db, 'finding_claim', claimRowsOf(investigation, finding))
  return true
}

/** Writes computed standings over those that were computed before. */
export async function putStandings(
  db: Db,
  investigation: InvestigationId,
  computed: ReadonlyMap<FindingId, { readonly standing: Standing; readonly robustness: Robustness }>,
): Promise<void> {
  const findings = [...computed.keys()]
  if (findings.length === 0) return
  await db
    .deleteFrom('finding_standing')
    .where('investigation', '=', investigation)
    .where('finding', 'in', findings)
    .execute()
  const rows: FindingStandingTable[] = [...computed].map(([finding, assessed]) => ({
    investigation,
    finding,
    standing: toJson(assessed.standing),
    robustness: toJson(assessed.robustness),
  }))
  await insertAll(db, 'finding_standing', rows)
}

/** Every finding whole, as they were written. */
export async function findings(db: Db, investigation: InvestigationId): Promise<readonly Finding[]> {
  const rows = await selectFindings(db, investigation).execute()
  const claims = await selectFindingClaims(db, investigation).execute()
  return withClaims(rows, claims)
}

/** What does this finding hold, on what? Null when this investigation has none of that id. */
export async function findingById(
  db: Db,
  investigation: InvestigationId,
  finding: FindingId,
): Promise<Finding | null> {
  const rows = await selectFindings(db, investigation).where('id', '=', finding).execute()
  const claims = await selectFindingClaims(db, investigation).where('finding', '=', finding).execute()
  return withClaims(rows, claims)[0] ?? null
}

/** What does the investigation hold established, and how firmly? In the order of the codes. */
export async function findingRows(db: Db, investigation: InvestigationId): Promise<readonly FindingRow[]> {
  return (await selectFindingRows(db, investigation).execute()).map(rowFrom)
}

export async function findingRow(
  db: Db,
  investigation: InvestigationId,
  finding: FindingId,
): Promise<FindingRow | null> {
  const row = await selectFindingRows(db, investigation).where('finding.id', '=', finding).executeTakeFirst()
  return row ? rowFrom(row) : null
}

/** Which findings rest on this claim, or have it against them? */
export async function findingsOfClaim(
  db: Db,
  investigation: InvestigationId,
  claim: ClaimId,
): Promise<readonly FindingRow[]> {
  const rows = await selectFindingRows(db, investigation)
    .where('finding.id', 'in', (build) =>
      build
        .selectFrom('finding_claim')
        .select('finding_claim.finding')
        .where('finding_claim.investigation', '=', investigation)
        .where('finding_claim.claim', '=', claim),
    )
    .execute()
  return rows.map(rowFrom)
}

function selectFindings(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('finding')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
}

function selectFindingClaims(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('finding_claim')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('finding')
    .orderBy('side')
    .orderBy('ordinal')
}

/** A finding without a computed standing is left out by the join: `findingRows` is asked after the standings were put. */
function selectFindingRows(db: Db, investigation: InvestigationId) {
  const claims = (side: FindingClaimTable['side']) => sql<number>`(select count(*) from finding_claim
    where finding_claim.investigation = finding.investigation and finding_claim.finding = finding.id
      and finding_claim.side = ${side})`
  return db
    .selectFrom('finding')
    .leftJoin('finding_standing', (join) =>
      join
        .onRef('finding_standing.investigation', '=', 'finding.investigation')
        .onRef('finding_standing.finding', '=', 'finding.id'),
    )
    .select([
      'finding.id',
      'finding.code',
      'finding.proposition',
      'finding.kind',
      'finding.beneath',
      'finding.standard_of_proof',
      'finding.signer',
      'finding_standing.standing',
      'finding_standing.robustness',
    ])
    .select([claims('for').as('claims_for'), claims('against').as('claims_against')])
    .where('finding.investigation', '=', investigation)
    .orderBy('finding.code')
}

type SelectedRow = Awaited<ReturnType<ReturnType<typeof selectFindingRows>['execute']>>[number]

function rowFrom(row: SelectedRow): FindingRow {
  if (row.standing === null || row.robustness === null)
    throw new Error(`the standing of finding ${row.code} was never computed: an act forgot putStandings`)
  return {
    id: row.id,
    code: row.code,
    proposition: fromJson(row.proposition),
    kind: row.kind,
    beneath: fromJsonOrNull(row.beneath),
    standing: fromJson(row.standing),
    robustness: fromJson(row.robustness),
    standardOfProof: row.standard_of_proof,
    signer: row.signer,
    claimsFor: row.claims_for,
    claimsAgainst: row.claims_against,
  }
}

function columnsOf(finding: Finding) {
  const attribution = finding.kind.kind === 'attribution' ? finding.kind : null
  return {
    id: finding.id,
    code: finding.code,
    kind: finding.kind.kind,
    attributed_to: attribution?.to ?? null,
    beneath: toJsonOrNull(attribution?.beneath ?? null),
    proposition: toJson(finding.proposition),
    standard_of_proof: finding.standardOfProof,
    reasons: toJsonOrNull(finding.reasons),
    signer: finding.signer,
    version: finding.version,
    elements: toJson(finding.elements),
  } satisfies Omit<FindingTable, 'investigation' | 'ordinal'>
}

function claimRowsOf(investigation: InvestigationId, finding: Finding): readonly FindingClaimTable[] {
  const of = { investigation, finding: finding.id }
  return [
    ...finding.claimsFor.map((claim, i) => ({
      ...of,
      claim,
      side: 'for' as const,
      ordinal: i + 1,
      dismissed_by: null,
      dismissed_reason: null,
    })),
    ...finding.claimsAgainst.map((contrary, i) => ({
      ...of,
      claim: contrary.claim,
      side: 'against' as const,
      ordinal: i + 1,
      dismissed_by: contrary.dismissed?.by ?? null,
      dismissed_reason: contrary.dismissed?.reason ?? null,
    })),
  ]
}

function withClaims(rows: readonly FindingTable[], claims: readonly FindingClaimTable[]): readonly Finding[] {
  const byFinding = Map.groupBy(claims, (row) => row.finding)
  return rows.map((row) => {
    const under = byFinding.get(row.id) ?? []
    return {
      id: row.id,
      code: row.code,
      kind: kindFrom(row),
      proposition: fromJson(row.proposition),
      claimsFor: under.filter((link) => link.side === 'for').map((link) => link.claim),
      claimsAgainst: under.filter((link) => link.side === 'against').map(contraryFrom),
      standardOfProof: row.standard_of_proof,
      reasons: fromJsonOrNull(row.reasons),
      signer: row.signer,
      version: row.version,
      elements: fromJson(row.elements),
    }
  })
}

function contraryFrom(row: FindingClaimTable): Contrary {
  const { claim, dismissed_by: by, dismissed_reason: reason } = row
  return { claim, dismissed: by === null || reason === null ? null : { by, reason } }
}

function kindFrom(row: FindingTable): FindingKind {
  if (row.kind !== 'attribution') return { kind: row.kind }
  if (row.attributed_to === null || row.beneath === null)
    throw new Error(`corrupt store: finding ${row.code} is an attribution to nobody or of nothing`)
  return { kind: 'attribution', to: row.attributed_to, beneath: fromJson(row.beneath) }
}
