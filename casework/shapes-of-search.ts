import type { CodeId, TextId, Words } from '@corroborate/base'
import type { FoundKind, MarkedPiece } from '@corroborate/search'
import type { SavedSearch, TextOfFound } from '@corroborate/store'

/** POST /investigations/:id/search : where these words stand, as far as the reader may see it. */
export interface SearchView {
  readonly total: number
  /** Kind by kind, each with the best of it; of one kind a page where the search is narrowed to it. */
  readonly groups: readonly FoundGroup[]
  readonly facets: Facets
}

export interface FoundGroup {
  readonly kind: FoundKind
  readonly count: number
  readonly found: readonly FoundShown[]
}

/** One thing that was found, with the words around it. */
export interface FoundShown {
  readonly kind: FoundKind
  readonly id: string
  readonly code: string
  readonly pieces: readonly MarkedPiece[]
  /** The text that it stands in, and the code points of the first words found there; null for what stands in none. */
  readonly place: FoundPlace | null
}

export interface FoundPlace {
  readonly text: TextOfFound
  readonly speaker: string | null
  readonly start: number
  readonly end: number
}

/** By what the search can be narrowed, the most frequent first. */
export interface Facets {
  readonly texts: readonly {
    readonly id: TextId
    readonly code: string
    readonly title: Words
    readonly count: number
  }[]
  readonly speakers: readonly LabelCount[]
  readonly languages: readonly LabelCount[]
  /** Of the best thousand passages that were found. */
  readonly codes: readonly {
    readonly id: CodeId
    readonly code: string
    readonly name: Words
    readonly count: number
  }[]
}

export interface LabelCount {
  readonly label: string
  readonly count: number
}

/** GET /investigations/:id/searches : what the reader keeps. */
export interface SavedSearchesView {
  readonly searches: readonly SavedSearch[]
}
