import { freezeText, indexText, type Stretch, type TextIndex } from '@corroborate/testimony'
import { LIKELY_COUNTINGS, UNLIKELY_COUNTINGS, unitsAt, type Counting } from './counting.ts'
import { freezeWithPositions, type FrozenWithPositions } from './freeze-positions.ts'

/** A selection as it is written, with what may be its quotation: its name, its description. */
export interface WrittenSelection extends Stretch {
  readonly quotations: readonly string[]
}

/** Code points of the frozen text, the end excluded, and the words there. */
export interface Reading extends Stretch {
  readonly exact: string
  /** How the positions were counted for it; null where it was found by its words alone. */
  readonly counting: Counting | null
}

/**
 * Where a selection stands: by its quotation, or because there is one way only to count, or as somebody said that the file counts; or nowhere
 * for certain, and a person must say which. Nowhere at all past the end of the text, or inside a character.
 */
export type Placed =
  | ({ readonly kind: 'placed'; readonly by: 'quotation' | 'only-reading' | 'said' } & Reading)
  | { readonly kind: 'asked'; readonly alternatives: readonly Reading[] }
  | { readonly kind: 'outside'; readonly length: number }
  | { readonly kind: 'broken' }

export interface PlacedInText extends Pick<FrozenWithPositions, 'frozen'> {
  /** In the order of the selections. */
  readonly placed: readonly Placed[]
}

/**
 * Takes the reading of each selection under which its words equal its quotation.
 * @param said how this file counts, where that is known: it decides what no quotation does
 */
export function placeSelections(
  raw: string,
  selections: readonly WrittenSelection[],
  said: Counting | null,
): PlacedInText {
  const positions = selections.flatMap(({ start, end }) => [start, end])
  const counted = [...LIKELY_COUNTINGS, ...UNLIKELY_COUNTINGS].map((counting) => ({
    counting,
    units: unitsAt(raw, positions, counting),
  }))
  const text = freezeWithPositions(
    raw,
    counted.flatMap(({ units }) => [...units.values()]),
  )
  const { frozen } = text
  const index = indexText(frozen.content)
  const read = ({ start, end }: Stretch): readonly Reading[] =>
    counted.flatMap(({ counting, units }) => {
      const [from, to] = [units.get(start), units.get(end)]
      if (from === undefined || to === undefined) return []
      const [first, last] = [text.codePoints.get(from) ?? 0, text.codePoints.get(to) ?? 0]
      const exact = index.slice(first, last)
      return exact === freezeText(raw.slice(from, to)).content
        ? [{ counting, start: first, end: last, exact }]
        : []
    })
  const isOutside = ({ end }: Stretch) => counted.every(({ units }) => !units.has(end))
  const placed = selections.map((selection): Placed => {
    const readings = read(selection)
    if (readings.length === 0)
      return isOutside(selection) ? { kind: 'outside', length: index.length } : { kind: 'broken' }
    return chosen(readings, { selection, said, index, content: frozen.content })
  })
  return { frozen, placed }
}

interface Choosing {
  readonly selection: WrittenSelection
  readonly said: Counting | null
  readonly index: TextIndex
  readonly content: string
}

function chosen(readings: readonly Reading[], { selection, said, index, content }: Choosing): Placed {
  const likely = distinct(readings.filter(({ counting }) => isOneOf(LIKELY_COUNTINGS, counting)))
  for (const agrees of [isSame, equals, begins])
    for (const few of [likely, distinct(readings)]) {
      const borneOut = few.filter(({ exact }) => selection.quotations.some((words) => agrees(exact, words)))
      const [one, second] = borneOut
      if (one !== undefined && second === undefined) return { kind: 'placed', by: 'quotation', ...one }
      if (second !== undefined)
        return asSaid(borneOut, readings, said) ?? { kind: 'asked', alternatives: borneOut }
    }
  const elsewhere = foundByWords(selection, content, index)
  const [only, another] = likely
  if (elsewhere.length === 0) {
    if (only !== undefined && another === undefined) return { kind: 'placed', by: 'only-reading', ...only }
    const settled = asSaid(likely, readings, said)
    if (settled !== null) return settled
  }
  const alternatives = distinct([...likely, ...elsewhere])
  return alternatives.length === 0 ? { kind: 'broken' } : { kind: 'asked', alternatives }
}

/** The reading under the counting that somebody said, if it is one of those in question. */
function asSaid(
  inQuestion: readonly Reading[],
  readings: readonly Reading[],
  said: Counting | null,
): Placed | null {
  if (said === null) return null
  const one = readings.find(({ counting }) => isOneOf([said], counting))
  const fits =
    one !== undefined && inQuestion.some(({ start, end }) => start === one.start && end === one.end)
  return fits ? { kind: 'placed', by: 'said', ...one } : null
}

function isOneOf(countings: readonly Counting[], counting: Counting | null): boolean {
  return countings.some(
    ({ lineEnds, characters }) => lineEnds === counting?.lineEnds && characters === counting.characters,
  )
}

/** Readings that select the same are one, the first. */
function distinct(readings: readonly Reading[]): readonly Reading[] {
  const found = new Map<string, Reading>()
  for (const reading of readings) {
    const name = `${reading.start} ${reading.end}`
    if (!found.has(name)) found.set(name, reading)
  }
  return [...found.values()]
}

function isSame(exact: string, quotation: string): boolean {
  return exact !== '' && exact === freezeText(quotation).content
}

/** White space is no difference: programs put a quotation on one line. */
function equals(exact: string, quotation: string): boolean {
  return exact !== '' && onOneLine(exact) === onOneLine(quotation)
}

/** Long quotations are cut, with a sign. */
const CUT = /(?:…|[.]{3})$/

function begins(exact: string, quotation: string): boolean {
  const line = onOneLine(quotation)
  const start = line.replace(CUT, '')
  return start !== line && start.length >= 20 && onOneLine(exact).startsWith(start)
}

function onOneLine(words: string): string {
  return freezeText(words).content.replaceAll(/\s+/gu, ' ').trim()
}

const MOST_FOUND = 5
const LONG_ENOUGH = 8

/** Where a quotation stands, word for word, though not at its positions: text that was shifted after it was coded. */
function foundByWords(
  { quotations }: WrittenSelection,
  content: string,
  index: TextIndex,
): readonly Reading[] {
  const found: Reading[] = []
  for (const quotation of quotations) {
    const words = freezeText(quotation).content
    if (words.length < LONG_ENOUGH) continue
    for (
      let at = content.indexOf(words);
      at !== -1 && found.length < MOST_FOUND;
      at = content.indexOf(words, at + words.length)
    )
      found.push({
        ...{ start: index.codePointAt(at), end: index.codePointAt(at + words.length) },
        ...{ exact: words, counting: null },
      })
  }
  return found
}
