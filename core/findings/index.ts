export { canBeSigned } from './can-be-signed.ts'
export type { Evidence } from './evidence.ts'
export { explainStanding } from './explain-standing.ts'
export * from './finding.ts'
export { hasFallen } from './has-fallen.ts'
export { robustnessOf, SEARCH_BOUND } from './robustness-of.ts'
export * from './standing.ts'
export { standingOf, standingsOf } from './standing-of.ts'
export { CRIMES, isContext, type Crime, type ElementOfCrime, type ElementRole } from './elements/crimes.ts'
export * from './elements/elements-table.ts'
export { readOfficialText, type OfficialText } from './elements/official-text.ts'
export { readExplanations, type Explanations, type RatedCell } from './matrix/explanations.ts'
export {
  CONSISTENCIES,
  readHypotheses,
  type Consistency,
  type HypothesesMatrix,
  type HypothesesReading,
} from './matrix/competing-hypotheses.ts'
export { corroborationMatrix, type MatrixCell, type MatrixGroup } from './matrix/corroboration-matrix.ts'
export { withoutSources, type WithoutSources } from './matrix/without-sources.ts'
