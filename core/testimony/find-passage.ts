import { ok, refuse, type Outcome } from '@corroborate/base'
import { indexText } from './code-points.ts'
import { freezeText } from './freeze-text.ts'
import type { Stretch } from './make-passage.ts'

/** The words of a passage as a person writes them in a file, and as much of what stands around them as tells them apart. */
export interface Quote {
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
}

/**
 * Where the words stand in a frozen text: as they are given, or else normalised as the text was. Nothing more is
 * forgiven, no letter and no vowel sign. Places may overlap.
 * @returns `not-found` when they do not stand there, `ambiguous` when they stand there more than once
 */
export function findPassage(
  text: { readonly code: string; readonly content: string },
  quote: Quote,
): Outcome<Stretch, 'not-found' | 'ambiguous'> {
  const given = quotedPlaces(text.content, quote)
  const normal = { exact: frozen(quote.exact), prefix: frozen(quote.prefix), suffix: frozen(quote.suffix) }
  const [found, places] = given.length > 0 ? [quote, given] : [normal, quotedPlaces(text.content, normal)]
  const [unit] = places
  if (unit === undefined)
    return refuse('not-found', `the words "${quote.exact}" do not stand in ${text.code}`)
  if (places.length > 1)
    return refuse(
      'ambiguous',
      `the words "${quote.exact}" stand ${places.length} times in ${text.code}; give what stands before or after them`,
    )
  const index = indexText(text.content)
  return ok({ start: index.codePointAt(unit), end: index.codePointAt(unit + found.exact.length) })
}

function quotedPlaces(content: string, { exact, prefix = '', suffix = '' }: Quote): readonly number[] {
  return placesOf(content, exact).filter(
    (unit) => content.endsWith(prefix, unit) && content.startsWith(suffix, unit + exact.length),
  )
}

/** The UTF-16 units at which words start in a content, ascending; none for no words. */
export function placesOf(content: string, exact: string): readonly number[] {
  const places: number[] = []
  if (exact === '') return places
  for (let at = content.indexOf(exact); at !== -1; at = content.indexOf(exact, at + 1)) places.push(at)
  return places
}

function frozen(words = ''): string {
  return freezeText(words).content
}
