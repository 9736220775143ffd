import { derivedId, originOf, type ClaimId, type FindingId, type SourceId } from '@corroborate/base'
import { lineageOf, type Basis, type Claim } from '@corroborate/claims'
import type { OriginLink, Source } from '@corroborate/testimony'
import type { Evidence } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import { USUAL_THRESHOLDS, type Thresholds } from '../standing.ts'

/** Invented sources, claims and findings, named by a code; everything that a test does not speak of is plain. */
export const sourceId = (code: string): SourceId => derivedId('source', code)
export const claimId = (code: string): ClaimId => derivedId('claim', code)
export const origins = (...codes: readonly string[]) => codes.map((code) => originOf(sourceId(code))).sort()

export function claim(
  code: string,
  by: string,
  kind: Basis['kind'] = 'saw',
  rest: Partial<Claim> & { readonly toldBy?: readonly string[] } = {},
): Claim {
  const { toldBy = [], ...more } = rest
  return {
    id: claimId(code),
    code,
    source: sourceId(by),
    passages: [derivedId('passage', code)],
    mode: 'incident',
    topic: 'topic',
    proposition: { en: code },
    roles: [],
    when: null,
    place: null,
    quantity: null,
    pattern: null,
    basis: { kind, chain: toldBy.map(sourceId), vantage: null },
    certainty: 'certain',
    polarity: 'affirmed',
    coder: 'coder',
    secondCoder: null,
    status: 'accepted',
    ...more,
  }
}

export function link(
  from: string,
  kind: OriginLink['kind'],
  to: string,
  decision: OriginLink['decision'] = 'dependent',
): OriginLink {
  return { from: sourceId(from), to: sourceId(to), kind, decision, reason: null }
}

/** A finding on these claims. */
export function finding(claims: readonly Claim[], rest: Partial<Finding> = {}): Finding {
  return {
    id: derivedId<'finding'>('finding', 'F1') satisfies FindingId,
    code: 'F1',
    kind: { kind: 'incident' },
    proposition: { en: 'It was so.' },
    claimsFor: claims.map(({ id }) => id),
    claimsAgainst: [],
    standardOfProof: null,
    reasons: null,
    signer: null,
    version: 1,
    elements: [],
    ...rest,
  }
}

export const against = (one: Claim, dismissed: Finding['claimsAgainst'][number]['dismissed'] = null) => ({
  claim: one.id,
  dismissed,
})

export function evidence(
  claims: readonly Claim[],
  links: readonly OriginLink[] = [],
  thresholds: Thresholds = USUAL_THRESHOLDS,
): Evidence {
  const codes = ['report', 'article', 'government', ...Array.from({ length: 30 }, (_, at) => `W${at}`)]
  const plain = { kind: 'witness', role: 'other', reliability: 'F', credibility: 6 } as const
  const sources = codes.map((code): Source => ({ ...plain, id: sourceId(code), code, title: { en: code } }))
  return {
    claims: new Map(claims.map((one) => [one.id, one])),
    lineage: lineageOf(sources, links),
    thresholds,
  }
}
