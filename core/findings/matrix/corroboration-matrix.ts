import type { ClaimId, OriginId, SourceId } from '@corroborate/base'
import { isEyewitness, isPrimary, originsOfClaim, type Claim, type Contradiction } from '@corroborate/claims'
import { countedClaims, type Evidence } from '../evidence.ts'
import type { Finding } from '../finding.ts'

/** One claim under or against a finding, as its page shows it. */
export interface MatrixCell {
  readonly claim: ClaimId
  readonly side: 'for' | 'against'
  readonly nearness: 'eyewitness' | 'first-hand' | 'secondary'
  /** Who does not know, and who may not be used, counts for nothing and is shown all the same. */
  readonly counts: boolean
  /** Why a person set a contrary claim aside; null when nobody did. */
  readonly dismissed: string | null
  /** Contradictions with claims of this finding that nobody has resolved. */
  readonly contradictions: readonly Contradiction[]
}

/** The claims of one source; and sources of the same origins together, because they count once. */
export interface MatrixGroup {
  readonly origins: readonly OriginId[]
  readonly rows: readonly { readonly source: SourceId; readonly cells: readonly MatrixCell[] }[]
}

/**
 * The claims of a finding by source, sources grouped by whom their claims go back to, the group with the nearest claim first. A source
 * that saw one thing and was told another stands in two groups.
 */
export function corroborationMatrix(
  finding: Finding,
  evidence: Evidence,
  among: { readonly claims: ReadonlyMap<ClaimId, Claim>; readonly contradictions: readonly Contradiction[] },
): readonly MatrixGroup[] {
  const sides = [
    ...finding.claimsFor.map((id) => ({ id, side: 'for' as const, dismissed: null })),
    ...finding.claimsAgainst.map(({ claim, dismissed }) => ({
      ...{ id: claim, side: 'against' as const, dismissed: dismissed?.reason ?? null },
    })),
  ]
  const ids = new Set(sides.map(({ id }) => id))
  const open = among.contradictions.filter(
    ({ first, second, resolution }) => resolution === null && ids.has(first) && ids.has(second),
  )
  const groups = new Map<string, { origins: readonly OriginId[]; rows: Map<SourceId, MatrixCell[]> }>()
  for (const { id, side, dismissed } of sides) {
    const claim = among.claims.get(id)
    if (claim === undefined) continue
    const origins = originsOfClaim(claim, evidence.lineage)
    const group = groups.get(origins.join()) ?? { origins, rows: new Map<SourceId, MatrixCell[]>() }
    groups.set(origins.join(), group)
    const cells = group.rows.get(claim.source) ?? []
    group.rows.set(claim.source, cells)
    cells.push({
      ...{ claim: id, side, dismissed, nearness: nearnessOf(claim) },
      counts: dismissed === null && countedClaims([id], evidence).length > 0,
      contradictions: open.filter(({ first, second }) => first === id || second === id),
    })
  }
  return [...groups.values()]
    .map(({ origins, rows }) => ({
      origins,
      rows: [...rows].map(([source, cells]) => ({ source, cells })).sort(bySource(evidence)),
    }))
    .sort((a, b) => nearest(a) - nearest(b) || compare(a.origins.join(), b.origins.join()))
}

const NEARNESS: readonly MatrixCell['nearness'][] = ['eyewitness', 'first-hand', 'secondary']

function nearnessOf({ basis }: Claim): MatrixCell['nearness'] {
  return isEyewitness(basis) ? 'eyewitness' : isPrimary(basis) ? 'first-hand' : 'secondary'
}

function nearest({ rows }: MatrixGroup): number {
  return Math.min(...rows.flatMap(({ cells }) => cells.map(({ nearness }) => NEARNESS.indexOf(nearness))))
}

function bySource({ lineage }: Evidence) {
  return (a: { readonly source: SourceId }, b: { readonly source: SourceId }) =>
    compare(lineage.codeOf(a.source), lineage.codeOf(b.source))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
