import type { LinkageRunId, ListId, Words } from '@corroborate/base'
import type { CellShown, ListForm, ListMapping, ProposedMapping } from '@corroborate/interchange'
import type {
  BlockingCount,
  Contradiction,
  FieldKind,
  Judgement,
  LinkageModel,
  LinkageSettings,
  LinkageWarnings,
  MarkedTexts,
  PairExplanation,
  RecordsKind,
  ReviewerAgreement,
  Unlinkables,
} from '@corroborate/linkage'
import type { ScoreHistogram } from '@corroborate/press/charts'
import type { KeptPair, LinkageRunFound, ListProvenance } from '@corroborate/store'
import type { ChangesNamed } from './changes-named.ts'
import type { CellsUnread } from './gather-lists.ts'

export type { HeldDifferent, Judged } from './judgements-said.ts'

/** GET /investigations/:id/linkage-runs : the latest first. */
export interface LinkageRunsView {
  readonly runs: readonly LinkageRunRow[]
}

export interface LinkageRunRow extends LinkageRunFound {
  /** The run that this one does again, and whether it came to the same bytes; null while it is not done. */
  readonly repeated: { readonly run: LinkageRunId; readonly same: boolean | null } | null
}

/** GET /investigations/:id/linkage-runs/:run */
export interface LinkageRunView {
  readonly row: LinkageRunRow
  readonly lists: readonly LinkedListCard[]
  /** People by the lists that they are on, those of one list among them; empty while it is not done. An UpSet picture is drawn of it. */
  readonly overlap: readonly { readonly lists: readonly ListId[]; readonly people: number }[]
}

export interface LinkedListCard {
  readonly id: ListId
  readonly code: string
  readonly title: Words
  readonly rows: number
}

/** GET /investigations/:id/linkage-runs/:run/queue?size= : pairs to judge, blind: neither weight nor probability is among what is sent. */
export interface ReviewQueueView {
  readonly pairs: readonly PairToJudge[]
  /** How many pairs the run kept, and how many of them whoever asks has judged. */
  readonly kept: number
  readonly judged: number
}

export interface PairToJudge {
  /** Its place among the pairs of the run, from 1. */
  readonly pair: number
  readonly left: RecordShown
  readonly right: RecordShown
  /** What both say of each field that a list of the run has, side by side. */
  readonly fields: readonly FieldBeside[]
}

/** One field of two records. */
export interface FieldBeside {
  readonly field: string
  readonly kind: FieldKind
  /** What is marked are the words as they are read: a day in one form, names and places as they came. */
  readonly marked: MarkedTexts
  /** The cells as they came. */
  readonly left: string | null
  readonly right: string | null
}

/** A row of a list as it came, with where it stands. */
export interface RecordShown {
  readonly list: ListId
  readonly code: string
  readonly row: number
  readonly line: number | null
  readonly columns: readonly string[]
  readonly cells: readonly string[]
  /** What it is read into, by field; null where it says nothing. */
  readonly read: readonly FieldRead[]
}

export interface FieldRead {
  readonly field: string
  readonly kind: FieldKind
  /** The cell as it came. */
  readonly cell: string
  readonly text: string | null
}

/** GET /investigations/:id/linkage-runs/:run/cluster?name= : the records of one cluster, the pairs between them, and what people said of these. */
export interface ClusterView {
  readonly name: string
  readonly records: readonly RecordShown[]
  readonly pairs: readonly (KeptPair & { readonly probability: number })[]
  readonly judgements: readonly Judgement[]
}

/** GET /investigations/:id/lists/:list/intake : where a list came from and how it is read. Null parts where nothing is kept of it. */
export interface ListIntakeView {
  readonly provenance: ListProvenance | null
  readonly mapping: ListMapping | null
  readonly clean: boolean | null
  readonly first: readonly {
    readonly row: number
    readonly line: number | null
    readonly cells: readonly string[]
  }[]
}

/** POST /investigations/:id/list-files/preview, a form with `file` : what it is, and how it would be read. Writes nothing. */
export interface ListPreview {
  readonly file: string
  readonly form: ListForm
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly line: number
    readonly cells: readonly string[]
    readonly read: readonly CellShown[]
  }[]
  readonly aside: readonly string[]
  readonly proposed: ProposedMapping
  /** How the last list with the same columns was read. */
  readonly before: ListMapping | null
}

/** What a run keeps of itself for whoever reads it (`row.state.summary`), before anybody looks at a pair. */
export interface LinkageSummary {
  readonly rows: number
  readonly lists: readonly { readonly code: string; readonly rows: number; readonly clean: boolean }[]
  readonly people: number
  readonly blocking: readonly BlockingCount[]
  readonly model: LinkageModel
  /** Pairs that were kept. */
  readonly pairs: number
  /** Kept pairs by weight, in bins of bits. */
  readonly scores: ScoreHistogram['bins']
  readonly clusters: readonly { readonly size: number; readonly clusters: number }[]
  /** Records that say too little to be linked; null where no pair was made. */
  readonly unlinkables: Unlinkables | null
  readonly warnings: LinkageWarnings
  /** Whether a list has lam and alef reversed, as some PDF readers leave them. */
  readonly reversed: boolean
  /** How many rows say anything in each column that is compared. */
  readonly values: readonly { readonly column: string; readonly rows: number }[]
  readonly unread: readonly CellsUnread[]
  /** What new lists did to the clusters before them; null where all lists were linked anew. */
  readonly changes: ChangesNamed | null
}

/** GET /investigations/:id/linkage-runs/proposed?list=&records= */
export interface ProposedLinkage {
  /** The kind of records that was said, or is guessed from the fields. */
  readonly records: RecordsKind
  readonly settings: LinkageSettings
}

/** GET /investigations/:id/linkage-runs/:run/explanation?left=&right=, records as `list.row` : why the pair weighs what it weighs. */
export interface PairExplainedView {
  /** Null where it cannot be told any more: how the lists are read changed since, or an earlier version made the run. */
  readonly explanation: PairExplanation | null
}

/** GET /investigations/:id/linkage-runs/:run/clusters?after= : those first that most need to be looked at. */
export interface ClustersView {
  readonly clusters: readonly ClusterCard[]
  readonly total: number
  readonly next: number | null
}

export interface ClusterCard {
  readonly name: string
  readonly records: number
  readonly lists: number
}

/** GET /investigations/:id/linkage-runs/:run/review : who judged how many, and how far they agree. */
export interface ReviewStateView {
  readonly reviewers: readonly { readonly name: string; readonly judged: number }[]
  readonly agreements: readonly ReviewerAgreement[]
  readonly contradictions: readonly Contradiction[]
}

/** GET /investigations/:id/linkage-runs/:run/pairs/:pair?shown= : what the machine says, and others, once one has judged oneself. */
export interface PairSeenView {
  readonly pair: number
  readonly pattern: number
  readonly weight: number
  readonly probability: number
  readonly words: readonly Judgement[]
}

/** GET /investigations/:id/lists/:list/rows?after= */
export interface ListRowsView {
  readonly rows: ListIntakeView['first']
  readonly next: number | null
}
