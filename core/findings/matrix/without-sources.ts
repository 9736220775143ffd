import { originOf, type ClaimId, type FindingId, type OriginId, type SourceId } from '@corroborate/base'
import { originsOfClaim, type Claim } from '@corroborate/claims'
import type { Evidence } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import { hasFallen } from '../has-fallen.ts'
import type { Standing } from '../standing.ts'
import { standingOf } from '../standing-of.ts'

/** What would be left if some sources were not believed. Nothing is changed by asking. */
export interface WithoutSources {
  /** Claims that would not count: of these sources, or going back to nobody else. */
  readonly claims: readonly ClaimId[]
  /** Findings that would stand otherwise, in the order given. */
  readonly findings: readonly {
    readonly finding: FindingId
    readonly before: Standing
    readonly after: Standing
    readonly falls: boolean
  }[]
  /** Figures that rest on such a claim: to be reckoned anew without it, or left with nothing. */
  readonly figures: readonly {
    readonly figure: string
    readonly lost: readonly ClaimId[]
    readonly left: readonly ClaimId[]
  }[]
}

/**
 * What moves if sources are set aside: the standings of findings, and the figures that rest on their claims. A claim of somebody else
 * goes too when all its origins are gone: who only repeats a witness is not left when the witness is not.
 */
export function withoutSources(
  aside: readonly SourceId[],
  of: {
    readonly evidence: Evidence
    readonly findings: readonly Finding[]
    /** Each figure with the claims that its estimate rests on. */
    readonly figures: readonly { readonly figure: string; readonly claims: readonly ClaimId[] }[]
  },
): WithoutSources {
  const { evidence } = of
  const gone = goneAmong(evidence, aside)
  const left = { ...evidence, claims: new Map([...evidence.claims].filter(([id]) => !gone.has(id))) }
  const touched = of.findings.filter(({ claimsFor, claimsAgainst }) =>
    [...claimsFor, ...claimsAgainst.map(({ claim }) => claim)].some((id) => gone.has(id)),
  )
  const findings = touched.flatMap((finding) => {
    const [before, after] = [standingOf(finding, evidence), standingOf(finding, left)]
    return same(before, after)
      ? []
      : [{ finding: finding.id, before, after, falls: hasFallen(before, after) }]
  })
  const figures = of.figures
    .map(({ figure, claims }) => ({
      ...{ figure, lost: claims.filter((id) => gone.has(id)) },
      left: claims.filter((id) => !gone.has(id)),
    }))
    .filter(({ lost }) => lost.length > 0)
  return { claims: [...gone].sort(), findings, figures }
}

function goneAmong({ claims, lineage }: Evidence, aside: readonly SourceId[]): ReadonlySet<ClaimId> {
  const [sources, origins] = [new Set(aside), new Set<OriginId>(aside.map(originOf))]
  const isGone = (claim: Claim) =>
    sources.has(claim.source) || originsOfClaim(claim, lineage).every((origin) => origins.has(origin))
  return new Set([...claims.values()].filter(isGone).map(({ id }) => id))
}

function same(a: Standing, b: Standing): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
