import type { ClaimId, FindingId, OriginId } from '@corroborate/base'
import { isPrimary, originsOfClaim, type Claim, type Lineage } from '@corroborate/claims'
import { certify, type Rank } from './certificate.ts'
import { countedClaims, itemOf, levelOf, type Evidence, type Item, type Level } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { Standing, Thresholds } from './standing.ts'

/**
 * What the claims under a finding add up to.
 * - contradicted: a contrary claim at first hand stands that nobody has set aside with a reason;
 * - unsupported: no claim carries it;
 * - secondary-only: no claim at first hand;
 * - uncorroborated: a claim at first hand, and too little that is independent of it;
 * - corroborated: a claim at first hand and as many independent others as the thresholds ask, usually one;
 * - strongly corroborated: as many independent claims at first hand as they ask, usually two, of eyewitnesses so many, usually one.
 *
 * An attribution stands when a claim beneath was said by the source it is attributed to, or by one that reports it; what
 * was said is weighed apart, as an assertion, and contrary claims weigh there.
 * @see docs/methods/standing.md
 */
export function standingOf(finding: Finding, evidence: Evidence): Standing {
  const weighed = contradictedOr(weigh(finding.claimsFor, evidence), finding, evidence)
  if (finding.kind.kind !== 'attribution') return weighed
  const counted = countedClaims(finding.claimsFor, evidence)
  return carryingClaims(finding.kind.to, counted, evidence.lineage).length > 0
    ? { kind: 'attributed', beneath: weighed }
    : { kind: 'unsupported' }
}

/** The standings of all findings of an investigation: a million claims under a hundred thousand findings in two seconds. */
export function standingsOf(
  findings: readonly Finding[],
  evidence: Evidence,
): ReadonlyMap<FindingId, Standing> {
  const standings = new Map<FindingId, Standing>()
  for (const finding of findings) standings.set(finding.id, standingOf(finding, evidence))
  return standings
}

/** The claims that were said by a source, in one that reports it, or with it as an informant. */
export function carryingClaims(
  to: Claim['source'],
  claims: readonly Claim[],
  lineage: Lineage,
): readonly Claim[] {
  return claims.filter(({ source, basis }) => basis.chain.includes(to) || lineage.descends(source, to))
}

/** Contrary claims at first hand that nobody has set aside. */
export function openContraries(finding: Finding, evidence: Evidence): readonly Claim[] {
  if (finding.claimsAgainst.length === 0) return []
  const open = finding.claimsAgainst.filter(({ dismissed }) => dismissed === null).map(({ claim }) => claim)
  return countedClaims(open, evidence).filter(({ basis }) => isPrimary(basis))
}

function contradictedOr(otherwise: Standing, finding: Finding, evidence: Evidence): Standing {
  const [first, ...more] = openContraries(finding, evidence)
    .map(({ id }) => id)
    .sort()
  return first === undefined ? otherwise : { kind: 'contradicted', by: [first, ...more], otherwise }
}

/** Where claims with several origins could lift the rank, it is searched for; elsewhere counting origins is enough. */
function weigh(ids: readonly ClaimId[], evidence: Evidence): Standing {
  const tally = tallyOf(ids, evidence)
  const counted = rankOfTally(tally, evidence.thresholds)
  const rank =
    tally.several && counted !== 'strongly-corroborated'
      ? certify(itemsOf(ids, evidence), evidence.thresholds).rank
      : counted
  return rank === 'unsupported' ? { kind: rank } : { kind: rank, origins: originsOfTally(tally) }
}

export function itemsOf(ids: readonly ClaimId[], evidence: Evidence): readonly Item[] {
  return countedClaims(ids, evidence).map((claim) => itemOf(claim, evidence.lineage))
}

/** The distinct lists of origins of the claims under a finding, and how near each was. */
export interface Tally {
  readonly lists: (readonly OriginId[])[]
  /** In step with `lists`: the nearest claim that has exactly these origins. */
  readonly nearest: Level[]
  /** Whether a claim has several origins: then origins cannot simply be counted, and the choice of claims matters. */
  readonly several: boolean
}

/**
 * In short passes, each over one thing: over a million claims the time goes into waiting for memory, and a pass without
 * branches lets the machine wait for many claims at once. Relies on a lineage giving one list for the same origins.
 */
export function tallyOf(ids: readonly ClaimId[], evidence: Evidence): Tally {
  const claims = countedClaims(ids, evidence)
  const levels = claims.map(({ basis }) => basis).map(levelOf)
  const origins = claims.map((claim) => originsOfClaim(claim, evidence.lineage))
  const lists: (readonly OriginId[])[] = []
  const nearest: Level[] = []
  origins.forEach((list, at) => {
    const [known, level] = [lists.indexOf(list), levels[at] ?? 0]
    if (known === -1) {
      lists.push(list)
      nearest.push(level)
    } else if (level > (nearest[known] ?? 0)) nearest[known] = level
  })
  return { lists, nearest, several: lists.some((list) => list.length > 1) }
}

/** The origins that have a claim of their own alone, at least so near. */
export function voices({ lists, nearest }: Tally, level: Level): readonly OriginId[] {
  const origins: OriginId[] = []
  for (const [at, list] of lists.entries()) {
    const [only] = list
    if (only !== undefined && list.length === 1 && (nearest[at] ?? 0) >= level) origins.push(only)
  }
  return origins
}

function originsOfTally(tally: Tally): readonly OriginId[] {
  const origins = tally.several ? [...new Set(tally.lists.flat())] : [...voices(tally, 0)]
  return origins.sort()
}

function voiceCount({ lists, nearest }: Tally, level: Level): number {
  let count = 0
  for (let at = 0; at < lists.length; at++)
    if (lists[at]?.length === 1 && (nearest[at] ?? 0) >= level) count++
  return count
}

/** The rule in its plain form: one origin is one independent voice. */
function rankOfTally(tally: Tally, { corroborated, strong }: Thresholds): Rank {
  const [all, primary, eyewitnesses] = [voiceCount(tally, 0), voiceCount(tally, 1), voiceCount(tally, 2)]
  if (all === 0) return 'unsupported'
  if (primary === 0) return 'secondary-only'
  if (all < 1 + corroborated.others) return 'uncorroborated'
  const isStrong =
    primary >= Math.max(strong.primary, strong.eyewitnesses) && eyewitnesses >= strong.eyewitnesses
  return isStrong ? 'strongly-corroborated' : 'corroborated'
}
