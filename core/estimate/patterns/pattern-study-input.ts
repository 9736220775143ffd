import { ok, type ClaimId, type Outcome } from '@corroborate/base'
import type { Claim, Contradiction } from '@corroborate/claims'
import { digestOfStudy } from './estimate-digest.ts'
import { estimateFromPatterns } from './estimate-from-patterns.ts'
import { claimsOfRequest, type PatternRequest } from './pattern-request.ts'
import type { EstimateRefusal } from './refusal.ts'

/** Everything that a study of a pattern estimate needs, as plain data: only the claims that it reads. */
export interface PatternStudyInput {
  readonly kind: 'patterns'
  readonly request: PatternRequest
  readonly claims: readonly Claim[]
  readonly contradictions: readonly Contradiction[]
  /** Whom each claim goes back to, by the codes of the sources. */
  readonly origins: readonly { readonly claim: ClaimId; readonly origins: readonly string[] }[]
  /** Digest of all that the study depends on (`digestOfStudy`). */
  readonly digest: string
  readonly software: string
}

/** What is known when a pattern estimate is studied. */
export interface PatternEvidence {
  /** Those that may be used. */
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly contradictions: readonly Contradiction[]
  readonly originsOf: (claim: Claim) => readonly string[]
}

/** The input of a study, or why the estimate itself cannot be given. */
export function patternStudyInput(
  request: PatternRequest,
  { claims, contradictions, originsOf }: PatternEvidence,
  software: string,
): Outcome<PatternStudyInput, EstimateRefusal> {
  const estimate = estimateFromPatterns(request, claims, { contradictions, software })
  if (!estimate.ok) return estimate
  const named = new Set(claimsOfRequest(request))
  const touching = contradictions.filter(({ first, second }) => named.has(first) || named.has(second))
  const read = [...new Set([...named, ...touching.flatMap(({ first, second }) => [first, second])])]
    .toSorted()
    .flatMap((id) => claims.get(id) ?? [])
  const origins = read.map((claim) => ({ claim: claim.id, origins: originsOf(claim) }))
  const byClaim = new Map(origins.map(({ claim, origins: all }) => [claim, all]))
  const digest = digestOfStudy(request, claims, {
    origins: byClaim,
    estimateDigest: estimate.value.digest,
  })
  return ok({ kind: 'patterns', request, claims: read, contradictions: touching, origins, digest, software })
}
