import type { LinkageResult } from '../run/link-records.ts'
import type { LabelledSet } from './labelled-sets.ts'
import { reviewByTruth, type ReviewedByTruth } from './review-by-truth.ts'

/** Reviews pairs of a run, answered from the labels; see `reviewByTruth`. */
function calibrateByLabels(
  set: LabelledSet,
  { pairs }: Pick<LinkageResult, 'pairs'>,
  seed: string,
): ReviewedByTruth {
  const isSame = (n: number) => set.entityOf[pairs.left[n] ?? 0] === set.entityOf[pairs.right[n] ?? 0]
  return reviewByTruth({ weights: pairs.weight, isSame, share: (n) => (isSame(n) ? 1 : 0) }, seed)
}

const SEEDS = Array.from({ length: 12 }, (_, n) => `seed ${n}`)

/** The worst band with each of twelve draws of the pairs that are asked, and before anybody was asked. */
export function calibrateBySeeds(
  set: LabelledSet,
  result: Pick<LinkageResult, 'pairs'>,
): { readonly worst: readonly number[]; readonly worstBefore: number } {
  const each = SEEDS.map((seed) => calibrateByLabels(set, result, seed))
  return { worst: each.map(({ worst }) => worst), worstBefore: each[0]?.worstBefore ?? 0 }
}
