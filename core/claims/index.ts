export * from './basis.ts'
export { blankedClaim } from './blanked-claim.ts'
export * from './claim.ts'
export { isCompatiblePlace, placeTreeOf, type PlaceTree } from './compatible-places.ts'
export * from './contradiction.ts'
export { findContradictions } from './find-contradictions.ts'
export { disjoint, lineageOf, type Lineage } from './lineage.ts'
export { independentClaims, originsOfClaim } from './origins-of-claim.ts'
export * from './pattern.ts'
export * from './register.ts'
export { patternFrom } from './read/pattern-from.ts'
export type { CountedUnit, PartOfDay, Proposal, QuantityReading, Reading, RoleTerm } from './read/proposal.ts'
export { proposalsFrom } from './read/proposals-from.ts'
export {
  agreementOfCoders,
  codesBelow,
  disagreementsIn,
  kappaOverTurns,
  type CodedStretch,
  type CodedText,
  type Compared,
  type Disagreement,
} from './coding/agreement-of-coders.ts'
export {
  unitizedAlpha,
  type Coefficient,
  type Unit as CodedUnit,
  type UnitizedAgreement,
} from './coding/unitized-alpha.ts'
