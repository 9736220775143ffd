import { ok, refuse, type Outcome } from '@corroborate/base'
import type { StoreAsked } from './store-asked.ts'

export type SearchCommand = {
  readonly command: 'search'
  /** As they would be typed into the field of search. */
  readonly words: string
  /** Its code; null for all that there are. */
  readonly investigation: string | null
  readonly json: boolean
} & StoreAsked
export type IndexCommand = { readonly command: 'index'; readonly json: boolean } & StoreAsked

interface Given {
  readonly investigation?: string | undefined
  readonly json?: boolean | undefined
}

/** `search WORDS…`: several words of the command line are one search. */
export function searchOf(
  words: readonly string[],
  { investigation, json }: Given,
  store: StoreAsked,
): Outcome<SearchCommand, 'usage'> {
  if (words.length === 0) return refuse('usage', 'search needs the words to look for')
  return ok({
    ...{ command: 'search', words: words.join(' '), investigation: investigation ?? null },
    ...{ json: json === true, ...store },
  })
}

/** `index`: takes nothing but the store. */
export function indexOf(
  [extra]: readonly string[],
  { json }: Given,
  store: StoreAsked,
): Outcome<IndexCommand, 'usage'> {
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  return ok({ command: 'index', json: json === true, ...store })
}
