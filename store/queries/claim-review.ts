import type { ClaimId, InvestigationId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** What a second reader said of a claim. */
export interface ClaimReview {
  readonly claim: ClaimId
  readonly verdict: Claim['status']
  readonly by: string
  readonly at: string
  readonly words: string | null
}

export async function insertClaimReviews(
  db: Db,
  investigation: InvestigationId,
  reviews: readonly ClaimReview[],
): Promise<void> {
  const from = await nextOrdinal(db, 'claim_review', investigation)
  const rows = reviews.map(({ claim, verdict, by, at, words }, i) => ({
    ...{ investigation, ordinal: from + i, claim, verdict, said_by: by, said_at: at, words },
  }))
  await insertAll(db, 'claim_review', rows)
}

/** What did second readers say, each in their order of saying it? */
export function allReviews(db: Db, investigation: InvestigationId): Promise<readonly ClaimReview[]> {
  return reviewsIn(db, investigation).execute()
}

/** What did second readers say of this claim, in the order in which they said it, here or elsewhere? */
export function reviewsOf(
  db: Db,
  investigation: InvestigationId,
  claim: ClaimId,
): Promise<readonly ClaimReview[]> {
  return reviewsIn(db, investigation).where('claim', '=', claim).execute()
}

function reviewsIn(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('claim_review')
    .select(['claim', 'verdict', 'said_by as by', 'said_at as at', 'words'])
    .where('investigation', '=', investigation)
    .orderBy('said_at')
    .orderBy('ordinal')
}
