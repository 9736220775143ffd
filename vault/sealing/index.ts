export { checkRecipients, stanzasOf, type HeaderFault } from './age-header.ts'
export { doRun, type Hand, type Run } from './age-payload.ts'
export { KDF, STRETCH_IN_SCRIPT, type Stretch } from './argon2id.ts'
export {
  currentCustodians,
  digestOfCustodians,
  IDENTITY_KEY,
  makeIdentityKey,
  recipientsOf,
  signCustodians,
  type Custodian,
  type Custodians,
  type CustodiansFault,
} from './custodians.ts'
export { openStream, sealStream, type SealingStream } from './exhibit-stream.ts'
export {
  digestOfCard,
  knownMember,
  makeCard,
  type CardFault,
  type KnownMember,
  type MemberCard,
  type SignedCard,
} from './member-card.ts'
export { makeMemberKeys, publicHalvesOf, type MemberKeys, type PublicHalves } from './member-keys.ts'
export { checkSealed, checkStatement, openValue, type Expected, type OpenFault } from './open-record.ts'
export { makePasskey } from './passkey.ts'
export { safetyNumber } from './safety-number.ts'
export {
  COPY,
  digestOfSealed,
  ORIGINAL,
  sealValue,
  type Author,
  type Recipient,
  type SealedContent,
  type SealedContext,
  type SealedPlace,
  type SealedRecord,
  type SealedStatement,
  type SealFault,
} from './sealed-record.ts'
export { openDraft, sealDraft } from './sealed-draft.ts'
export { makeSignInPassphrase, verifierOf, type SignInVerifier } from './sign-in-verifier.ts'
export { isSigned, type Signed, type StatementKind } from './signed-statement.ts'
export { joinShares, splitKey, USUAL_SPLIT, type JoinFault, type SplitCheck } from './split-key.ts'
export { signComparison, trustedBy, type Comparison, type Trusted } from './trusted.ts'
export {
  openByOwnPasskey,
  openByPassphrase,
  openByRecoveryKey,
  withPasskey,
  wrapKeys,
  type ShownOnce,
  type UnwrapFault,
  type WrappedKeys,
} from './wrapped-keys.ts'
