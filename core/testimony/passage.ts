import type { PassageId, TextId } from '@corroborate/base'

/** A stretch of a working text: where it stands, and the exact words, so that each proves the other. */
export interface Passage {
  readonly id: PassageId
  readonly code: string
  readonly text: TextId
  /** The SHA-256 of the text that the positions were taken in. */
  readonly sha256: string
  /** In code points; the end is excluded. */
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}
