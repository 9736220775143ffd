import type { ClaimId, FindingId, InvestigationId, SourceId } from '@corroborate/base'
import { findContradictions, type Claim } from '@corroborate/claims'
import {
  hasFallen,
  robustnessOf,
  standingOf,
  type Evidence,
  type Finding,
  type Standing,
} from '@corroborate/findings'
import {
  claimIdsOfSource,
  claimsAbout,
  claimsById,
  findingById,
  findings,
  findingsCiting,
  putContradictionsAmong,
  putStandings,
  standingsBefore,
  topicsOf,
  updateFinding,
  type Db,
  type Fallen,
} from '@corroborate/store'
import type { Desk, InInvestigation } from './desk.ts'
import { scalesOf, type Scales } from './scales.ts'
import { dayAt } from './time.ts'

/** What an act changed, as far as standings may move by it. */
export type Moved =
  | { readonly kind: 'claims'; readonly claims: readonly Pick<Claim, 'id' | 'topic'>[] }
  | { readonly kind: 'source'; readonly source: SourceId }
  | { readonly kind: 'findings'; readonly findings: readonly FindingId[] }
  /** Who depends on whom, or everything: all standings may move. */
  | { readonly kind: 'everything' }

/**
 * Computes again what an act may have moved: contradictions, standings and robustness, within the act's transaction.
 * Reads what is touched and no more, so that one claim among a million costs what one claim costs.
 * @returns the findings that fell
 */
export async function restand(
  desk: Desk,
  { investigation, moved }: InInvestigation & { readonly moved: Moved },
): Promise<readonly Fallen[]> {
  const { db } = desk.store
  const scales = await scalesOf(db, investigation, dayAt(desk.clock()))
  await recompare(db, { investigation, scales, topics: await topicsMoved(db, investigation, moved) })
  return reweigh(db, { investigation, scales, touched: await findingsMoved(db, investigation, moved) })
}

async function topicsMoved(db: Db, investigation: InvestigationId, moved: Moved): Promise<readonly string[]> {
  switch (moved.kind) {
    case 'claims':
      return [...new Set(moved.claims.map((claim) => claim.topic))]
    case 'source': {
      const claims = await claimIdsOfSource(db, investigation, moved.source)
      return [...new Set((await claimsById(db, investigation, claims)).map((claim) => claim.topic))]
    }
    case 'findings':
      return []
    case 'everything':
      return topicsOf(db, investigation)
  }
}

async function findingsMoved(
  db: Db,
  investigation: InvestigationId,
  moved: Moved,
): Promise<readonly Finding[]> {
  if (moved.kind === 'everything') return findings(db, investigation)
  const ids = moved.kind === 'findings' ? moved.findings : await findingsOn(db, investigation, moved)
  const found = []
  for (const id of ids) found.push(await findingById(db, investigation, id))
  return found.filter((finding) => finding !== null)
}

async function findingsOn(
  db: Db,
  investigation: InvestigationId,
  moved: Extract<Moved, { kind: 'claims' | 'source' }>,
): Promise<readonly FindingId[]> {
  const claims =
    moved.kind === 'claims'
      ? moved.claims.map((claim) => claim.id)
      : await claimIdsOfSource(db, investigation, moved.source)
  return findingsCiting(db, investigation, claims)
}

/** Compares all claims of each topic with one another. */
async function recompare(
  db: Db,
  of: InInvestigation & { readonly scales: Scales; readonly topics: readonly string[] },
): Promise<void> {
  const { investigation, scales, topics } = of
  const all = await claimsAbout(db, investigation, topics)
  const { lineage, places } = scales
  const claims = [...scales.inUse(all).values()]
  const found = findContradictions({ claims, lineage, places, resolutions: [] })
  await putContradictionsAmong(db, investigation, { among: all.map((claim) => claim.id), found })
}

async function reweigh(
  db: Db,
  of: InInvestigation & { readonly scales: Scales; readonly touched: readonly Finding[] },
): Promise<readonly Fallen[]> {
  const { investigation, scales, touched } = of
  const cited = new Set(touched.flatMap(claimsUnder))
  const claims = scales.inUse(await claimsById(db, investigation, [...cited]))
  const evidence: Evidence = { claims, lineage: scales.lineage, thresholds: scales.thresholds }
  const before = await standingsBefore(
    db,
    investigation,
    touched.map(({ id }) => id),
  )
  const weighed = touched.map((finding) => {
    const [standing, robustness] = [standingOf(finding, evidence), robustnessOf(finding, evidence)]
    return { finding, standing, robustness }
  })
  await putStandings(db, investigation, new Map(weighed.map(({ finding, ...now }) => [finding.id, now])))
  const fallen = weighed.flatMap(({ finding, standing }) =>
    fallenFrom(finding, before.get(finding.id), standing),
  )
  for (const { finding } of fallen.filter((one) => one.reopened)) await reopen(db, investigation, finding)
  return fallen
}

function claimsUnder(finding: Finding): readonly ClaimId[] {
  return [...finding.claimsFor, ...finding.claimsAgainst.map((contrary) => contrary.claim)]
}

function fallenFrom(
  { id, code, signer }: Finding,
  before: Standing | undefined,
  after: Standing,
): readonly Fallen[] {
  if (before === undefined || !hasFallen(before, after)) return []
  return [{ finding: id, code, before, after, reopened: signer !== null }]
}

async function reopen(db: Db, investigation: InvestigationId, id: FindingId): Promise<void> {
  const finding = await findingById(db, investigation, id)
  if (finding === null) throw new Error('a finding that just fell is gone')
  const open = { signer: null, standardOfProof: null, reasons: null, version: finding.version + 1 }
  await updateFinding(db, investigation, { ...finding, ...open })
}
