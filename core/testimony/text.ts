import type { SourceId, TextId, Words } from '@corroborate/base'

/**
 * A working text: normalised once, hashed, never edited. A correction is a new version.
 * Positions in it count Unicode code points, the end excluded.
 */
export interface Text {
  readonly id: TextId
  readonly code: string
  readonly source: SourceId
  readonly title: Words
  /** BCP 47. */
  readonly language: string
  /** Whose words these are: the source's own (`transcript`), ours about it (`summary`), or a translation of another text. */
  readonly kind: 'transcript' | 'summary' | 'translation'
  readonly translationOf: TextId | null
  readonly version: number
  readonly content: string
  /** SHA-256 of the UTF-8 bytes of `content`. */
  readonly sha256: string
  readonly turns: readonly Turn[]
}

/** A speaker's turn, by code points. `speaker` is a pseudonym or a part ("interviewer"), never a sealed name. */
export interface Turn {
  readonly speaker: string
  readonly start: number
  readonly end: number
}
