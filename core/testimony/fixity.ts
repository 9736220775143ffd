import type { ExhibitFileId } from '@corroborate/base'

/** What a check found wrong with a file. */
export type FixityFault =
  | { readonly kind: 'missing'; readonly file: ExhibitFileId }
  | {
      readonly kind: 'altered'
      readonly file: ExhibitFileId
      /** SHA-256 and length of the bytes that lie there now, in place of those that were written. */
      readonly sha256: string
      readonly bytes: number
    }

/** All files of an investigation were read again from their first byte to their last. */
export interface FixityCheck {
  readonly startedAt: string
  readonly endedAt: string
  readonly by: string
  readonly files: number
  readonly bytes: number
  readonly faults: readonly FixityFault[]
}
