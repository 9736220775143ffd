import type { Words } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Contrary, Finding, FindingKind, StandardOfProof } from '@corroborate/findings'
import type { Both } from './accounts/assertion.ts'
import { FINDINGS_ON_PEOPLE } from './findings-on-people.ts'
import { FINDINGS_ON_REMOVALS } from './findings-on-removals.ts'
import { idOf } from './ids.ts'

/** Claims by their topic, those of some witnesses or of all. */
export interface Pick {
  readonly topic: string
  readonly of?: readonly string[]
  readonly except?: readonly string[]
}

/** A finding as a reviewer of the invented investigation writes it, and what a perfect one would make of it. */
export interface FindingPlan {
  readonly code: string
  readonly kind:
    'incident' | 'pattern' | 'state' | 'quantity' | { readonly to: string; readonly beneath: Both }
  readonly proposition: Both
  readonly on: readonly Pick[]
  readonly against?: readonly (Pick & { readonly dismissed: string | null })[]
  readonly signed: { readonly standard: StandardOfProof; readonly reasons: Both } | null
  readonly version?: number
  /** Why it is not signed, where that needs saying. */
  readonly unsigned?: Both
  readonly expected: Expected
}

/** What the claims truly add up to; `origins` is how many must go before the finding falls. */
export interface Expected {
  readonly standing: string
  /** What it would be without the open contradiction, or what is beneath an attribution. */
  readonly inner?: string
  readonly origins?: number
  /** Or, where there are many voices, how many at least. */
  readonly originsAtLeast?: number
  readonly why: string
  /** What the truth says about the proposition. */
  readonly truth: 'true' | 'false' | 'unknown-to-the-truth'
}

export const FINDING_PLANS: readonly FindingPlan[] = [...FINDINGS_ON_REMOVALS, ...FINDINGS_ON_PEOPLE]

const SIGNER = 'reviewer V1'

export function findingsOn(
  claims: readonly Claim[],
  codeOf: ReadonlyMap<string, string>,
): readonly Finding[] {
  const pick = (asked: Pick) => pickFrom(claims, codeOf, asked)
  return FINDING_PLANS.map((plan) => ({
    id: idOf('finding', plan.code),
    code: plan.code,
    kind: kindOf(plan),
    proposition: plan.proposition,
    claimsFor: plan.on.flatMap(pick).map((claim) => claim.id),
    claimsAgainst: (plan.against ?? []).flatMap((contrary) => contraries(pick(contrary), contrary.dismissed)),
    standardOfProof: plan.signed?.standard ?? null,
    reasons: reasonsOf(plan),
    signer: plan.signed === null ? null : SIGNER,
    version: plan.version ?? 1,
    elements: [],
  }))
}

function kindOf({ kind }: FindingPlan): FindingKind {
  if (typeof kind === 'string') return { kind }
  return { kind: 'attribution', to: idOf('source', kind.to), beneath: kind.beneath }
}

function reasonsOf({ signed, unsigned }: FindingPlan): Words | null {
  return signed?.reasons ?? unsigned ?? null
}

function contraries(claims: readonly Claim[], reason: string | null): readonly Contrary[] {
  const dismissed = reason === null ? null : { by: SIGNER, reason }
  return claims.map((claim) => ({ claim: claim.id, dismissed }))
}

/** A finding that picks nothing is a mistake in the plan. */
function pickFrom(
  claims: readonly Claim[],
  codeOf: ReadonlyMap<string, string>,
  { topic, of, except = [] }: Pick,
): readonly Claim[] {
  const picked = claims.filter((claim) => {
    const code = codeOf.get(claim.source) ?? ''
    return claim.topic === topic && (of?.includes(code) ?? true) && !except.includes(code)
  })
  if (picked.length === 0) throw new Error(`no claim on ${topic}`)
  return picked
}
