/** The charts of a linkage: why a pair weighs what it weighs, and what a run learned and found, each with its numbers as a table. */
export { blockingTable } from './blocking-table.ts'
export {
  levelSharesChart,
  levelsTable,
  levelWeightsChart,
  type LevelOfModel,
  type LevelsOfModel,
} from './level-shares.ts'
export { levelsOf, scoreHistogramOf, waterfallOf } from './of-linkage-run.ts'
export { scoreHistogramChart, scoreHistogramTable, type ScoreHistogram } from './score-histogram.ts'
export { unlinkablesChart, unlinkablesTable, type UnlinkablesDrawn } from './unlinkables.ts'
export { waterfallChart, waterfallTable, type Waterfall, type WaterfallStep } from './waterfall.ts'
