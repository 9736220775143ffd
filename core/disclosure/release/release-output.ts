import type { PlaceId, SourceId, When } from '@corroborate/base'
import type { SourceRole } from '@corroborate/testimony'
import type { CountTable } from '../cells/count-table.ts'

/** Everything that would leave: a publication, a package or an answer to a family, as plain data. Whoever lays it out builds this from it. */
export interface ReleaseOutput {
  /** Every text in it, seen or unseen: also alternative texts, labels of charts, names of files, the data beside it. */
  readonly texts: readonly OutputText[]
  /** What it gives of witnesses, in their words or in ours. */
  readonly accounts: readonly Account[]
  readonly tables: readonly TableShown[]
  readonly figures: readonly FigureShown[]
  /** Sentences that call more established than is: what the laws of the report found. */
  readonly overworded: readonly { readonly place: OutputPlace; readonly detail: string }[]
  /** What it rests on: each must be in the ledger. */
  readonly records: readonly { readonly place: OutputPlace; readonly id: string; readonly code: string }[]
  readonly files: readonly FileInspected[]
}

export const OUTPUT_PARTS = [
  'title',
  'text',
  'table',
  'chart',
  'alternative-text',
  'note',
  'claim',
  'source',
  'annex',
  'file-name',
  'metadata',
] as const

export type OutputPart = (typeof OUTPUT_PARTS)[number]

export interface OutputPlace {
  readonly part: OutputPart
  /** Where in the part: an anchor, a file, a cell. */
  readonly at: string
}

export interface OutputText {
  readonly place: OutputPlace
  readonly text: string
}

/** One thing that a witness said, as the output gives it. What it does not tell is null. */
export interface Account {
  readonly place: OutputPlace
  readonly witness: SourceId
  /** Exact words; null where it is told in ours. */
  readonly words: string | null
  readonly role: SourceRole | null
  readonly when: When | null
  readonly where: PlaceId | null
  /** What it is about, as a term of the investigation. */
  readonly topic: string
  /** Whether nobody else in the output says it. */
  readonly alone: boolean
}

/** `named` says which table it is, from one edition to the next. */
export interface TableShown {
  readonly place: OutputPlace
  readonly named: string
  readonly table: CountTable
}

export interface FigureShown {
  readonly place: OutputPlace
  /** The code of the estimate. */
  readonly named: string
  readonly withInterval: boolean
}

export interface FileInspected {
  readonly name: string
  readonly hidden: readonly HiddenInFile[]
}

/** What a file holds that its pages do not show. */
export type HiddenKind =
  | 'author-or-program'
  | 'camera-or-place'
  | 'thumbnail'
  | 'comment'
  | 'revision'
  | 'hidden-text'
  | 'hidden-sheet'
  | 'hidden-layer'
  | 'earlier-state'
  | 'annotation'
  | 'attachment'
  | 'script'
  | 'text-under-image'
  | 'not-readable'

export interface HiddenInFile {
  readonly kind: HiddenKind
  /** Where in the file: `docProps/core.xml, creator`. */
  readonly at: string
  /** What it says, where it says something; it is searched for names too. */
  readonly words: string
}
