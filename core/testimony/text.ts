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
  /** The file that it was read from; absent where it was typed or came with a folder that does not say. */
  readonly readFrom?: ReadFrom
}

/** Where a text was read from: enough to find the file again and to know whether a person or a machine wrote it down. */
export interface ReadFrom {
  readonly file: string
  /** SHA-256 of the bytes of the file. */
  readonly sha256: string
  /** How it was read: `docx`, `vtt`, … */
  readonly form: string
  /** What wrote the words down where no person did. Then nothing of it is citable before somebody has listened. */
  readonly machine: string | null
}

/** A speaker's turn, by code points. */
export interface Turn {
  /** A pseudonym or a part ("interviewer"), never a sealed name; null where nothing says who speaks. */
  readonly speaker: string | null
  readonly start: number
  readonly end: number
  /** Of its words, whatever its label is written in; absent where it was not looked at. */
  readonly direction?: 'ltr' | 'rtl'
  /** What of it stands where in a recording, in order; absent where nothing does. */
  readonly pieces?: readonly TurnPiece[]
}

/** A part of a turn, by code points, and its place in a recording in milliseconds. */
export interface TurnPiece {
  readonly start: number
  readonly end: number
  readonly from: number | null
  readonly to: number | null
  readonly doubt: MachineDoubt | null
}

/** Why the words of a machine are in doubt: it was unsure of them, held that nobody spoke, or wrote the same again and again. */
export interface MachineDoubt {
  readonly kind: 'low-confidence' | 'no-speech' | 'repeats'
  /** From 0 to 1: how sure it was of the words, how likely it held silence; null where it says none. */
  readonly share: number | null
}
