export { alignVersions, movedStretch, type AlignedStretch } from './align-versions.ts'
export { consentChanges, isAllowed, type ConsentChanges } from './consent-changes.ts'
export * from './custody.ts'
export { blankWords } from './blank-words.ts'
export { carryPassages, type CarriedPassages } from './carry-passages.ts'
export { caretWalk, chosenBy, type Caret, type CaretMove, type CaretWalk, type ReadingUnit } from './caret.ts'
export { codePointLength, indexText, sliceCodePoints, type TextIndex } from './code-points.ts'
export { correctedText, type CorrectedText, type Correction } from './corrected-text.ts'
export * from './exhibit.ts'
export { directionOfWords } from './direction-of-words.ts'
export * from './coding.ts'
export { findPassage, type Quote } from './find-passage.ts'
export * from './fixity.ts'
export { freezeText, type FrozenText, type TextChanges } from './freeze-text.ts'
export * from './interview.ts'
export { layTurns, type LaidText, type SpokenPiece, type SpokenTurn } from './lay-turns.ts'
export { contextOf, makePassage, type Stretch } from './make-passage.ts'
export * from './machine-transcript.ts'
export * from './passage.ts'
export { reanchor } from './reanchor.ts'
export * from './source.ts'
export { speakingIn } from './speaking-in.ts'
export * from './text.ts'
export * from './translation.ts'
export { spokenFrom, turnsOf } from './turns-of.ts'
export { verifyPassage, verifyText } from './verify-passage.ts'
export type {
  Candidate,
  CandidateKind,
  KeysOfName,
  ProtectedName,
  Spotted,
} from './protected-names/candidate.ts'
export { findCandidates } from './protected-names/find-candidates.ts'
export { findNames, indexNames, type NameIndex } from './protected-names/find-names.ts'
export {
  protectText,
  restoreText,
  type Aligned,
  type ProtectedText,
  type Replacement,
} from './protected-names/protect-text.ts'
export { protectTurn, wordsOfTurn } from './protected-names/protect-turn.ts'
export {
  namesBack,
  namesKnown,
  tokensIn,
  wordsReplaced,
  type OriginalWords,
  type StandsFor,
} from './protected-names/original-words.ts'
export { beginningsOf } from './protected-names/words-in.ts'
