import type { OriginId } from '@corroborate/base'
import { originsOfClaim, type Claim } from '@corroborate/claims'
import { certify, type Rank } from './certificate.ts'
import { countedClaims, type Evidence, type Item } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { Robustness, Thresholds } from './standing.ts'
import { carryingClaims, itemsOf, openContraries, tallyOf, voices, type Tally } from './standing-of.ts'

/** Beyond so many origins the exact search stops, where claims with several origins make one necessary. */
export const SEARCH_BOUND = 8

/**
 * The smallest number of origins without which a finding falls to a lower standing, and one such set.
 * A claim falls when all its origins are gone; what remains of a claim's origins goes on carrying it.
 *
 * When every claim has one origin the answer is counted, however large. Otherwise it is searched for, exactly, up to
 * `SEARCH_BOUND` origins; `more-than` says that no set of that many or fewer does.
 * An attribution falls when nothing is left that carries its source's words. What is unsupported or contradicted has
 * nothing to lose.
 */
export function robustnessOf(finding: Finding, evidence: Evidence): Robustness {
  if (finding.kind.kind === 'attribution') {
    const counted = countedClaims(finding.claimsFor, evidence)
    return fallsWithout(originsOfAll(carryingClaims(finding.kind.to, counted, evidence.lineage), evidence))
  }
  if (openContraries(finding, evidence).length > 0) return { kind: 'nothing-to-lose' }
  const tally = tallyOf(finding.claimsFor, evidence)
  return tally.several
    ? searchedOut(itemsOf(finding.claimsFor, evidence), evidence.thresholds)
    : fallsWithout(countedOut(tally, evidence.thresholds))
}

function fallsWithout(origins: readonly OriginId[]): Robustness {
  const [first, ...more] = origins
  return first === undefined
    ? { kind: 'nothing-to-lose' }
    : { kind: 'falls-without', origins: [first, ...more] }
}

function originsOfAll(claims: readonly Claim[], { lineage }: Evidence): readonly OriginId[] {
  return [...new Set(claims.flatMap((claim) => originsOfClaim(claim, lineage)))].sort()
}

/** One origin is one voice: each thing that the standing asks for fails when one voice too few is left for it. */
function countedOut(tally: Tally, { corroborated, strong }: Thresholds): readonly OriginId[] {
  const [all, primary, eyewitnesses] = [voices(tally, 0), voices(tally, 1), voices(tally, 2)]
  if (primary.length === 0) return all.toSorted()
  const needed = 1 + corroborated.others
  if (all.length < needed) return primary.toSorted()
  const ways = [primary.toSorted(), leaving(all, needed - 1)]
  const strongNeeds = Math.max(strong.primary, strong.eyewitnesses)
  if (primary.length >= strongNeeds && eyewitnesses.length >= strong.eyewitnesses) {
    if (strongNeeds > 0) ways.push(leaving(primary, strongNeeds - 1))
    if (strong.eyewitnesses > 0) ways.push(leaving(eyewitnesses, strong.eyewitnesses - 1))
  }
  return ways.reduce((best, way) => (way.length < best.length ? way : best))
}

/** The origins to take away so that so many are left. */
function leaving(origins: readonly OriginId[], left: number): readonly OriginId[] {
  return origins.toSorted().slice(0, Math.max(0, origins.length - left))
}

function searchedOut(items: readonly Item[], thresholds: Thresholds): Robustness {
  const { rank } = certify(items, thresholds)
  if (rank === 'unsupported') return { kind: 'nothing-to-lose' }
  for (let bound = 1; bound <= SEARCH_BOUND; bound++) {
    const found = removal({ items, rank, thresholds, bound })
    if (found !== null) return fallsWithout(found.toSorted())
  }
  return { kind: 'more-than', origins: SEARCH_BOUND }
}

/**
 * Origins, at most `bound`, without which the items fall below a rank. While all items of a certificate stand, the rank
 * stands: so one of them must lose all its origins, and it is enough to try each.
 */
function removal(of: {
  readonly items: readonly Item[]
  readonly rank: Rank
  readonly thresholds: Thresholds
  readonly bound: number
}): readonly OriginId[] | null {
  const certificate = certify(of.items, of.thresholds)
  if (isBelow(certificate.rank, of.rank)) return []
  for (const { origins } of certificate.items) {
    if (origins.length > of.bound) continue
    const rest = removal({ ...of, items: without(of.items, origins), bound: of.bound - origins.length })
    if (rest !== null) return [...origins, ...rest]
  }
  return null
}

function without(items: readonly Item[], gone: readonly OriginId[]): readonly Item[] {
  return items
    .map((item) => ({ ...item, origins: item.origins.filter((origin) => !gone.includes(origin)) }))
    .filter(({ origins }) => origins.length > 0)
}

const LADDER: readonly Rank[] = [
  'unsupported',
  'secondary-only',
  'uncorroborated',
  'corroborated',
  'strongly-corroborated',
]

function isBelow(a: Rank, b: Rank): boolean {
  return LADDER.indexOf(a) < LADDER.indexOf(b)
}
