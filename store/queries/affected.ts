import type { ClaimId, FindingId, InvestigationId, SourceId } from '@corroborate/base'
import type { Claim, Contradiction } from '@corroborate/claims'
import type { Standing } from '@corroborate/findings'
import { fromJson } from '../json.ts'
import type { ContradictionTable, Db } from '../tables.ts'
import { claimsById } from './claim.ts'
import { chunksOf, insertAll, nextOrdinal } from './insert.ts'

/** Which findings cite these claims, for or against? */
export async function findingsCiting(
  db: Db,
  investigation: InvestigationId,
  claims: readonly ClaimId[],
): Promise<readonly FindingId[]> {
  const found = new Set<FindingId>()
  for (const chunk of chunksOf(claims, 1_000)) {
    const rows = await db
      .selectFrom('finding_claim')
      .select('finding')
      .distinct()
      .where('investigation', '=', investigation)
      .where('claim', 'in', chunk)
      .execute()
    for (const row of rows) found.add(row.finding)
  }
  return [...found].sort()
}

/** What does this source assert? The ids alone, in the order of the codes. */
export async function claimIdsOfSource(
  db: Db,
  investigation: InvestigationId,
  source: SourceId,
): Promise<readonly ClaimId[]> {
  const rows = await db
    .selectFrom('claim')
    .select('id')
    .where('investigation', '=', investigation)
    .where('source', '=', source)
    .orderBy('code')
    .execute()
  return rows.map((row) => row.id)
}

/** Every claim about these topics: all that can contradict one another. */
export async function claimsAbout(
  db: Db,
  investigation: InvestigationId,
  topics: readonly string[],
): Promise<readonly Claim[]> {
  if (topics.length === 0) return []
  const rows = await db
    .selectFrom('claim')
    .select('id')
    .where('investigation', '=', investigation)
    .where('topic', 'in', topics)
    .orderBy('code')
    .execute()
  return claimsById(
    db,
    investigation,
    rows.map((row) => row.id),
  )
}

/** How did these findings stand when it was last computed? One that was never computed is not in the answer. */
export async function standingsBefore(
  db: Db,
  investigation: InvestigationId,
  findings: readonly FindingId[],
): Promise<ReadonlyMap<FindingId, Standing>> {
  const found = new Map<FindingId, Standing>()
  for (const chunk of chunksOf(findings, 1_000)) {
    const rows = await db
      .selectFrom('finding_standing')
      .select(['finding', 'standing'])
      .where('investigation', '=', investigation)
      .where('finding', 'in', chunk)
      .execute()
    for (const row of rows) found.set(row.finding, fromJson(row.standing))
  }
  return found
}

/** Puts the contradictions computed among these claims in place of those that were computed among them before. */
export async function putContradictionsAmong(
  db: Db,
  investigation: InvestigationId,
  computed: { readonly among: readonly ClaimId[]; readonly found: readonly Contradiction[] },
): Promise<void> {
  for (const chunk of chunksOf(computed.among, 1_000))
    await db
      .deleteFrom('contradiction')
      .where('investigation', '=', investigation)
      .where((build) => build.or([build('first', 'in', chunk), build('second', 'in', chunk)]))
      .execute()
  const from = await nextOrdinal(db, 'contradiction', investigation)
  const rows: ContradictionTable[] = computed.found.map(({ first, second, about, sameOrigin }, i) => ({
    investigation,
    ordinal: from + i,
    first,
    second,
    about,
    same_origin: sameOrigin ? 1 : 0,
  }))
  await insertAll(db, 'contradiction', rows)
}
