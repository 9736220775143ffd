import type {
  InvestigationId,
  Json,
  LinkageId,
  LinkageRunId,
  ListId,
  MemberId,
  Words,
} from '@corroborate/base'
import type { Judgement, LinkageSettings, NewListGiven, RecordsKind } from '@corroborate/linkage'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface ListTable extends Owned {
  readonly id: ListId
  readonly code: string
  readonly title: JsonText<Words>
  readonly holder: string
  readonly columns: JsonText<readonly string[]>
}

export interface ListRecordTable extends Owned {
  readonly list: ListId
  readonly cells: JsonText<readonly string[]>
  /** Its line in the file or its row in the sheet; null for a list that came without its file. */
  readonly line: number | null
}

export interface LinkageTable extends Owned {
  readonly id: LinkageId
  readonly code: string
  readonly title: JsonText<Words>
  readonly made_by: JsonText<Words>
}

export interface LinkageLinkTable extends Owned {
  readonly linkage: LinkageId
  readonly list: ListId
  /** The ordinal of the row in its list. */
  readonly record: number
  readonly person: string
  readonly draw: number | null
}

/** The file that a list was read from. */
export interface ListProvenanceTable {
  readonly investigation: InvestigationId
  readonly list: ListId
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  /** How it was read. */
  readonly form: JsonText<Json>
  readonly rows: number
  /** Rows that were set aside; the first of them are told in `faults`. */
  readonly aside: number
  readonly faults: JsonText<readonly string[]>
  /** Of all cells, in order. */
  readonly rows_sha256: string
  readonly received_by: string
  readonly received_at: string
}

/** How the columns of a list are read, from when on; the last counts. */
export interface ListMappingTable {
  readonly investigation: InvestigationId
  readonly ordinal: number
  readonly list: ListId
  /** Digest of the names of the columns: under it a mapping is found for another list. */
  readonly headers: string
  readonly mapping: JsonText<Json>
  readonly clean: 0 | 1
  readonly mapped_by: string
  readonly mapped_at: string
}

export interface LinkageRunTable {
  readonly investigation: InvestigationId
  readonly ordinal: number
  readonly id: LinkageRunId
  readonly lists: JsonText<readonly ListId[]>
  readonly settings: JsonText<LinkageSettings>
  /** The last judgement that it heeds; 0 for none. */
  readonly judged: number
  readonly inputs: string
  readonly software: string
  readonly repeats: LinkageRunId | null
  /** What kind of records were linked; null of runs that were asked for before that was kept. */
  readonly records: RecordsKind | null
  /** The run against which the last of the lists were linked, and whether its model stood. */
  readonly grows: LinkageRunId | null
  readonly model: NewListGiven['model'] | null
  readonly asked_by: string
  readonly asked_at: string
  readonly member: MemberId
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly share: number
  readonly runner: string | null
  readonly seen_at: string | null
  readonly ended_at: string | null
  readonly summary: JsonText<Json> | null
  readonly data_sha256: string | null
  readonly sha256: string | null
  readonly reason: string | null
  readonly detail: string | null
}

/** A pair that a run kept. Its records are rows of lists. */
export interface LinkagePairTable {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
  readonly ordinal: number
  readonly left_list: ListId
  readonly left_record: number
  readonly right_list: ListId
  readonly right_record: number
  readonly pattern: number
  readonly weight: number
}

/** A record that shares a cluster with another. One that stands alone has no row here. */
export interface LinkageMemberTable {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
  readonly list: ListId
  readonly record: number
  readonly cluster: string
}

/** How many rows of a run hold a value in a column; a value that one row holds is not kept. */
export interface LinkageValueTable {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
  /** A column of the linkage, or those of a chain. */
  readonly field: string
  readonly value: string
  readonly held: number
}

/** What a person said of two records; written once. */
export interface JudgementTable {
  readonly investigation: InvestigationId
  readonly ordinal: number
  readonly left_list: ListId
  readonly left_record: number
  readonly right_list: ListId
  readonly right_record: number
  readonly verdict: Judgement['verdict']
  readonly judged_by: string
  readonly judged_at: string
  readonly why: string | null
  /** The run that showed the pair, if one did. */
  readonly run: LinkageRunId | null
}
