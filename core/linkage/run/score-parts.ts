import type { RowGroups } from '../block/group-rows.ts'
import { compareBlocks, type Part, type PairWork } from '../compare/compare-blocks.ts'
import { comparerOf, type ComparisonData } from '../compare/comparison-data.ts'
import { patternTally, type PatternCounts } from '../model/pattern-counts.ts'
import type { ListInTable } from '../record-table.ts'
import type { LinkageModel, ScoredPairs } from '../scored.ts'
import { joinedPairs, orderedPairs, pairScorer, type FrequencyBits } from './score-pairs.ts'

/**
 * The pairs of a linkage before they are made, and all that weighing them takes, as plain arrays: a thread can be sent it. What was made in a shared room is
 * not copied.
 */
export interface PairTask {
  readonly rules: readonly RowGroups[]
  readonly lists: readonly ListInTable[]
  readonly comparisons: readonly ComparisonData[]
  readonly model: LinkageModel
  readonly frequency: FrequencyBits
  readonly keepFrom: number
  readonly parts: readonly TaskPart[]
}

/** Blocks of a rule, and how many pairs they make at most. */
export interface TaskPart extends Part {
  readonly pairs: number
}

/** What came of some parts of a task: the pairs that were kept, and all that were looked at, by pattern. */
export interface ScoredParts {
  readonly pairs: ScoredPairs
  readonly seen: PatternCounts
}

/** Whoever has the parts of a task scored, here or in several threads; told of the pairs of each part that is done. */
export type PairScoring = (
  task: PairTask,
  onPairs: (pairs: number) => void,
) => readonly ScoredParts[] | Promise<readonly ScoredParts[]>

export interface PartScorer {
  readonly score: (part: TaskPart) => void
  readonly scored: () => ScoredParts
}

/** Scores parts of a task, in any order. */
export function partScorer(task: PairTask): PartScorer {
  const comparers = task.comparisons.map(comparerOf)
  const work: PairWork = { rules: task.rules, lists: task.lists, comparers }
  const radices = comparers.map(({ radix }) => radix)
  const scorer = pairScorer({ ...task, radices })
  return {
    score: (part) => compareBlocks(work, part, scorer.take),
    scored: () => ({ pairs: scorer.scored(), seen: scorer.seen() }),
  }
}

/** All parts one after the other, in this thread. */
export const scoreHere = ((task, onPairs) => {
  const { score, scored } = partScorer(task)
  for (const part of task.parts) {
    score(part)
    onPairs(part.pairs)
  }
  return [scored()]
}) satisfies PairScoring

/** What came of all parts, the same to the byte however they were shared out: every pair is of one part, and counts are whole numbers. */
export function joinedParts([first, ...more]: readonly ScoredParts[]): ScoredParts {
  if (first === undefined) throw new Error('nothing was scored')
  if (more.length === 0) return first
  const pairs = orderedPairs(more.reduce((all, of) => joinedPairs(all, of.pairs), first.pairs))
  const seen = patternTally()
  for (const { patterns, counts } of [first.seen, ...more.map((of) => of.seen)])
    for (const [n, pattern] of patterns.entries()) seen.add(pattern, counts[n] ?? 0)
  return { pairs, seen: seen.counts() }
}

/** So many parts that none keeps the others waiting for long, each large enough to be worth the handing out. */
const [PARTS, LEAST_PAIRS, MOST_PAIRS] = [64, 100_000, 2_000_000]

/** Cuts the blocks of all rules into parts; a block is never cut. */
export function partsOf(rules: readonly RowGroups[], allPairs: number): readonly TaskPart[] {
  const pairsAPart = Math.min(MOST_PAIRS, Math.max(LEAST_PAIRS, allPairs / PARTS))
  const parts: TaskPart[] = []
  for (const [rule, { starts, groups }] of rules.entries()) {
    let [from, pairs] = [0, 0]
    for (let group = 0; group < groups; group++) {
      const size = (starts[group + 1] ?? 0) - (starts[group] ?? 0)
      pairs += (size * (size - 1)) / 2
      if (pairs < pairsAPart && group + 1 < groups) continue
      parts.push({ rule, from, to: group + 1, pairs })
      from = group + 1
      pairs = 0
    }
  }
  return parts
}
