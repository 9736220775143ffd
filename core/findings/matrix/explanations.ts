import type { ClaimId, Outcome, Words } from '@corroborate/base'
import { readHypotheses, type Consistency, type HypothesesReading } from './competing-hypotheses.ts'

/** How a claim sits with one explanation; null where nobody has said. */
export interface RatedCell {
  readonly rating: Consistency | null
  readonly reason: string | null
}

/** What else could explain the claims under a finding, and how each claim sits with each explanation, as somebody weighed it. */
export interface Explanations {
  /** Beside what the finding holds, which is always the first. */
  readonly others: readonly Words[]
  /** A row for each claim that was looked at, a cell for each explanation. */
  readonly rows: readonly { readonly claim: ClaimId; readonly cells: readonly RatedCell[] }[]
  readonly by: string
  readonly at: string
}

/**
 * Reads such a weighing; an explanation is called by its number, `0` is the finding's own. A standing is never moved by it.
 * @param without claims that are left out, to see what would be thought without them
 * @returns `not-a-table` when a row has more or fewer cells than there are explanations
 */
export function readExplanations(
  { others, rows }: Pick<Explanations, 'others' | 'rows'>,
  without: ReadonlySet<ClaimId> = new Set(),
): Outcome<HypothesesReading, 'not-a-table'> {
  const left = rows.filter(({ claim }) => !without.has(claim))
  return readHypotheses({
    hypotheses: Array.from({ length: others.length + 1 }, (_, at) => String(at)),
    evidence: left.map(({ claim }) => claim),
    ratings: left.map(({ cells }) => cells.map(({ rating }) => rating)),
  })
}
