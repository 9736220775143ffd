import { canonicalJson, digestOf, jsonOf, type ClaimId, type Json } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { PatternRequest } from './pattern-request.ts'

/**
 * SHA-256 of everything that the answer depends on: the request, and of each claim the values that were read.
 * Claims count in the order of their ids, so that the order of the map does not matter.
 */
export function digestOfEstimate(
  request: PatternRequest,
  read: readonly ClaimId[],
  claims: ReadonlyMap<ClaimId, Claim>,
): string {
  const values = [...new Set(read)]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((id) => claims.get(id))
    .filter((claim) => claim !== undefined)
    .map(valuesOf)
  return digestOf(canonicalJson({ request: jsonOf(request), claims: values }))
}

function valuesOf({ id, code, polarity, when, quantity, pattern }: Claim): Json {
  return jsonOf({
    id,
    code,
    polarity,
    when,
    quantity,
    window: pattern?.window,
    rate: pattern?.rate,
    size: pattern?.size,
    exceptions: pattern?.exceptions,
    weekdays: pattern?.weekdays,
  })
}
