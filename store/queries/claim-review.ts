import type { ClaimId, InvestigationId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** What a second reader said of a claim. */
export interface ClaimReview {
  readonly verdict: Claim['status']
  readonly by: string
  readonly at: string
  readonly words: string | null
}

export async function insertClaimReview(
  db: Db,
  investigation: InvestigationId,
  { claim, verdict, by, at, words }: ClaimReview & { readonly claim: ClaimId },
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'claim_review', investigation)
  await insertAll(db, 'claim_review', [
    { investigation, ordinal, claim, verdict, said_by: by, said_at: at, words },
  ])
}

/** What did second readers say of this claim, in their order? */
export function reviewsOf(
  db: Db,
  investigation: InvestigationId,
  claim: ClaimId,
): Promise<readonly ClaimReview[]> {
  return db
    .selectFrom('claim_review')
    .select(['verdict', 'said_by as by', 'said_at as at', 'words'])
    .where('investigation', '=', investigation)
    .where('claim', '=', claim)
    .orderBy('ordinal')
    .execute()
}
