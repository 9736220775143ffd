export * from './estimate.ts'
export * from './patterns/pattern-request.ts'
export { estimateFromPatterns } from './patterns/estimate-from-patterns.ts'
export { groupSizeOf } from './patterns/read-period.ts'
export type { EstimateRefusal } from './patterns/refusal.ts'
export { wholePeople } from './patterns/whole-people.ts'
export type {
  LinkedLists,
  ListRequest,
  OverlapRequest,
  OverlapTable,
  StratumCells,
  StratumSource,
} from './lists/list-request.ts'
export type {
  Density,
  ListStudy,
  MethodAnswered,
  MethodPictures,
  ModelDot,
  Trace,
  Verdict,
  WithoutList,
} from './lists/list-study.ts'
export type { Answered, Caution, ListMethod, ListRefusal, PopulationAnswer, Watch } from './lists/answer.ts'
export {
  membershipText,
  overlapOf,
  sizeOfList,
  type Cell,
  type Overlap,
  type OverlapRefusal,
} from './lists/overlap.ts'
