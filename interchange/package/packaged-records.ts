import type {
  ClaimId,
  ExhibitFileId,
  FindingId,
  IncidentId,
  Json,
  SourceId,
  TextId,
  Words,
} from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Explanations, StandardChoice, Tie } from '@corroborate/findings'

/** A sealed value as packages name it: what is inside stays inside. */
export interface SealedValue {
  readonly statement: { readonly record: string; readonly field: string; readonly version: number }
  readonly signature: string
  /** An age file, Base 64. */
  readonly file: string
}

/** The file of an exhibit that a text was written down from, as it was last said of this version. */
export interface RecordingTie {
  readonly text: TextId
  readonly file: ExhibitFileId
  readonly by: string
  readonly at: string
}

/** What a second reader said of a claim. */
export interface SecondReading {
  readonly claim: ClaimId
  readonly verdict: Claim['status']
  readonly by: string
  readonly at: string
  readonly words: string | null
}

export interface ChosenCrime {
  readonly crime: string
}

export interface NamedIncident {
  readonly id: IncidentId
  readonly name: Words
}

export type SignedTie = Tie & { readonly by: string }

/** By which standard a cell is judged now. */
export type HeldChoice = StandardChoice

/** What else could explain the claims under a finding, as it was weighed last. */
export type Weighing = Explanations & { readonly finding: FindingId }

/** What a witness was promised, and whether it was kept. */
export interface Promised {
  readonly id: string
  /** The session in which it was promised. */
  readonly subject: string
  readonly words: string | null
  readonly due: string | null
  readonly doneAt: string | null
}

/** A table of acts of another database: its mapping, and what was made of each row. */
export interface TakenActTable {
  readonly name: string
  readonly source: SourceId
  readonly text: TextId
  readonly mapping: Json
  readonly by: string
  readonly at: string
  readonly rows: readonly { readonly row: string; readonly claim: ClaimId; readonly sha256: string }[]
}
