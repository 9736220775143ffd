import { refuse, type ClaimId } from '@corroborate/base'
import type { Resolution } from '@corroborate/claims'
import { contradictionsOfClaim, putResolutions } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'

export interface ResolveContradiction extends InInvestigation {
  readonly claims: readonly [ClaimId, ClaimId]
  /** The claim that is held to; null when both are left standing, for the reason given. */
  readonly prefers: ClaimId | null
  readonly reason: string
}

/** Writes what a person decided about two claims that cannot both be right, and why. Nothing is deleted by it. */
export const resolveContradiction = act(
  'contradiction.resolved',
  ['reviewer'],
  async (desk, { investigation, claims, prefers, reason }: ResolveContradiction) => {
    const { db } = desk.store
    const [first, second] = claims
    const found = await contradictionsOfClaim(db, investigation, first)
    if (first === second || !found.some((one) => one.first === second || one.second === second))
      return refuse('no-contradiction', 'these two claims do not contradict each other')
    if (prefers !== null && !claims.includes(prefers))
      return refuse('third-claim', 'what is preferred is one of the two')
    if (reason.trim() === '') return refuse('no-reason', 'a decision gives its reason')
    const resolution: Resolution = { claims, prefers, by: await signature(desk), reason }
    await putResolutions(db, investigation, [resolution])
    return done<Resolution>(resolution, { subject: first, content: resolution })
  },
)
