export { readMembers, readTeam } from './read/members.ts'
export { readAccount } from './read/account.ts'
export { readClaim, readClaims, type ClaimsAsked } from './read/claims.ts'
export { readConflicts } from './read/conflicts.ts'
export { readCode, readCodes } from './read/codes.ts'
export { readRegisters } from './read/registers.ts'
export { readInterviews } from './read/interviews.ts'
export { readActTables } from './read/act-tables.ts'
export { readExchange } from './read/exchange.ts'
export { readElements } from './read/elements.ts'
export { readEstimate, readEstimates } from './read/estimates.ts'
export { readFinding, readFindings } from './read/findings.ts'
export { readStandingIf, readWithoutSources } from './read/weighing.ts'
export { readLists, readOverlap } from './read/lists.ts'
export { readRun, readRuns, readRunsCompared } from './read/runs.ts'
export { readLedger, type LedgerAsked } from './read/ledger.ts'
export {
  publicCheckpoint,
  publicKey,
  publicTile,
  publishedProof,
  readCheckpointView,
  readProof,
  type ProofReader,
} from './read/checkpoint.ts'
export { readPackages } from './read/packages.ts'
export { readOverview } from './read/overview.ts'
export { readsIn, type Reader } from './read/reader.ts'
export { readReleaseCheck, readReleases, readReleaseStates, readTasks } from './read/release.ts'
export { readReport } from './read/reports.ts'
export { readSession } from './read/session.ts'
export { readSource, readSources } from './read/sources.ts'
export { readAgreement } from './read/agreement.ts'
export { readTranslations } from './read/translations.ts'
export { readText } from './read/text.ts'
export {
  publishedAnnex,
  publishedPdf,
  readPublications,
  readPublished,
  type Published,
  type PublishedCard,
} from './read/published.ts'
export {
  readCluster,
  readLinkageRun,
  readLinkageRuns,
  readListIntake,
  readProposedLinkage,
  readReviewQueue,
} from './read/linkage-runs.ts'
export { readSavedSearches, readSearch, type SearchRead } from './read/search.ts'
export { readPairExplained } from './read/pair-explained.ts'
export { readExhibit, readExhibits } from './read/exhibits.ts'
export { readListPreview } from './read/list-preview.ts'
export { readClusters, readListRows, readPairSeen, readReviewState } from './read/linkage-review.ts'
export { readCustodians, readKeys, readSealedAsked, readSealing } from './read/sealing.ts'
