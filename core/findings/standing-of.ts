import type { ClaimId, FindingId, OriginId } from '@corroborate/base'
import { isPrimary, originsOfClaim, type Claim, type Lineage } from '@corroborate/claims'
import { certify, type Rank } from './certificate.ts'
import {
  countedClaims,
  isCounted,
  itemOf,
  levelOf,
  type Evidence,
  type Item,
  type Level,
} from './evidence.ts'
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
  return rank === 'unsupported' ? { kind: rank } : { kind: rank, origins: tally.origins }
}

export function itemsOf(ids: readonly ClaimId[], evidence: Evidence): readonly Item[] {
  return countedClaims(ids, evidence).map((claim) => itemOf(claim, evidence.lineage))
}

/** The distinct origins of the claims under a finding, ascending, and how near each was. */
export interface Tally {
  readonly origins: OriginId[]
  /** In step with `origins`: the nearest claim that has this origin alone; -1 when none has. */
  readonly nearest: (Level | -1)[]
  /** Whether a claim has several origins: then origins cannot simply be counted, and the choice of claims matters. */
  readonly several: boolean
}

/** One pass, with nothing made for a single claim: it is run over a million. */
export function tallyOf(ids: readonly ClaimId[], { claims, lineage }: Evidence): Tally {
  const origins: OriginId[] = []
  const nearest: (Level | -1)[] = []
  let several = false
  for (const id of ids) {
    const claim = claims.get(id)
    if (claim === undefined || !isCounted(claim)) continue
    const of = originsOfClaim(claim, lineage)
    if (of.length > 1) several = true
    const level = of.length > 1 ? -1 : levelOf(claim)
    for (const origin of of) note(origins, nearest, origin, level)
  }
  return { origins, nearest, several }
}

/** Keeps the origins ascending as they come: for the few of one finding that is quicker than to sort them after. */
function note(origins: OriginId[], nearest: (Level | -1)[], origin: OriginId, level: Level | -1): void {
  const known = origins.indexOf(origin)
  if (known !== -1) {
    if (level > (nearest[known] ?? -1)) nearest[known] = level
    return
  }
  let at = origins.push(origin) - 1
  nearest.push(level)
  for (let before = origins[at - 1]; before !== undefined && before > origin; before = origins[at - 1]) {
    origins[at] = before
    nearest[at] = nearest[at - 1] ?? -1
    at--
  }
  origins[at] = origin
  nearest[at] = level
}

/** How many origins have a claim of their own that is at least so near. */
export function voices({ nearest }: Tally, level: Level): number {
  let count = 0
  for (const one of nearest) if (one >= level) count++
  return count
}

/** The rule in its plain form: one origin is one independent voice. */
function rankOfTally(tally: Tally, { corroborated, strong }: Thresholds): Rank {
  const [all, primary, eyewitnesses] = [voices(tally, 0), voices(tally, 1), voices(tally, 2)]
  if (all === 0) return 'unsupported'
  if (primary === 0) return 'secondary-only'
  if (all < 1 + corroborated.others) return 'uncorroborated'
  const isStrong =
    primary >= Math.max(strong.primary, strong.eyewitnesses) && eyewitnesses >= strong.eyewitnesses
  return isStrong ? 'strongly-corroborated' : 'corroborated'
}
