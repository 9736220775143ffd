import type { ClaimId, InvestigationId, SourceId } from '@corroborate/base'
import {
  claimById,
  claimPage,
  claimRows,
  contradictionsOfClaim,
  estimatesOfClaim,
  findingsOfClaim,
  memberById,
  placePath,
  reviewsOf,
} from '@corroborate/store'
import type { ClaimPage, ClaimView, ContradictionView } from '../shapes.ts'
import { assessed } from './assessed.ts'
import { contradictionViews } from './contradiction-views.ts'
import { readingIn, type Reader } from './reader.ts'

export interface ClaimsAsked {
  readonly investigation: InvestigationId
  readonly topic?: string
  readonly source?: SourceId
  /** The code after which the page begins. */
  readonly after?: string
}

/** What was claimed, about what, by whom? */
export function readClaims(
  reader: Reader,
  { investigation, ...asked }: ClaimsAsked,
): Promise<ClaimPage | null> {
  return readingIn(reader, investigation, (db) => claimPage(db, investigation, asked))
}

/** What does this claim say, what speaks against it, and what rests on it? */
export function readClaim(
  reader: Reader,
  { investigation, claim: id }: { readonly investigation: InvestigationId; readonly claim: ClaimId },
): Promise<ClaimView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const claim = await claimById(db, investigation, id)
    const [row] = claim === null ? [] : await claimRows(db, investigation, [id])
    if (claim === null || row === undefined) return null
    const place = claim.place
    return {
      claim,
      row,
      place: place && { id: place, path: await placePath(db, investigation, place) },
      contradictions: row.contradicted ? await contradictionsShown(reader, investigation, id) : [],
      own: (await nameOf(reader)) === claim.coder,
      reviews: await reviewsOf(db, investigation, id),
      findings: await findingsOfClaim(db, investigation, id),
      estimates: await estimatesOfClaim(db, investigation, id),
    }
  })
}

/** The name under which whoever reads signs. */
async function nameOf({ store, member }: Reader): Promise<string | null> {
  if (member === null || member === 'operator') return null
  return (await memberById(store.db, member))?.name ?? null
}

async function contradictionsShown(
  reader: Reader,
  investigation: InvestigationId,
  claim: ClaimId,
): Promise<readonly ContradictionView[]> {
  const { db } = reader.store
  const known = await assessed(reader, investigation)
  if (known === null) return []
  return contradictionViews(db, known, await contradictionsOfClaim(db, investigation, claim))
}
