import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Judgement, Verdict } from '../scored.ts'
import { decidedPairs } from './decided-pairs.ts'

/** How far two people agree beyond what chance would give them. */
export interface ReviewerAgreement {
  readonly reviewers: readonly [string, string]
  /** Pairs that both judged. */
  readonly pairs: number
  readonly agreed: number
  /** Cohen's kappa: 1 when they always agree, 0 when as often as chance. */
  readonly kappa: number
  /** Two standard errors to either side, within -1 and 1. */
  readonly interval: readonly [number, number]
  /** How often the first said the row and the second the column, by `VERDICTS`. */
  readonly table: readonly (readonly number[])[]
}

export const VERDICTS = ['same', 'different', 'unsure'] as const satisfies readonly Verdict[]

/**
 * Cohen's kappa of two reviewers over the pairs that both judged, with its large-sample standard error.
 * @returns the agreement; `nothing-in-common` when they judged no pair both; `nothing-to-agree-on` when both said one and the same thing of
 *   every pair, so that chance would agree as well
 * @see Cohen 1960; Fleiss, Cohen and Everitt 1969, formula 13
 */
export function agreementOfReviewers(
  judgements: readonly Judgement[],
  reviewers: readonly [string, string],
): Outcome<ReviewerAgreement, 'nothing-in-common' | 'nothing-to-agree-on'> {
  const table = VERDICTS.map(() => VERDICTS.map(() => 0))
  for (const [first, second] of judgedByBoth(judgements, reviewers)) {
    const row = table[VERDICTS.indexOf(first)] ?? []
    const at = VERDICTS.indexOf(second)
    row[at] = (row[at] ?? 0) + 1
  }
  const pairs = table.flat().reduce((sum, count) => sum + count, 0)
  if (pairs === 0)
    return refuse('nothing-in-common', `${reviewers[0]} and ${reviewers[1]} have judged no pair both.`)
  const shares = table.map((row) => row.map((count) => count / pairs))
  const { observed, expected } = agreementIn(shares)
  if (expected > 1 - 1e-12)
    return refuse(
      'nothing-to-agree-on',
      `${reviewers[0]} and ${reviewers[1]} said the same of all ${pairs} pairs; chance would agree as well.`,
    )
  const kappa = (observed - expected) / (1 - expected)
  const error = 2 * standardError(shares, { observed, expected, pairs })
  return ok({
    ...{ reviewers, pairs, agreed: Math.round(observed * pairs), kappa, table },
    interval: [Math.max(-1, kappa - error), Math.min(1, kappa + error)],
  })
}

function judgedByBoth(
  judgements: readonly Judgement[],
  [first, second]: readonly [string, string],
): readonly (readonly [Verdict, Verdict])[] {
  return decidedPairs(judgements).flatMap(({ words }) => {
    const [a, b] = [wordOf(words, first), wordOf(words, second)]
    return a === null || b === null ? [] : [[a, b] as const]
  })
}

function wordOf(words: readonly Judgement[], who: string): Verdict | null {
  const verdict = words.find((word) => word.by === who)?.verdict ?? 'taken-back'
  return verdict === 'taken-back' ? null : verdict
}

function margins(shares: readonly (readonly number[])[]) {
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0))
  const columns = shares.map((_, at) => shares.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  return { rows, columns }
}

function agreementIn(shares: readonly (readonly number[])[]) {
  const { rows, columns } = margins(shares)
  const observed = shares.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
  const expected = rows.reduce((sum, share, at) => sum + share * (columns[at] ?? 0), 0)
  return { observed, expected }
}

function standardError(
  shares: readonly (readonly number[])[],
  { observed, expected, pairs }: { observed: number; expected: number; pairs: number },
): number {
  const { rows, columns } = margins(shares)
  let agreed = 0
  let apart = 0
  for (const [i, row] of shares.entries())
    for (const [j, share] of row.entries()) {
      const both = (columns[i] ?? 0) + (rows[j] ?? 0)
      const term = 1 - expected - both * (1 - observed)
      if (i === j) agreed += share * term * term
      else apart += share * both * both
    }
  const lost = observed * expected - 2 * expected + observed
  const variance = agreed + (1 - observed) * (1 - observed) * apart - lost * lost
  return Math.sqrt(Math.max(0, variance) / pairs) / ((1 - expected) * (1 - expected))
}
