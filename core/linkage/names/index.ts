export {
  CHAIN_LEVELS,
  chainLevel,
  compareChains,
  NO_CHAIN,
  type Chain,
  type ChainLevel,
} from './compare-chains.ts'
export {
  compareNames,
  NAME_LEVELS,
  type NameComparison,
  type NameLevel,
  type PairedPart,
} from './compare-names.ts'
export {
  compareParts,
  LETTERS_DECIDE,
  levelOfLetters,
  lettersOf,
  NEAR_FROM,
  PART_LEVELS,
  partLevel,
  settledLevel,
  type PartComparison,
  type PartLevel,
} from './compare-parts.ts'
export { knownAs, knownNamesFrom, withNames, type KnownNames } from './known-names.ts'
export { NORMALISE_STEPS, type NormaliseStep } from './letters.ts'
export { nameFeatures, type NameFeatures } from './name-features.ts'
export { ROLES, type NamePart, type Role, type RolePart } from './name-part.ts'
export { nameKeys, type NameKeys } from './name-keys.ts'
export { nameTable, partTable, type NameTable, type PartTable } from './name-table.ts'
export { normaliseName, type NormalisedName } from './normalise-name.ts'
export { OPENERS as NAME_OPENERS, PARTICLES, type Particle } from './particles.ts'
export { readName, readPart, type ReadName } from './read-name.ts'
export { repairedLamAlef, scanForReversedLamAlef, type LamAlefScan } from './repair-lam-alef.ts'
export { romanised } from './romanise.ts'
export { scriptOf, type Script } from './script-of.ts'
export { relaxedSkeleton, skeletonOf } from './skeleton.ts'
export { USUAL_NAMES } from './usual-names.ts'
