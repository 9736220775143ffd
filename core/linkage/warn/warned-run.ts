import type { PatternCounts } from '../model/pattern-counts.ts'
import type { RecordTable } from '../record-table.ts'
import type { Judgement, LinkageModel, ScoredPairs } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'

/** What warnings are drawn from. */
export interface WarnedRun {
  readonly table: RecordTable
  readonly settings: LinkageSettings
  readonly model: LinkageModel
  readonly seen: PatternCounts
  readonly pairs: ScoredPairs
  readonly clusterOf: Int32Array
  readonly judgements: readonly Judgement[]
}
