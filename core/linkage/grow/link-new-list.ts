import { ok, refuse, type Outcome } from '@corroborate/base'
import { clusterPairs } from '../cluster/cluster-pairs.ts'
import { judgedRows } from '../cluster/rows-of-records.ts'
import { compareBlocks } from '../compare/compare-blocks.ts'
import type { Comparer } from '../compare/comparer.ts'
import { comparerOf } from '../compare/comparison-data.ts'
import { weightOf } from '../model/binary-logarithm.ts'
import type { PatternCounts } from '../model/pattern-counts.ts'
import { allPairs } from '../model/random-pairs.ts'
import type { RecordTable } from '../record-table.ts'
import { boundedByNames } from '../run/bound-names.ts'
import { heldAgainstRivals, lessOfRivals } from '../run/hold-against-rivals.ts'
import {
  prepareLinkage,
  type BlockingCount,
  type NotLinked,
  type PreparedLinkage,
} from '../run/prepare-linkage.ts'
import {
  frequencyBits,
  joinedPairs,
  orderedPairs,
  pairsAt,
  pairScorer,
  weighedAgain,
} from '../run/score-pairs.ts'
import { trainModel, type TrainedModel } from '../run/train-model.ts'
import type { Judgement, LinkageModel, ScoredPairs } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import type { LinkageWarnings } from '../warn/linkage-warning.ts'
import { selfWeightsOf, unlinkablesOf, type Unlinkables } from '../warn/unlinkables.ts'
import { warningsOfRun } from '../warn/warnings-of-run.ts'
import { blocksWithNew } from './blocks-with-new.ts'
import { clusterChanges, type ClusterChanges } from './cluster-changes.ts'
import { judgedPositions } from './judged-positions.ts'

/** A linkage of the first rows of a table, as a run or an earlier new list left it. */
export interface KnownLinkage {
  readonly model: LinkageModel
  readonly pairs: ScoredPairs
  /** For every row that was linked the id of its cluster. */
  readonly clusterOf: Int32Array
}

export interface NewListGiven {
  readonly known: KnownLinkage
  readonly judgements: readonly Judgement[]
  /** Whether the model stands, or is learned again from all rows, which costs about what learning in a run of them costs. */
  readonly model: 'kept' | 'refitted'
}

export interface GrownLinkage extends KnownLinkage {
  readonly settings: LinkageSettings
  /** Of the pairs with new rows alone. */
  readonly blocking: readonly BlockingCount[]
  /** Whether `model` is the one that was known or was learned again. */
  readonly modelIs: NewListGiven['model']
  /** Pairs with new rows that were looked at, by pattern. */
  readonly seen: PatternCounts
  readonly changes: ClusterChanges
  /** Records that say too little to be linked; null where no pair was made. */
  readonly unlinkables: Unlinkables | null
  /** Of the model by the pairs with new rows, of clusters and records by all. */
  readonly warnings: LinkageWarnings
  /** Positions of pairs that people have judged: nobody is asked again. */
  readonly judged: ReadonlySet<number>
}

export type NotGrown = NotLinked | 'known-does-not-fit'

/**
 * Links a new list (or several) against all before: only pairs with a new row are made. Values are as frequent as they are now, so the pairs that were
 * kept are weighed again, held against their new rivals, and clustered again; a pair that was too improbable to be kept is not made again. An id of a
 * cluster is its first row and always names the cluster that holds this record. With the model kept, lists one after the other give the clusters of all at
 * once under that model.
 * @param table all rows, the known ones first and in their order
 */
