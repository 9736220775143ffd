export * from './estimate.ts'
export { isPatternRequest, type EstimateRequest } from './estimate-request.ts'
export { isWhole, runInForce, type EstimateRun, type KeptRun, type NoRun } from './estimate-run.ts'
export { differencesOf, type Difference } from './differences.ts'
export { study } from './study.ts'
export { tellStudy, type StudyTold } from './tell-study.ts'
export { recommend, type Recommended } from './lists/verdict/recommend.ts'
export { studyLists } from './lists/verdict/study-lists.ts'
export { QUICK_SETTINGS, STUDY_SETTINGS } from './lists/list-study.ts'
export { studyTitled } from './lists/study-titled.ts'
export {
  inputsDigest,
  listStudyInput,
  readyToRun,
  resultText,
  seedOf,
  type PatternStudied,
  type ListStudied,
  type ListStudyInput,
  type StudyInput,
  type StudyResult,
} from './study-input.ts'
export type * from './patterns/pattern-request.ts'
export { estimateFromPatterns } from './patterns/estimate-from-patterns.ts'
export type { PatternStudy, ReadingStudied } from './patterns/pattern-study.ts'
export {
  patternStudyInput,
  type PatternEvidence,
  type PatternStudyInput,
} from './patterns/pattern-study-input.ts'
export { studyParts, type DrawingFault, type StudyParts } from './patterns/study-parts.ts'
export { studyPattern, withStudy, type StudyContext } from './patterns/study-pattern.ts'
export type * from './patterns/simulation/simulation-request.ts'
export { FEWEST_DRAWS, MOST_DRAWS } from './patterns/simulation/simulation-request.ts'
export type { Simulation } from './patterns/simulation/simulate.ts'
export type { Drawn, DrawnPeople } from './patterns/simulation/drawn-people.ts'
export type { Bar, Tornado } from './patterns/sensitivity/tornado.ts'
export type { InputShare, SobolOfPattern } from './patterns/sensitivity/sobol-of-pattern.ts'
export type { Belief, BreakEven } from './patterns/sensitivity/break-even.ts'
export type { Threshold } from './patterns/sensitivity/threshold.ts'
export type { Input } from './patterns/sensitivity/study-inputs.ts'
export type { OriginsOfClaims, WithoutOrigin } from './patterns/sensitivity/without-origin.ts'
export type { WitnessesRequest } from './patterns/witnesses/witnesses-request.ts'
export type { WitnessesCombined } from './patterns/witnesses/combine-witnesses.ts'
export type { Pooled } from './patterns/witnesses/pooled.ts'
export type { ProjectionRequest } from './patterns/projection-request.ts'
export type { Projection } from './patterns/projection.ts'
export { digestOfStudy } from './patterns/estimate-digest.ts'
export { claimsOfRequest } from './patterns/pattern-request.ts'
export { groupSizeOf, wrongPart, wrongShare, type PeriodPart } from './patterns/read-period.ts'
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
  StratumStudied,
  SupposedAnswer,
  Trace,
  VariedAnswer,
  Verdict,
  WithoutList,
} from './lists/list-study.ts'
export { isListName } from './lists/list-name.ts'
export { cautionInWords } from './lists/caution-in-words.ts'
export { refusalInWords } from './lists/refusal-in-words.ts'
export { listEstimateOf, type ListEstimateRefusal } from './lists/list-estimate-of.ts'
export type { Answered, Caution, ListMethod, ListRefusal, PopulationAnswer, Watch } from './lists/answer.ts'
export {
  membershipText,
  overlapOf,
  sizeOfList,
  type Cell,
  type Overlap,
  type OverlapRefusal,
} from './lists/overlap.ts'
export {
  diagnosisOf,
  type Diagnosis,
  type ListDiagnosis,
  type PairDiagnosis,
} from './lists/overlap/diagnosis.ts'
export {
  faultsOfLinks,
  type LinkFault,
  type LinkFaultReason,
  type ListSize,
} from './lists/overlap/faults-of-links.ts'
export { drawsOf, linksOfDraw, type ListRows, type RowLink } from './lists/overlap/linked-rows.ts'
export {
  overlapAsked,
  peopleByDraw,
  type ListEvidence,
  type OverlapAskedRefusal,
} from './lists/overlap/overlaps-asked.ts'
export { peopleOnLists, type ListedPerson, type PeopleOnLists } from './lists/overlap/people-on-lists.ts'
export {
  dividedPeople,
  dividedTable,
  sumOfOverlaps,
  type DividedOverlap,
  type Stratum,
} from './lists/overlap/strata.ts'
export { upsetOf, type Upset, type UpsetRow } from './lists/overlap/upset.ts'
export {
  combineReplicates,
  replicateFromInterval,
  replicateOf,
  type Combined,
  type Replicate,
} from './lists/combine/combine-replicates.ts'
export { imputeLabels } from './lists/combine/impute-labels.ts'
export {
  combineOverPeople,
  missedMatches,
  weakenLinks,
  type MissedMatches,
  type WeakenedLinks,
} from './lists/combine/re-estimate.ts'
export {
  sumOfIntervals,
  sumOverStrata,
  type StrataTotal,
  type StratumDraws,
} from './lists/combine/sum-over-strata.ts'
export { existenceOf, type Existence } from './lists/loglinear/existence.ts'
export { fitModel, workspaceFor, type FittedModel } from './lists/loglinear/fit-model.ts'
export { closureOf, modelsOf, nameOfModel } from './lists/loglinear/hierarchy.ts'
export {
  answerByAverage,
  answerByBestModel,
  answerByIndependence,
  type BestModelAnswer,
  type IndependenceAnswer,
  type ModelAverageAnswer,
} from './lists/loglinear/log-linear-answers.ts'
export {
  bestModel,
  competingModels,
  modelTable,
  weighModels,
  type Criterion,
  type ModelTable,
  type SetAside,
  type WeighedModel,
} from './lists/loglinear/model-table.ts'
export { profileInterval, type ProfileInterval } from './lists/loglinear/profile-interval.ts'
export { averageOverGraphs } from './lists/graphs/average-over-graphs.ts'
export type { GraphAnswer, GraphPosterior, GraphSummary, SearchOutcome } from './lists/graphs/graph-answer.ts'
export { posteriorOverGraphs } from './lists/graphs/graph-posterior.ts'
export { GRAPH_SETTINGS, type GraphSettings } from './lists/graphs/graph-settings.ts'
export { drawMissing } from './lists/graphs/missing-posterior.ts'
export {
  varyHighestOrder,
  varyPairs,
  type PairSupposed,
  type Supposed,
} from './lists/loglinear/sensitivity.ts'
export {
  answerByChapman,
  pairEstimates,
  type ChapmanAnswer,
  type PairEstimate,
} from './lists/two-lists/chapman.ts'
export { captureModels } from './lists/capture-models/capture-models.ts'
export {
  answerByChao,
  answerByHeterogeneity,
  type HeterogeneityAnswer,
  type LowerBoundAnswer,
} from './lists/capture-models/capture-answers.ts'
export type { Tail } from './lists/capture-models/capture-columns.ts'
export type { CaptureFit, CaptureModelName } from './lists/capture-models/capture-fit.ts'
export { latentClass, type ChainSummary, type LatentClassAnswer } from './lists/latent-class/latent-class.ts'
export type { Quantiles } from './lists/latent-class/judge-chains.ts'
export { runLatentClassChains, type LatentClassRun } from './lists/latent-class/latent-class-chains.ts'
export {
  LATENT_CLASS_SETTINGS,
  type LatentClassSettings,
} from './lists/latent-class/latent-class-settings.ts'
export { varyClassPrior, type OtherPrior } from './lists/latent-class/vary-class-prior.ts'
export { convergenceOf, type Convergence } from './numerics/convergence.ts'
export { posteriorDensity, type PosteriorDensity } from './numerics/posterior-density.ts'
export { priorSensitivity, type PriorVaried } from './lists/graphs/prior-sensitivity.ts'
export { placesOf, type Calibration } from './calibration/calibration.ts'
export { CALIBRATIONS } from './calibration/calibrations.ts'
export { placeAmong, rankHistogram, type RankHistogram } from './calibration/rank-histogram.ts'
export {
  BOOTSTRAP_SETTINGS,
  type BootstrapAnswer,
  type BootstrapSettings,
  type ModelChosen,
} from './lists/bootstrap/bootstrap-answer.ts'
export { bicModelsFor, bootstrapByBic, type BicSettings } from './lists/bootstrap/bootstrap-by-bic.ts'
export { densityOfDraws, modesOf, type Hill } from './lists/density-of-draws.ts'
export { STEPWISE_THRESHOLD, stepwise, type StepwiseSettings } from './lists/stepwise/stepwise.ts'
export { bayesianThreshold } from './lists/bayesian-threshold/bayesian-threshold.ts'
export type { PairJudged, ThresholdAnswer } from './lists/bayesian-threshold/threshold-answer.ts'
export { THRESHOLD_SETTINGS, type ThresholdSettings } from './lists/bayesian-threshold/threshold-settings.ts'
