import type { InvestigationId, MemberId, SavedSearchId } from '@corroborate/base'
import type { SearchAsked } from '@corroborate/search'
import type { Generated } from 'kysely'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

/**
 * The index of the search: derived from texts, passages, claims and registers, and made again without loss. A shelf holds so many documents
 * (turns of a text, passages, claims, entries); see docs/decisions/0080.
 */
export interface SearchShelfTable {
  readonly investigation: InvestigationId
  readonly shelf: number
  readonly size: number
  readonly documents: Uint8Array
  /** Speakers and languages of its documents. */
  readonly labels: JsonText<readonly string[]>
}

/** A form of a word in the texts of one investigation. */
export interface SearchWordTable {
  /** Of its own in the whole store. */
  readonly word: Generated<number>
  readonly investigation: InvestigationId
  readonly form: string
  readonly stem: string
}

/** Under which sounds a form is found when it is a name. */
export interface SearchSoundTable {
  readonly investigation: InvestigationId
  readonly sound: string
  readonly word: number
}

/** In which documents of a shelf a form stands, and where in each. */
export interface SearchPostingTable {
  readonly word: number
  readonly shelf: number
  readonly places: Uint8Array
}

/** A search that a member keeps, with what it was narrowed to. */
export interface SavedSearchTable extends Owned {
  readonly id: SavedSearchId
  readonly member: MemberId
  readonly name: string
  readonly asked: JsonText<SearchAsked>
  readonly saved_at: string
}
