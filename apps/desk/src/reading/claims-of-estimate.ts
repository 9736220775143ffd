import type { ClaimId } from '@corroborate/base'
import type { ClaimRow, EstimateView } from '@corroborate/server/api'

/** The claims of an estimate: those its numbers come from, and those that were only read in their place or held against it. */
export interface ClaimsOfEstimate {
  readonly read: readonly ClaimRow[]
  readonly beside: readonly ClaimRow[]
}

export function claimsOfEstimate({ answer, claims }: EstimateView): ClaimsOfEstimate {
  const inputs: ReadonlySet<ClaimId> = new Set(answer.ok ? answer.value.claims : [])
  const rows = Object.values(claims)
  return { read: rows.filter(({ id }) => inputs.has(id)), beside: rows.filter(({ id }) => !inputs.has(id)) }
}
