import type { FindingId, OriginId } from '@corroborate/base'
import { isPrimary, originsOfClaim, type Claim, type Lineage } from '@corroborate/claims'
import { certify, type Rank } from './certificate.ts'
import { countedClaims, itemOf, type Evidence } from './evidence.ts'
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
  const counted = countedClaims(finding.claimsFor, evidence)
  const weighed = contradictedOr(weigh(counted, evidence), finding, evidence)
  if (finding.kind.kind !== 'attribution') return weighed
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

function weigh(claims: readonly Claim[], evidence: Evidence): Standing {
  const tally = tallyOf(claims, evidence.lineage)
  const rank =
    tally === null
      ? certify(
          claims.map((claim) => itemOf(claim, evidence.lineage)),
          evidence.thresholds,
        ).rank
      : rankOfTally(tally, evidence.thresholds)
  if (rank === 'unsupported') return { kind: rank }
  return { kind: rank, origins: tally?.all.sort() ?? allOrigins(claims, evidence.lineage) }
}

function allOrigins(claims: readonly Claim[], lineage: Lineage): readonly OriginId[] {
  return [...new Set(claims.flatMap((claim) => originsOfClaim(claim, lineage)))].sort()
}

/** The distinct origins of claims that have one origin each: all, those at first hand, those of eyewitnesses. */
export interface Tally {
  readonly all: OriginId[]
  readonly primary: OriginId[]
  readonly eyewitnesses: OriginId[]
}

/** Null when a claim has several origins: then origins cannot simply be counted, and the choice of claims matters. */
export function tallyOf(claims: readonly Claim[], lineage: Lineage): Tally | null {
  const tally: Tally = { all: [], primary: [], eyewitnesses: [] }
  for (const claim of claims) {
    const { origins, level } = itemOf(claim, lineage)
    const [origin] = origins
    if (origin === undefined || origins.length > 1) return null
    addOnce(tally.all, origin)
    if (level > 0) addOnce(tally.primary, origin)
    if (level > 1) addOnce(tally.eyewitnesses, origin)
  }
  return tally
}

/** A finding has few origins: looking through them is quicker than a set. */
function addOnce(origins: OriginId[], origin: OriginId): void {
  if (!origins.includes(origin)) origins.push(origin)
}

/** The rule in its plain form: one origin is one independent voice. */
function rankOfTally({ all, primary, eyewitnesses }: Tally, { corroborated, strong }: Thresholds): Rank {
  if (all.length === 0) return 'unsupported'
  if (primary.length === 0) return 'secondary-only'
  if (all.length < 1 + corroborated.others) return 'uncorroborated'
  const isStrong =
    primary.length >= Math.max(strong.primary, strong.eyewitnesses) &&
    eyewitnesses.length >= strong.eyewitnesses
  return isStrong ? 'strongly-corroborated' : 'corroborated'
}
