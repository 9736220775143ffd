import { refuse, type ClaimId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { claimById, insertClaimReviews, updateClaim } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'

export interface ReviewClaim extends InInvestigation {
  readonly claim: ClaimId
  /** Agrees, reads it otherwise, or finds it not fit to be read yet. */
  readonly verdict: Claim['status']
  /** What is otherwise, or lacking; may be left out by who agrees. */
  readonly words: string | null
}

/** A second reading of a claim, by somebody else than who stated it. The last one is the status of the claim; all are kept. */
export const reviewClaim = act('claim.reviewed', CODERS, async (desk, input: ReviewClaim) => {
  const { investigation, verdict, words } = input
  const { db } = desk.store
  const claim = await claimById(db, investigation, input.claim)
  if (claim === null) return NOT_FOUND
  const { by, at } = await coderAt(desk)
  if (claim.coder === by) return refuse('own-claim', 'who stated a claim does not read it a second time')
  if (verdict !== 'accepted' && (words ?? '').trim() === '')
    return refuse('unexplained', 'who does not agree says with what')
  const now: Claim = { ...claim, secondCoder: by, status: verdict }
  await updateClaim(db, investigation, now)
  const review = { claim: claim.id, verdict, by, at, words }
  await insertClaimReviews(db, investigation, [review])
  return done<null>(null, { subject: claim.id, content: { records: [now, review] } })
})
