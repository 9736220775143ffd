import type { LinkageResult } from '../run/link-records.ts'
import type { LabelledSet } from './labelled-sets.ts'
import { reviewByTruth, type ReviewedByTruth } from './review-by-truth.ts'

/** Reviews pairs of a run, answered from the labels; see `reviewByTruth`. */
export function calibrateByLabels(
  set: LabelledSet,
  { pairs }: Pick<LinkageResult, 'pairs'>,
  seed: string,
): ReviewedByTruth {
  const isSame = (n: number) => set.entityOf[pairs.left[n] ?? 0] === set.entityOf[pairs.right[n] ?? 0]
  return reviewByTruth({ weights: pairs.weight, isSame, share: (n) => (isSame(n) ? 1 : 0) }, seed)
}
