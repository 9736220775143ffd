export type { Mistake } from './folder/mistake.ts'
export { readInvestigation, type FolderRead } from './folder/read-investigation.ts'
export { writeInvestigation } from './folder/write-investigation.ts'
export { readOverlapCsv, type OverlapRead } from './estimate/read-overlap-csv.ts'
export { readPatternFile, type PatternRead } from './estimate/read-pattern-file.ts'
export { DELIMITERS, type Delimiter } from './lists/delimiter.ts'
export type { ListFault, ListReason } from './lists/list-fault.ts'
export { givenFileOf, type GivenFile } from './bytes/given-file.ts'
export { LIST_LIMITS } from './lists/list-limits.ts'
export {
  headersKey,
  mappingFaults,
  type ColumnMapping,
  type DateOrder,
  type ListMapping,
  type MappingFault,
} from './lists/list-mapping.ts'
export type { ListBatch, ListRow, ListStep } from './lists/list-rows.ts'
export { FOUND_OUT, openList, type ListAsked, type ListForm, type OpenList } from './lists/open-list.ts'
export { headOf, rowAsRead, type CellShown, type ListHead } from './lists/preview-list.ts'
export { proposeMapping, type ProposedMapping } from './lists/propose-mapping.ts'
export { readCell, type CellRead, type CellReason } from './lists/read-cell.ts'
export { fieldsOf, rowReader, type CellFault, type RowReader } from './lists/row-reader.ts'
export type { Encoding, EncodingFound } from './bytes/text-of-bytes.ts'
export { drawPdfPage, type PageToDraw } from './texts/draw-pdf-page.ts'
export { readTextFile } from './texts/read-text-file.ts'
export { readTextFiles, type FileRead } from './texts/read-text-files.ts'
export type { TextFault, TextRefusal, TextWarning } from './texts/text-fault.ts'
export { TEXT_LIMITS } from './texts/text-limits.ts'
export {
  AS_FOUND,
  type LabelSeen,
  type ReadText,
  type ReadTurn,
  type TextAsked,
  type TextForm,
  type TextResult,
} from './texts/text-read.ts'
export {
  machineInWords,
  writeMachineTranscript,
  type Engine,
  type FileDigest,
  type MachineSegment,
  type MachineTranscript,
} from './texts/machine-transcript.ts'
export { segmentsOfWhisperCpp } from './texts/read-whisper.ts'
export { namesNobody } from './texts/speaker-labels.ts'
export { sourceByName } from './texts/source-by-name.ts'
export { timeInWords } from './texts/time-marks.ts'
export {
  nameOfScope,
  recipientOf,
  scopeNamed,
  type OutsideScope,
  type PackageScope,
} from './package/package-scope.ts'
export {
  bytesSource,
  digestAll,
  planBag,
  textSource,
  type BagPlan,
  type Digested,
  type PackageSource,
} from './package/plan-bag.ts'
export { planPackage, type PackagePlan } from './package/plan-package.ts'
export {
  isNamed,
  keyOfRecord,
  KINDS,
  recordLine,
  RECORD_KINDS,
  subjectOfRecord,
  type PackagedInvestigation,
  type RecordKind,
} from './package/record-kinds.ts'
export { readHead } from './package/read-head.ts'
export { readTar } from './package/read-tar.ts'
export { PURPOSES_OF, selectRecords, type SelectFault, type Selection } from './package/select-records.ts'
export { writeTar, type TarFile } from './package/write-tar.ts'
export { actFileOf, readActFiles, type ActFile, type ActFiles } from './acts/act-files.ts'
export {
  ACT_FIELDS,
  ACT_TABLES,
  actMappingOf,
  actMappingShape,
  proposeActMapping,
  type ActDraft,
  type ActMapping,
  type ActTable,
} from './acts/act-mapping.ts'
export { actRows, type ActRow } from './acts/act-row.ts'
export {
  readActs,
  type ActsAsked,
  type ActsRead,
  type ActsResult,
  type ClaimToBe,
  type RowMade,
} from './acts/read-acts.ts'
export {
  broughtWork,
  strangeTexts,
  type Brought,
  type BroughtCode,
  type BroughtPassage,
  type BroughtSource,
  type BroughtText,
  type BroughtWork,
  type ProjectSaid,
  type TextSaid,
} from './exchange/brought-work.ts'
export { broughtWorkShape } from './exchange/brought-shape.ts'
export { claimsCsv } from './exchange/claims-csv.ts'
export type { RecordLinks } from './exchange/record-links.ts'
export { webAnnotations } from './exchange/web-annotations.ts'
export { LIKELY_COUNTINGS, type Counting } from './qdpx/counting.ts'
export type { ExchangeFault, ExchangeRefusal, ExchangeWarning } from './qdpx/exchange-fault.ts'
export type { ExchangedWork, ReturnedWork } from './qdpx/exchanged-work.ts'
export * from './qdpx/qda-project.ts'
export { readQdpx, type QdpxRead } from './qdpx/read-qdpx.ts'
export { returnedWork, type Returned } from './qdpx/returned-work.ts'
export { writeQdc } from './qdpx/write-qdc.ts'
export { writeQdpx } from './qdpx/write-qdpx.ts'
export { inspectFile } from './inspect/inspect-file.ts'
