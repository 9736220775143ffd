import { mistake, type Mistake } from '../folder/mistake.ts'

/** Why nothing of a file is taken in. */
export type TextRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'not-a-text'
  | 'document-broken'
  | 'document-unfolds'
  | 'document-encrypted'
  | 'transcript-broken'
  | 'zero-character'
  | 'no-words'
  | 'no-text-layer'
  | 'too-many-pages'
  | 'too-many-paragraphs'
  | 'too-many-characters'
  | 'too-many-turns'

/** What a person should look at before a text that was read is taken in. */
export type TextWarning =
  | 'encoding-guessed'
  | 'encoding-mixed'
  | 'changes-settled'
  | 'comments-left-out'
  | 'notes-moved'
  | 'markup-left-out'
  | 'speaker-once'
  | 'no-speakers'
  | 'time-unreadable'
  | 'time-backward'
  | 'time-overlaps'
  | 'row-uneven'
  | 'machine-made'
  | 'machine-unsure'
  | 'right-to-left-in-pdf'
  | 'presentation-forms'
  | 'visual-order'
  | 'page-without-text'
  | 'running-heads'

/** One thing that is wrong in a file of testimony: where, what was expected, what was found, and all of it in a sentence. */
export interface TextFault extends Mistake {
  readonly reason: TextRefusal | TextWarning
}

/** Where in a file: its line, or a page, cue, paragraph or part by its name; both null where the whole is meant. */
export interface TextPlace {
  readonly line: number | null
  readonly part: string | null
}

export const WHOLE: TextPlace = { line: null, part: null }

export function textFault(
  reason: TextRefusal | TextWarning,
  at: TextPlace & { readonly file: string },
  told: { readonly expected: string; readonly found: string },
): TextFault {
  return { reason, ...mistake({ file: at.file, line: at.line, field: at.part }, told) }
}
