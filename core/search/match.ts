import { countPostings, readPostings, SHELF_SIZE } from './postings.ts'

/** What is sought, in forms of the index by their numbers. */
export type Sought =
  /** Any of these forms. */
  | { readonly kind: 'forms'; readonly forms: readonly number[] }
  /** One after the other, nothing between; of each place any of its forms. */
  | { readonly kind: 'phrase'; readonly of: readonly (readonly number[])[] }
  /** All of them, in whichever order, with so many words between the first and the last at most. */
  | { readonly kind: 'near'; readonly of: readonly Sought[]; readonly within: number }
  | { readonly kind: 'any'; readonly of: readonly Sought[] }

/** What every document that is found has, and what none has. */
export interface SoughtAll {
  readonly all: readonly Sought[]
  readonly none: readonly Sought[]
}

/** The postings of a shelf, by form. */
export type Shelf = ReadonlyMap<number, Uint8Array>

/** How often each of what is sought stands in each document of a shelf that has all of it. */
export interface ShelfMatch {
  readonly documents: readonly number[]
  /** One row for each of `all`, a count for each document of the shelf. */
  readonly counts: readonly Uint16Array[]
}

/** Which documents of a shelf have all that is sought; null when none has. */
export function matchShelf({ all, none }: SoughtAll, shelf: Shelf): ShelfMatch | null {
  if (!all.every((one) => mayStandIn(one, shelf))) return null
  const candidates = new Uint8Array(SHELF_SIZE).fill(all.length === 0 ? 0 : 1)
  const counts = new Map(
    cheapestFirst(all).map((one) => [one, narrowed(one, { shelf, candidates, wanted: true })]),
  )
  for (const one of none) narrowed(one, { shelf, candidates, wanted: false })
  const documents: number[] = []
  for (let at = 0; at < SHELF_SIZE; at++) if (candidates[at] === 1) documents.push(at)
  return documents.length === 0 ? null : { documents, counts: all.flatMap((one) => counts.get(one) ?? []) }
}

/** Single words first: what they leave need not be looked for in its places. */
function cheapestFirst(all: readonly Sought[]): readonly Sought[] {
  return [...all.filter(({ kind }) => kind === 'forms'), ...all.filter(({ kind }) => kind !== 'forms')]
}

/** Whether a shelf has a form for all that is asked at once, before anything of it is read. */
function mayStandIn(sought: Sought, shelf: Shelf): boolean {
  const hasOne = (forms: readonly number[]) => forms.some((form) => shelf.has(form))
  if (sought.kind === 'forms') return hasOne(sought.forms)
  if (sought.kind === 'phrase') return sought.of.every(hasOne)
  return sought.kind === 'near'
    ? sought.of.every((one) => mayStandIn(one, shelf))
    : sought.of.some((one) => mayStandIn(one, shelf))
}

interface Narrowing {
  readonly shelf: Shelf
  /** 1 for each document that is still wanted; those that fail are struck out. */
  readonly candidates: Uint8Array
  /** False where documents that have it are those that fail. */
  readonly wanted: boolean
}

function narrowed(sought: Sought, { shelf, candidates, wanted }: Narrowing): Uint16Array {
  const counts = countsOf(sought, shelf, candidates)
  for (let at = 0; at < candidates.length; at++) if ((counts[at] !== 0) !== wanted) candidates[at] = 0
  return counts
}

function countsOf(sought: Sought, shelf: Shelf, candidates: Uint8Array): Uint16Array {
  const counts = new Uint16Array(candidates.length)
  if (sought.kind === 'forms') {
    for (const form of sought.forms) {
      const bytes = shelf.get(form)
      if (bytes !== undefined) countPostings(bytes, counts)
    }
    return counts
  }
  if (sought.kind === 'any') {
    for (const one of sought.of)
      countsOf(one, shelf, candidates).forEach((count, at) => (counts[at] = (counts[at] ?? 0) + count))
    return counts
  }
  const having = candidates.slice()
  for (const one of partsOf(sought)) {
    const of = countsOf(one, shelf, having)
    for (let at = 0; at < having.length; at++) if (of[at] === 0) having[at] = 0
  }
  if (!having.includes(1)) return counts
  const places = placesOfForms(formsIn(sought), shelf, having)
  for (let at = 0; at < having.length; at++)
    if (having[at] === 1) counts[at] = hitsIn(sought, (form) => places.get(form)?.get(at) ?? NOWHERE).length
  return counts
}

