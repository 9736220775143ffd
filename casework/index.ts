export type * from './shapes.ts'
export type * from './shapes-of-elements.ts'
export type * from './shapes-of-exchange.ts'
export type * from './shapes-of-exhibits.ts'
export type * from './shapes-of-interviews.ts'
export type * from './shapes-of-account.ts'
export type * from './shapes-of-members.ts'
export { act, done, mayDo, NOT_FOUND, type Act, type Done } from './act.ts'
export type { Desk, InInvestigation, Operator } from './desk.ts'
export { makeMemory, type Memory } from './memory.ts'
export { MEMBER_ROLES, roleNamed, type MemberRole, type Permission } from './permission.ts'
export {
  signCheckpoint,
  signFault,
  signWhatChanged,
  type NewlySigned,
  type SignedNow,
  type SignFault,
  type SigningDesk,
} from './sign-checkpoint.ts'
export { makeSigning, type Signing } from './signing.ts'
export { addPasskeyAsked } from './add-passkey.ts'
export { comeInByPassphrase, saltFor } from './sign-in-by-passphrase.ts'
export { comeInByPasskey } from './sign-in-by-passkey.ts'
export { makeChallenge } from './challenge.ts'
export { passkeyToMake, passkeyToShow } from './passkey-options.ts'
export type { SignedIn } from './begin-session.ts'
export type { PasskeySite } from './webauthn.ts'
export { memberAt, SESSION_IDLE_MS, SESSION_LASTS_MS, type PresentMember } from './session.ts'
export { inputsOfRun } from './linkage-asked.ts'
export { checkFixity, type CheckedInvestigation, type FilesDesk, type FixityFound } from './check-fixity.ts'
export { takePackageIn, type ReceivingDesk } from './take-package-in.ts'
export { recoverFiles, takeInFile, type ComingFile } from './take-in-file.ts'
export { gatherLists, type CellsUnread, type ListToGather } from './gather-lists.ts'
export { linkageOutcome, type Linked } from './linkage-outcome.ts'
export { linkageKnown } from './linkage-known.ts'
export { listsToLink, type ListToLink } from './lists-to-link.ts'
export { fieldsShared, proposeLinkage } from './propose-linkage.ts'
export { writtenOut } from './exchange/work-out.ts'
export { studyReadyIn } from './study-input-of.ts'
export { FileGone, planBackup, type BackupHead, type FilesToBackUp } from './backup/plan-backup.ts'
export { restoreBackup, type Restored, type RestoreFault } from './backup/restore-backup.ts'
export * from './acts.ts'
export * from './reads.ts'
