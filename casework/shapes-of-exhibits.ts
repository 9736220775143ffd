import type { SourceRef } from '@corroborate/store'
import type { CustodyEvent, Exhibit, ExhibitFile, FixityCheck } from '@corroborate/testimony'
import type { Held } from '@corroborate/vault'
import type { Args } from '@corroborate/words'

/** GET /investigations/:id/exhibits : as they were received. */
export interface ExhibitsView {
  readonly exhibits: readonly ExhibitRow[]
  /** The last time that all files were read again; null while they never were. */
  readonly check: FixityCheck | null
}

export interface ExhibitRow extends Pick<Exhibit, 'id' | 'code' | 'title' | 'generation'> {
  /** The evidentiary copy. */
  readonly name: string
  readonly bytes: number
  readonly receivedBy: string
  readonly receivedAt: string
  readonly workingCopies: number
  /** The worst of its files. */
  readonly fixity: FixityState
}

/**
 * What the last check said of a file: it is younger than the check, or it was read again and found whole, or not. `named` is what the
 * sentence `exhibit.fault.…` names.
 */
export type FixityState =
  | { readonly kind: 'not-checked' }
  | { readonly kind: 'whole'; readonly at: string }
  | { readonly kind: 'missing' | 'altered'; readonly at: string; readonly named: Args }

/** GET /investigations/:id/exhibits/:exhibit */
export interface ExhibitView {
  readonly exhibit: Exhibit
  readonly source: Pick<SourceRef, 'id' | 'code' | 'title'> | null
  /** The evidentiary copy first. */
  readonly files: readonly ExhibitFileView[]
  /** In the order in which it was done. */
  readonly custody: readonly CustodyEvent[]
  /** When its files were read again, the last first. */
  readonly checks: readonly { readonly at: string; readonly by: string; readonly whole: boolean }[]
}

export interface ExhibitFileView extends ExhibitFile {
  readonly held: Held
  readonly fixity: FixityState
}
