import type {
  CustodyEventId,
  ExhibitFileId,
  ExhibitId,
  InvestigationId,
  SourceId,
  TextId,
  Words,
} from '@corroborate/base'
import type { CustodyKind, FixityFault, Generation } from '@corroborate/testimony'
import type { AtRest } from '@corroborate/vault'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface ExhibitTable extends Owned {
  readonly id: ExhibitId
  readonly code: string
  readonly title: JsonText<Words>
  readonly source: SourceId | null
  readonly generation: Generation
  readonly whereabouts: string | null
}

/** A file of an exhibit: what it is, and where it lies. The evidentiary copy has no `made_from`. */
export interface ExhibitFileTable extends Owned {
  readonly id: ExhibitFileId
  readonly exhibit: ExhibitId
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly sha512: string
  /** SHA-256 of the bytes that lie in the file store, by which they are called there, and how many they are. */
  readonly address: string
  readonly size: number
  readonly at_rest: AtRest
  readonly made_from: ExhibitFileId | null
  readonly tool: string | null
  readonly tool_version: string | null
  readonly changes: string | null
  readonly received_by: string
  readonly received_at: string
}

/** The file that a text was written down from; the last of a text, in whichever of its versions, counts. */
export interface TextRecordingTable extends Owned {
  readonly text: TextId
  readonly file: ExhibitFileId
  readonly tied_by: string
  readonly tied_at: string
}

export interface CustodyEventTable extends Owned {
  readonly id: CustodyEventId
  readonly exhibit: ExhibitId
  readonly file: ExhibitFileId | null
  readonly kind: CustodyKind
  readonly actor: string
  readonly recipient: string | null
  readonly at: string
  readonly place: string | null
  readonly reason: string
  readonly recorded_by: string
  readonly recorded_at: string
}

/** A check of all files of an investigation. */
export interface FixityCheckTable extends Owned {
  readonly started_at: string
  readonly ended_at: string
  readonly checked_by: string
  readonly files: number
  readonly bytes: number
}

export interface FixityFaultTable {
  readonly investigation: InvestigationId
  /** The ordinal of the check. */
  readonly fixity_check: number
  readonly file: ExhibitFileId
  readonly kind: FixityFault['kind']
  readonly sha256: string | null
  readonly bytes: number | null
}