export function linkNewList(
  table: RecordTable,
  settings: LinkageSettings,
  given: NewListGiven,
): Outcome<GrownLinkage, NotGrown> {
  const known = given.known.clusterOf.length
  const unfit = whyUnfit(table, given.known)
  if (unfit !== null) return refuse('known-does-not-fit', unfit)
  if (known === table.rows) return refuse('no-records', 'the new lists hold no records')
  const prepared = prepareLinkage(withKnownAsOne(table, known), {
    ...settings,
    // As a run of all rows would have it.
    everyPairUpTo: allPairs(table.lists) <= settings.everyPairUpTo ? settings.everyPairUpTo : -1,
  })
  if (!prepared.ok) return prepared.reason === 'no-pairs' ? ok(firstList(table, settings, given)) : prepared
  const { comparisons, blocking } = prepared.value
  const comparers = comparisons.map(({ data }) => comparerOf(data))
  const trained = given.model === 'kept' ? null : learnedAgain(table, settings, comparers)
  if (trained !== null && !trained.ok) return trained
  const model = trained?.value.model ?? given.known.model
  const radices = comparers.map(({ radix }) => radix)
  const frequency = frequencyBits(comparisons, model)
  const scorer = pairScorer({ model, radices, frequency, keepFrom: settings.keepFrom })
  compareNew(prepared.value, { known, comparers, take: scorer.take })
  const before = keptFrom(weighedAgain(given.known.pairs, model, radices, frequency), settings.keepFrom)
  const together = orderedPairs(joinedPairs(before, scorer.scored()))
  const held =
    trained === null
      ? { model, pairs: lessOfRivals(table, together) }
      : heldAgainstRivals(table, { ...trained.value, comparisons, radices }, together)
  const pairs = boundedByNames(held.pairs, { model: held.model, comparisons, radices })
  const { judgements } = given
  const clusterOf = clusterPairs(table, pairs, settings.joinFrom, judgedRows(table, judgements))
  const result = { settings, blocking, model: held.model, pairs, clusterOf, seen: scorer.seen() }
  const selfWeights = selfWeightsOf(table.rows, { comparisons, comparers, model: held.model })
  return ok({
    ...{ ...result, modelIs: given.model },
    unlinkables: unlinkablesOf(selfWeights, settings.joinFrom),
    warnings: warningsOfRun({ ...result, table, judgements }),
    changes: clusterChanges(given.known.clusterOf, clusterOf),
    judged: judgedPositions(table, pairs, judgements),
  })
}

function whyUnfit(table: RecordTable, { clusterOf, pairs, model }: KnownLinkage): string | null {
  const known = clusterOf.length
  if (known !== table.rows && !table.lists.some(({ first }) => first === known))
    return `the known linkage has ${known} rows, and no list of the table ends there: the lists before must stand first, whole and in their order`
  if (pairs.right.some((row) => row >= known))
    return `a known pair has a row beyond the ${known} rows that are known`
  return model.comparisons.length === 0 ? 'the known model has no comparisons' : null
}

/** Known rows as one list on which nobody stands twice: no pair within it is made. */
function withKnownAsOne(table: RecordTable, known: number): RecordTable {
  const before = { code: '', first: 0, rows: known, clean: true }
  return { ...table, lists: [before, ...table.lists.filter(({ first }) => first >= known)] }
}

/** Nothing was known, and the new list makes no pairs: everybody on it is one person. */
function firstList(
  table: RecordTable,
  settings: LinkageSettings,
  { known, model }: NewListGiven,
): GrownLinkage {
  const clusterOf = Int32Array.from({ length: table.rows }, (_, row) => row)
  return {
    ...{ ...known, settings, blocking: [], clusterOf, modelIs: model, judged: new Set() },
    seen: { patterns: new Int32Array(0), counts: new Float64Array(0) },
    changes: clusterChanges(known.clusterOf, clusterOf),
    ...{ unlinkables: null, warnings: { listed: [], counts: [] } },
  }
}

function learnedAgain(
  table: RecordTable,
  settings: LinkageSettings,
  comparers: readonly Comparer[],
): Outcome<TrainedModel, NotLinked> {
  const all = prepareLinkage(table, settings)
  return all.ok ? ok(trainModel(all.value, comparers, settings)) : all
}

interface Comparing {
  readonly known: number
  readonly comparers: readonly Comparer[]
  readonly take: Parameters<typeof compareBlocks>[2]
}

function compareNew({ rules, table }: PreparedLinkage, { known, comparers, take }: Comparing): void {
  const withNew = rules.map((groups) => blocksWithNew(groups, known))
  for (const [rule, { groups }] of withNew.entries())
    compareBlocks({ rules: withNew, lists: table.lists, comparers }, { rule, from: 0, to: groups }, take)
}

function keptFrom(pairs: ScoredPairs, keepFrom: number): ScoredPairs {
  const least = weightOf(keepFrom)
  const positions = new Int32Array(pairs.weight.length)
  let kept = 0
  for (let n = 0; n < positions.length; n++) if ((pairs.weight[n] ?? 0) >= least) positions[kept++] = n
  return pairsAt(pairs, positions.subarray(0, kept))
}
