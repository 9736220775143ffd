import { ok, type Outcome } from '@corroborate/base'
import { clusterPairs } from '../cluster/cluster-pairs.ts'
import { judgedRows } from '../cluster/rows-of-records.ts'
import { compareBlocks, type Part, type PairWork } from '../compare/compare-blocks.ts'
import { comparerOf } from '../compare/comparison-data.ts'
import type { PatternCounts } from '../model/pattern-counts.ts'
import type { RecordTable } from '../record-table.ts'
import type { Judgement, LinkageModel, ScoredPairs } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import type { LinkageWarnings } from '../warn/linkage-warning.ts'
import { selfWeightsOf, unlinkablesOf, type Unlinkables } from '../warn/unlinkables.ts'
import { warningsOfRun } from '../warn/warnings-of-run.ts'
import {
  prepareLinkage,
  type BlockingCount,
  type NotLinked,
  type PreparedLinkage,
} from './prepare-linkage.ts'
import { boundedByNames } from './bound-names.ts'
import { frequencyBits, pairScorer } from './score-pairs.ts'
import { heldAgainstRivals } from './hold-against-rivals.ts'
import { trainModel } from './train-model.ts'

export interface LinkageResult {
  readonly settings: LinkageSettings
  readonly blocking: readonly BlockingCount[]
  readonly model: LinkageModel
  /** Pairs looked at, each once, by pattern. */
  readonly seen: PatternCounts
  readonly pairs: ScoredPairs
  /** For every row the least row of its cluster, which names the cluster. */
  readonly clusterOf: Int32Array
  /** Records that say too little to be linked. */
  readonly unlinkables: Unlinkables
  readonly warnings: LinkageWarnings
}

/** How far a linkage is: pairs compared of all that will be. */
export interface Share {
  readonly stage: 'prepared' | 'trained' | 'compared' | 'clustered'
  readonly done: number
  readonly of: number
}

export interface Given {
  readonly judgements: readonly Judgement[]
  readonly onShare?: (share: Share) => void
}

/** Links the records of a table, in one go. */
export function linkRecords(
  table: RecordTable,
  settings: LinkageSettings,
  { judgements, onShare }: Given,
): Outcome<LinkageResult, NotLinked> {
  const steps = linkSteps(table, settings, judgements)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    onShare?.(step.value)
  }
}

/** Pairs between two reports. */
const PAIRS_A_STEP = 2_000_000

/** The same in steps: whoever takes them reports between two, or stops. */
export function* linkSteps(
  table: RecordTable,
  settings: LinkageSettings,
  judgements: readonly Judgement[],
): Generator<Share, Outcome<LinkageResult, NotLinked>> {
  const prepared = prepareLinkage(table, settings)
  if (!prepared.ok) return prepared
  const { rules, comparisons, blocking } = prepared.value
  const of = blocking.reduce((sum, { pairs }) => sum + pairs, 0)
  yield { stage: 'prepared', done: 0, of }
  const comparers = comparisons.map(({ data }) => comparerOf(data))
  const trained = trainModel(prepared.value, comparers, settings)
  yield { stage: 'trained', done: 0, of }
  const radices = comparers.map(({ radix }) => radix)
  const scorer = pairScorer({
    model: trained.model,
    radices,
    frequency: frequencyBits(comparisons, trained.model),
    keepFrom: settings.keepFrom,
  })
  const work: PairWork = { rules, lists: table.lists, comparers }
  let done = 0
  for (const { part, pairs } of partsOf(prepared.value, PAIRS_A_STEP)) {
    compareBlocks(work, part, scorer.take)
    done += pairs
    yield { stage: 'compared', done, of }
  }
  const held = heldAgainstRivals(table, { ...trained, comparisons, radices }, scorer.scored())
  const { model } = held
  const pairs = boundedByNames(held.pairs, { model, comparisons, radices })
  const clusterOf = clusterPairs(table, pairs, settings.joinFrom, judgedRows(table, judgements))
  yield { stage: 'clustered', done: of, of }
  const result = { settings, blocking, model, seen: scorer.seen(), pairs, clusterOf }
  const selfWeights = selfWeightsOf(table.rows, { comparisons, comparers, model })
  return ok({
    ...result,
    unlinkables: unlinkablesOf(selfWeights, settings.joinFrom),
    warnings: warningsOfRun({ ...result, table, judgements }),
  })
}

/** Cuts the blocks into parts of about so many pairs; a block is never cut. */
export function partsOf(
  { rules }: PreparedLinkage,
  pairsAPart: number,
): readonly { readonly part: Part; readonly pairs: number }[] {
  const parts: { part: Part; pairs: number }[] = []
  for (const [rule, { starts, groups }] of rules.entries()) {
    let from = 0
    let pairs = 0
    for (let group = 0; group < groups; group++) {
      const size = (starts[group + 1] ?? 0) - (starts[group] ?? 0)
      pairs += (size * (size - 1)) / 2
      if (pairs < pairsAPart && group + 1 < groups) continue
      parts.push({ part: { rule, from, to: group + 1 }, pairs })
      from = group + 1
      pairs = 0
    }
  }
  return parts
}
