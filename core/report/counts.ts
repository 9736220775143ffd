import { originsOfClaim, type Lineage } from '@corroborate/claims'
import type { Investigation } from './investigation.ts'
import type { Figure } from './report.ts'

export type Counts = Readonly<Record<Extract<Figure, { kind: 'count' }>['of'], number>>

/** How many of each there are in the investigation; origins are those that its claims go back to. */
export function countsOf(investigation: Investigation, lineage: Lineage): Counts {
  const { sources, texts, passages, claims, findings } = investigation
  return {
    sources: sources.length,
    witnesses: sources.filter((source) => source.kind === 'witness').length,
    texts: texts.length,
    passages: passages.length,
    claims: claims.length,
    findings: findings.length,
    origins: new Set(claims.flatMap((claim) => originsOfClaim(claim, lineage))).size,
  }
}
