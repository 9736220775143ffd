export * from './commitment.ts'
export * from './entry.ts'
export {
  appendLeaf,
  EMPTY_RANGE,
  rangeAt,
  rootOf,
  treeHash,
  type Appended,
  type CompactRange,
  type TreeNode,
} from './merkle/compact-range.ts'
export { type HashAt } from './merkle/hash-at.ts'
export { mayBeSigned, type SigningFault } from './merkle/may-be-signed.ts'
export { type NodePlace } from './merkle/perfect-subtrees.ts'
export {
  consistencyPlan,
  consistencyProof,
  inclusionPlan,
  inclusionProof,
  proofOf,
  type Proof,
  type ProofPlan,
} from './merkle/prove.ts'
export { RFC_6962, treeHasher, type Hash, type TreeHasher } from './merkle/tree-hasher.ts'
export { readSize } from './merkle/tree-size.ts'
export { verifyConsistency, type ConsistencyFault, type TreeHead } from './merkle/verify-consistency.ts'
export { verifyInclusion, type Inclusion, type InclusionFault } from './merkle/verify-inclusion.ts'
export { SHA_256_IN_SCRIPT, type Sha256 } from './sha256.ts'
export { verifyChain, type ChainFault, type HeldContent, type Verified } from './verify-chain.ts'
export { verifyLedger, type LedgerFault, type VerifiedLedger } from './verify-ledger.ts'