/** What a document has all of, if it has what is sought: looked at before any place is read. */
function partsOf(sought: Sought): readonly Sought[] {
  if (sought.kind === 'phrase') return sought.of.map((forms) => ({ kind: 'forms', forms }))
  return sought.kind === 'near' ? sought.of : []
}

function placesOfForms(forms: readonly number[], shelf: Shelf, candidates: Uint8Array) {
  const found = new Map<number, ReadonlyMap<number, readonly number[]>>()
  for (const form of forms) {
    const bytes = shelf.get(form)
    if (bytes !== undefined)
      found.set(
        form,
        readPostings(bytes, (document) => candidates[document] === 1),
      )
  }
  return found
}

/** Every form that has a part in what is sought. */
export function formsIn(sought: Sought): readonly number[] {
  if (sought.kind === 'forms') return sought.forms
  return sought.kind === 'phrase' ? sought.of.flat() : sought.of.flatMap(formsIn)
}

const NOWHERE: readonly number[] = []

/** Words of a document, by their numbers, from the first to the last that make one hit. */
export interface Hit {
  readonly words: readonly number[]
}

/**
 * Where what is sought stands in one document.
 * @param placesOf the numbers of the words that have a form, ascending
 */
export function hitsIn(sought: Sought, placesOf: (form: number) => readonly number[]): readonly Hit[] {
  switch (sought.kind) {
    case 'forms':
      return placesOfAny(sought.forms, placesOf).map((place) => ({ words: [place] }))
    case 'phrase':
      return phraseHits(sought.of, placesOf)
    case 'near':
      return nearHits(
        sought.of.map((one) => hitsIn(one, placesOf)),
        sought.within,
      )
    case 'any':
      return sought.of.flatMap((one) => hitsIn(one, placesOf))
  }
}

function placesOfAny(forms: readonly number[], placesOf: (form: number) => readonly number[]) {
  const [only] = forms
  // As nearly always in a phrase, of which this is asked for every document that has its words.
  if (forms.length === 1 && only !== undefined) return placesOf(only)
  const [first = NOWHERE, ...rest] = forms.map(placesOf).filter((places) => places.length > 0)
  return rest.length === 0 ? first : [...first, ...rest.flat()].sort((a, b) => a - b)
}

function phraseHits(
  of: readonly (readonly number[])[],
  placesOf: (form: number) => readonly number[],
): readonly Hit[] {
  const [first = [], ...rest] = of
  const following = rest.map((forms) => new Set(placesOfAny(forms, placesOf)))
  return placesOfAny(first, placesOf)
    .filter((place) => following.every((places, at) => places.has(place + at + 1)))
    .map((place) => ({ words: of.map((_, at) => place + at) }))
}

/** From each hit on: a hit where all the others begin after it, and end before the words between are too many. */
function nearHits(lists: readonly (readonly Hit[])[], within: number): readonly Hit[] {
  return lists.flat().flatMap((first) => {
    const from = first.words[0] ?? 0
    const taken = new Set<number>()
    for (const hits of lists) {
      const next = hits.find(
        ({ words }) =>
          (words[0] ?? 0) >= from &&
          (words.at(-1) ?? 0) <= from + within + 1 &&
          // "prison prison" asks for two.
          !words.some((word) => taken.has(word)),
      )
      if (next === undefined) return []
      for (const word of next.words) taken.add(word)
    }
    return [{ words: [...taken].sort((a, b) => a - b) }]
  })
}
