export { fromBase64, toBase64 } from './base64.ts'
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
export { perfectSubtrees, type NodePlace } from './merkle/perfect-subtrees.ts'
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
export {
  cosign,
  originOf,
  readCheckpoint,
  signCheckpoint,
  writeCheckpoint,
  type Checkpoint,
} from './note/checkpoint.ts'
export { isReached, shownQuorum, type Quorum } from './note/quorum.ts'
export {
  openNote,
  parseNote,
  signNote,
  textOf,
  withSignature,
  writeNote,
  type NoteSignature,
  type OpenedNote,
  type Signed,
  type SignedNote,
} from './note/signed-note.ts'
export { trustCheckpoint, type TrustedCheckpoint, type TrustFault } from './note/trust-checkpoint.ts'
export { readTrustPolicy, type TrustPolicy, type Witness } from './note/trust-policy.ts'
export {
  readVerifierKey,
  shownKey,
  signerFrom,
  verifierKey,
  writeVerifierKey,
  type KeyType,
  type Signer,
  type VerifierKey,
} from './note/verifier-key.ts'
export {
  readTlogProof,
  verifyTlogProof,
  writeTlogProof,
  type ProofFault,
  type Proven,
  type TlogProof,
} from './proof/tlog-proof.ts'
export { SHA_256_IN_SCRIPT, type Sha256 } from './sha256.ts'
export { readBundle, verifyBundle, writeBundle } from './tiles/entry-bundle.ts'
export { hashAtOfTiles, tileBytes, verifyTile, type ReadTile, type TileFault } from './tiles/hash-tile.ts'
export { readTilePath, tilePath, type Tile } from './tiles/tile-path.ts'
export { tilesOfPlan, tilesOfTree, widthAt } from './tiles/tiles-of-tree.ts'
export { verifyChain, type ChainFault, type HeldContent, type Verified } from './verify-chain.ts'
export { verifyLedger, type LedgerFault, type VerifiedLedger } from './verify-ledger.ts'
export {
  fieldsOf,
  lineOf,
  WITHHELD,
  writeAbout,
  type AboutPackage,
  type Withheld,
} from './package/about-package.ts'
export { readBagHead, type BagHead } from './package/bag-head.ts'
export type { BagItem } from './package/bag-item.ts'
export { DIGESTS_IN_SCRIPT, type DigestName, type Digesting, type Digests } from './package/digests.ts'
export { LineReader } from './package/line-reader.ts'
export { writeManifest } from './package/manifest.ts'
export { writeLine, type PackageLine } from './package/package-line.ts'
export type { Stamped, TokenCheck } from './package/package-tokens.ts'
export { signPackage } from './package/package-note.ts'
export { verifyBag, type BagFault, type VerifiedBag } from './package/verify-bag.ts'
export {
  verifyPackage,
  type PackageAsked,
  type PackageFault,
  type VerifiedPackage,
} from './package/verify-package.ts'
