import { ok, type Outcome } from '@corroborate/base'
import { clusterPairs } from '../cluster/cluster-pairs.ts'
import { judgedRows } from '../cluster/rows-of-records.ts'
import { comparerOf } from '../compare/comparison-data.ts'
import type { Room } from '../compare/text-pool.ts'
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
import { frequencyBits } from './score-pairs.ts'
import { joinedParts, partScorer, partsOf, type PairTask, type ScoredParts } from './score-parts.ts'
import { heldAgainstRivals } from './hold-against-rivals.ts'
import { trainModel, type TrainedModel } from './train-model.ts'

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

/** The same in steps: whoever takes them reports between two, or stops. */
export function* linkSteps(
  table: RecordTable,
  settings: LinkageSettings,
  judgements: readonly Judgement[],
): Generator<Share, Outcome<LinkageResult, NotLinked>> {
  const prepared = prepareLinkage(table, settings)
  if (!prepared.ok) return prepared
  const of = expectedPairs(prepared.value)
  yield { stage: 'prepared', done: 0, of }
  const trained = trainedLinkage(prepared.value, settings)
  yield { stage: 'trained', done: 0, of }
  const { score, scored } = partScorer(trained.task)
  let done = 0
  for (const part of trained.task.parts) {
    score(part)
    done += part.pairs
    yield { stage: 'compared', done, of }
  }
  const result = endLinkage(trained, [scored()], judgements)
  yield { stage: 'clustered', done: of, of }
  return ok(result)
}

/** A linkage whose model is learned and whose pairs wait to be weighed. */
export interface TrainedLinkage {
  readonly settings: LinkageSettings
  readonly prepared: PreparedLinkage
  readonly trained: TrainedModel
  readonly task: PairTask
}

/**
 * A linkage up to its pairs, for whoever has them scored elsewhere: `endLinkage` takes what comes back.
 * @param room shared, where other threads shall read what is made here
 */
export function beginLinkage(
  table: RecordTable,
  settings: LinkageSettings,
  room: Room,
): Outcome<TrainedLinkage, NotLinked> {
  const prepared = prepareLinkage(table, settings, room)
  return prepared.ok ? ok(trainedLinkage(prepared.value, settings)) : prepared
}

function trainedLinkage(prepared: PreparedLinkage, settings: LinkageSettings): TrainedLinkage {
  const { rules, table, comparisons } = prepared
  const data = comparisons.map((comparison) => comparison.data)
  const trained = trainModel(prepared, data.map(comparerOf), settings)
  const task: PairTask = {
    ...{ rules, lists: table.lists, comparisons: data, model: trained.model, keepFrom: settings.keepFrom },
    frequency: frequencyBits(comparisons, trained.model),
    parts: partsOf(rules, expectedPairs(prepared)),
  }
  return { settings, prepared, trained, task }
}

function expectedPairs({ blocking }: PreparedLinkage): number {
  return blocking.reduce((sum, { pairs }) => sum + pairs, 0)
}

/** What a linkage comes to, once all parts of its task are scored. */
export function endLinkage(
  { settings, prepared, trained }: TrainedLinkage,
  parts: readonly ScoredParts[],
  judgements: readonly Judgement[],
): LinkageResult {
  const { table, blocking, comparisons } = prepared
  const comparers = comparisons.map(({ data }) => comparerOf(data))
  const radices = comparers.map(({ radix }) => radix)
  const scored = joinedParts(parts)
  const held = heldAgainstRivals(table, { ...trained, comparisons, radices }, scored.pairs)
  const { model } = held
  const pairs = boundedByNames(held.pairs, { model, comparisons, radices })
  const clusterOf = clusterPairs(table, pairs, settings.joinFrom, judgedRows(table, judgements))
  const result = { settings, blocking, model, seen: scored.seen, pairs, clusterOf }
  const selfWeights = selfWeightsOf(table.rows, { comparisons, comparers, model })
  return {
    ...result,
    unlinkables: unlinkablesOf(selfWeights, settings.joinFrom),
    warnings: warningsOfRun({ ...result, table, judgements }),
  }
}
