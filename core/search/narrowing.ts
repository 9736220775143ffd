import type { CodeId, TextId } from '@corroborate/base'
import type { FoundKind } from './documents.ts'

/** What a search is narrowed to; null for all. Speaker, language, text and code belong to turns and passages, and a code to passages alone. */
export interface Narrowing {
  readonly kind: FoundKind | null
  readonly text: TextId | null
  readonly code: CodeId | null
  readonly speaker: string | null
  readonly language: string | null
}

/** A search as somebody asked it. */
export interface SearchAsked {
  readonly words: string
  readonly narrowing: Narrowing
}
