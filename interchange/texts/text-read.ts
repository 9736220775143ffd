import type { SpokenTurn } from '@corroborate/testimony'
import type { Encoding, EncodingFound } from '../bytes/text-of-bytes.ts'
import type { TextFault, TextPlace } from './text-fault.ts'

/** What a file of testimony was seen to be, by its content. */
export type TextForm =
  'docx' | 'odt' | 'pdf' | 'txt' | 'vtt' | 'srt' | 'openai-whisper' | 'whisper.cpp' | 'otranscribe' | 'rows'

/** How a file is to be read, where somebody knows better; null is found out. */
export interface TextAsked {
  readonly encoding: Encoding | null
  /** Whose lines begin with their name. A colon alone makes no speaker. */
  readonly speakers: readonly string[] | null
}

export const AS_FOUND: TextAsked = { encoding: null, speakers: null }

/** A speaker's turn as it was read, with where it stands in the file. */
export interface ReadTurn extends SpokenTurn {
  readonly direction: 'ltr' | 'rtl'
  readonly at: TextPlace
  /** Of a PDF, from 1. */
  readonly page: number | null
}

/** A name at the beginning of lines, and whether it was taken for a speaker. */
export interface LabelSeen {
  readonly label: string
  readonly turns: number
  readonly taken: boolean
}

/** A text as it was read out of a file. Nothing is decided: a person looks at it and confirms. */
export interface ReadText {
  readonly file: string
  readonly form: TextForm
  /** Null where the form of the file settles it. */
  readonly encoding: EncodingFound | null
  /** BCP 47, where the file says it; or else a guess by its letters, which a person corrects. */
  readonly language: { readonly tag: string; readonly by: 'file' | 'letters' }
  readonly turns: readonly ReadTurn[]
  readonly labels: readonly LabelSeen[]
  /** What wrote the words down, where no person did: then nothing of it is citable before somebody has listened (law 11). */
  readonly machine: string | null
  /** Pages whose words may have come out in another order than they are printed: compare them with the image of the page. */
  readonly compare: readonly number[]
  readonly warnings: readonly TextFault[]
  /** Warnings past those that are told. */
  readonly untold: number
}

export type TextResult =
  { readonly ok: true; readonly text: ReadText } | { readonly ok: false; readonly fault: TextFault }

/** What a reader of one form got out of a file, before anything is asked of it as a whole. */
export interface Gathered {
  readonly form: TextForm
  readonly encoding: EncodingFound | null
  /** As the file says it. */
  readonly language: string | null
  readonly turns: readonly ReadTurn[]
  readonly labels: readonly LabelSeen[]
  readonly machine: string | null
  readonly compare: readonly number[]
  readonly warnings: readonly TextFault[]
}
