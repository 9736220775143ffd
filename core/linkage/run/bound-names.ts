import type { PreparedComparison } from '../compare/prepare-comparisons.ts'
import type { LinkageModel, ScoredPairs } from '../scored.ts'
import { frequencyBits, weighedAgain, type FrequencyBits } from './score-pairs.ts'

/**
 * However rare they are, prior and names together make no pair more probable than this: somebody else may bear them, and where nothing but names was
 * compared nothing could have spoken against the pair. It is the line from which pairs are joined unless a run says otherwise: names alone may bring a
 * pair to it and never past it (docs/methods/linkage.md).
 */
export const MOST_BY_NAMES = 0.9

export interface WeighedBy {
  readonly model: LinkageModel
  readonly comparisons: readonly PreparedComparison[]
  readonly radices: readonly number[]
}

/** The same pairs, none weighing more than names at their most and what the other comparisons say beside them. */
export function boundedByNames(pairs: ScoredPairs, { model, comparisons, radices }: WeighedBy): ScoredPairs {
  const { model: most, frequency } = withNamesAtMost(model, comparisons)
  const { weight: ceilings } = weighedAgain(pairs, most, radices, frequency)
  return { ...pairs, weight: pairs.weight.map((own, n) => Math.min(own, ceilings[n] ?? own)) }
}

/** The model in which prior and names together are worth the most that they may: comparisons of names are silent in it. */
export function withNamesAtMost(
  model: LinkageModel,
  comparisons: readonly PreparedComparison[],
): { readonly model: LinkageModel; readonly frequency: FrequencyBits } {
  const frequency = frequencyBits(comparisons, model).map((of, c) => (isOfNames(comparisons, c) ? null : of))
  const silenced = model.comparisons.map((of, c) => (isOfNames(comparisons, c) ? { ...of, levels: [] } : of))
  return { model: { ...model, prior: MOST_BY_NAMES, comparisons: silenced }, frequency }
}

function isOfNames(comparisons: readonly PreparedComparison[], c: number): boolean {
  return comparisons[c]?.ofNames === true
}
