import { cohenKappa, ok, refuse, type Outcome } from '@corroborate/base'
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
  const kappa = cohenKappa(table)
  if (kappa.ok) {
    const { judged, ...rest } = kappa.value
    return ok({ reviewers, pairs: judged, ...rest, table })
  }
  const names = `${reviewers[0]} and ${reviewers[1]}`
  return kappa.reason === 'nothing-in-common'
    ? refuse(kappa.reason, `${names} have judged no pair both.`)
    : refuse(
        kappa.reason,
        `${names} said the same of all ${table.flat().reduce((sum, count) => sum + count, 0)} pairs; chance would agree as well.`,
      )
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
