export { acceptLinkageRun, type AcceptLinkageRun } from './accept-linkage-run.ts'
export { addText, type AddText } from './add-text.ts'
export { askRun, type AskRun } from './ask-run.ts'
export { cancelRun, type CancelRun } from './cancel-run.ts'
export { endRun, type EndRun } from './end-run.ts'
export { giveUpRun, type GiveUpRun } from './give-up-run.ts'
export { repeatRun, type RepeatRun } from './repeat-run.ts'
export { reviseEstimate, type ReviseEstimate } from './revise-estimate.ts'
export {
  askLinkageRun,
  repeatLinkageRun,
  type AskLinkageRun,
  type RepeatLinkageRun,
} from './ask-linkage-run.ts'
export { askEstimate, type AskEstimate } from './ask-estimate.ts'
export { dismissContrary, type DismissContrary } from './dismiss-contrary.ts'
export {
  cancelLinkageRun,
  endLinkageRun,
  giveUpLinkageRun,
  type CancelLinkageRun,
  type EndLinkageRun,
  type GiveUpLinkageRun,
  type LinkageOutcome,
} from './end-linkage-run.ts'
export { enrolMember } from './enrol-member.ts'
export { grantRole, type GrantRole } from './grant-role.ts'
export { importInvestigation, type Imported, type ImportInvestigation } from './import-investigation.ts'
export { issueSignInLink, LINK_LASTS_MS, type SignInLink } from './issue-sign-in-link.ts'
export {
  judgeCluster,
  judgePair,
  takeBackJudgement,
  type JudgeCluster,
  type Judged,
  type JudgePair,
  type TakeBackJudgement,
} from './judge-pair.ts'
export { linkOrigins, type LinkOrigins } from './link-origins.ts'
export { mapList, type MapList } from './map-list.ts'
export { markPassage, type MarkPassage } from './mark-passage.ts'
export { openInvestigation, type OpenInvestigation } from './open-investigation.ts'
export { publishReport, type PublishReport } from './publish-report.ts'
export { reachFinding, type ReachFinding } from './reach-finding.ts'
export { receiveLinkage, type ReceiveLinkage } from './receive-linkage.ts'
export { receiveList, type ReceiveList } from './receive-list.ts'
export { receiveListFile, type ListReceived, type ReceiveListFile } from './receive-list-file.ts'
export { recordConsent, type RecordConsent } from './record-consent.ts'
export { recordInterview, type RecordInterview } from './record-interview.ts'
export { recordPerson, type RecordPerson } from './record-person.ts'
export { recordPlace, type RecordPlace } from './record-place.ts'
export { recordSource, type RecordSource } from './record-source.ts'
export { recordUnit, type RecordUnit } from './record-unit.ts'
export { resolveContradiction, type ResolveContradiction } from './resolve-contradiction.ts'
export type { Fallen } from './restand.ts'
export { signFinding, type SignFinding } from './sign-finding.ts'
export { signIn, type SignedIn } from './sign-in.ts'
export { signOut } from './sign-out.ts'
export { stateClaim, type StateClaim } from './state-claim.ts'
export { takeRole } from './take-role.ts'
export { withdrawConsent, type Uses, type WithdrawConsent } from './withdraw-consent.ts'
export { writeReport, type WriteReport } from './write-report.ts'
