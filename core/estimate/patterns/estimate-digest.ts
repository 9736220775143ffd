import { canonicalJson, digestOf, jsonOf, type ClaimId, type Json } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { claimsOfRequest, type PatternRequest } from './pattern-request.ts'
import type { OriginsOfClaims } from './sensitivity/without-origin.ts'

/**
 * SHA-256 of everything that the answer depends on: the request but for what is asked of a study, and of each claim the values
 * that were read.
 * Claims count in the order of their ids, so that the order of the map does not matter.
 */
export function digestOfEstimate(
  request: PatternRequest,
  read: readonly ClaimId[],
  claims: ReadonlyMap<ClaimId, Claim>,
): string {
  const asked = Object.fromEntries(Object.entries(request).filter(([part]) => !OF_A_STUDY.includes(part)))
  return digestOf(canonicalJson({ request: jsonOf(asked), claims: valuesRead(read, claims) }))
}

/** Parts of a request that move its study and not its estimate. */
const OF_A_STUDY: readonly string[] = ['simulation', 'witnesses', 'projections', 'thresholds']

/**
 * SHA-256 of everything that a study depends on: what the estimate does, what is to be drawn and compared, the claims named
 * for that, and whom each goes back to.
 */
export function digestOfStudy(
  request: PatternRequest,
  claims: ReadonlyMap<ClaimId, Claim>,
  given: { readonly origins: OriginsOfClaims; readonly estimateDigest: string },
): string {
  const { simulation, witnesses, projections, thresholds } = request
  const read = claimsOfRequest(request)
  const origins = read
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((claim) => ({ claim, origins: [...(given.origins.get(claim) ?? [])] }))
  return digestOf(
    canonicalJson({
      estimate: given.estimateDigest,
      asked: named({ simulation, witnesses, projections, thresholds }),
      claims: valuesRead(read, claims),
      origins: jsonOf(origins),
    }),
  )
}

function valuesRead(read: readonly ClaimId[], claims: ReadonlyMap<ClaimId, Claim>): readonly Json[] {
  return [...new Set(read)]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((id) => claims.get(id))
    .filter((claim) => claim !== undefined)
    .map(valuesOf)
}

/** A number that JSON cannot hold by its name: it may stand where it is not used, and nothing refuses it there. */
function named(value: unknown): Json {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) return value.map((item: unknown) => named(item))
  if (typeof value !== 'object' || value === null) return jsonOf(value)
  const members: (readonly [string, unknown])[] = Object.entries(value)
  return Object.fromEntries(members.map(([key, member]) => [key, named(member)]))
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
