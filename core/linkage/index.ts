export * from './record-table.ts'
export * from './scored.ts'
export * from './settings.ts'
export { agreementOfReviewers, VERDICTS, type ReviewerAgreement } from './review/agreement-of-reviewers.ts'
export {
  bandsOfReview,
  type BandCut,
  type BandsOfReview,
  type ReviewedBand,
  type ShareWithInterval,
} from './review/bands-of-review.ts'
export { decidedPairs, pairKey, recordKey, type DecidedPair, type Decision } from './review/decided-pairs.ts'
export {
  judgementGraph,
  wouldContradict,
  type Contradiction,
  type JudgementGraph,
} from './review/judgement-graph.ts'
export {
  calibratedProbability,
  recalibrate,
  type Calibration,
  type ReviewedPair,
} from './review/recalibrate.ts'
export { markDifferences, type MarkedTexts, type Stretch } from './review/mark-differences.ts'
export { BAND_EDGES, reviewQueue, type QueuedPair, type Stratum } from './review/review-queue.ts'
export {
  tableBuilder,
  tableOf,
  type ReadField,
  type TableBuilder,
  type TableChoices,
} from './table/build-table.ts'
export { valueDictionary, type RawColumn, type ValueDictionary } from './table/value-dictionary.ts'
export { defaultSettings, RECORDS_KINDS, type RecordsKind } from './run/default-settings.ts'
export { recordsKindOf } from './run/records-kind-of.ts'
export { shapeOfCluster, type ClusterShape, type ClusterWarning } from './cluster/shape-of-cluster.ts'
export {
  beginLinkage,
  endLinkage,
  linkRecords,
  linkSteps,
  type Given,
  type LinkageResult,
  type Share,
  type TrainedLinkage,
} from './run/link-records.ts'
export { scoreHere, type PairScoring, type PairTask, type ScoredParts } from './run/score-parts.ts'
export { SHARED_ROOM, type Room } from './compare/text-pool.ts'
export {
  WARNING_KINDS,
  type LinkageWarning,
  type LinkageWarnings,
  type WarningKind,
} from './warn/linkage-warning.ts'
export { warningInWords } from './warn/warning-in-words.ts'
export { unlinkablesOf, type Unlinkables } from './warn/unlinkables.ts'
export {
  linkNewList,
  type GrownLinkage,
  type KnownLinkage,
  type NewListGiven,
  type NotGrown,
} from './grow/link-new-list.ts'
export type { ClusterChanges } from './grow/cluster-changes.ts'
export { judgedPositions } from './grow/judged-positions.ts'
export {
  learnBlocking,
  uncoveredBy,
  type LearnBlocking,
  type LearnedBlocking,
  type LearnedRule,
} from './learn/learn-blocking.ts'
export type { BlockingCount, NotLinked } from './run/prepare-linkage.ts'
export { log2, powerOfTwo, probabilityOf, weightOf } from './model/binary-logarithm.ts'
export { levelsOfPattern, type PatternCounts } from './model/pattern-counts.ts'
export {
  explainPair,
  pairExplainer,
  type AskedPair,
  type ExplainedRun,
  type RowWithWords,
} from './explain/explain-pair.ts'
export { heldValues, type HeldValue, type HeldValues } from './explain/held-values.ts'
export { pairAlone, type AlonePair, type RecordAlone } from './explain/explain-alone.ts'
export type { WordsOfRecord } from './explain/compared-columns.ts'
export * from './explain/pair-explanation.ts'
export {
  recordInWords,
  tellExplanation,
  treatmentInWords,
  verdictInWords,
} from './explain/tell-explanation.ts'
export {
  answerInWords,
  columnInWords,
  levelInWords,
  printBits,
  shareInWords,
  timesInWords,
} from './explain/words-of-linkage.ts'
