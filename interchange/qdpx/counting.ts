/** How a program counts positions in a text. */
export interface Counting {
  /** Whether a line end of two characters (CR and LF) counts as two, as it is written, or as one; or a single one as two. */
  readonly lineEnds: 'as-written' | 'as-one' | 'as-two'
  readonly characters: 'code-points' | 'utf-16'
}

/** What the standard says: code points, each character of a line end for itself. Ours, too. */
export const BY_THE_STANDARD: Counting = { lineEnds: 'as-written', characters: 'code-points' }

/** Those that programs are known for: ATLAS.ti counts a line end as one, others as it is written; some count UTF-16 units. */
export const LIKELY_COUNTINGS: readonly Counting[] = [
  BY_THE_STANDARD,
  { lineEnds: 'as-one', characters: 'code-points' },
  { lineEnds: 'as-written', characters: 'utf-16' },
  { lineEnds: 'as-one', characters: 'utf-16' },
]

/** Of a text whose line ends were shortened after it was coded. Believed only where the quotation bears it out. */
export const UNLIKELY_COUNTINGS: readonly Counting[] = [
  { lineEnds: 'as-two', characters: 'code-points' },
  { lineEnds: 'as-two', characters: 'utf-16' },
]

/**
 * The UTF-16 units of a text at which these positions stand. A position that the text does not have, or that falls inside what
 * counts as more than one, has none.
 */
export function unitsAt(
  raw: string,
  positions: Iterable<number>,
  counting: Counting,
): ReadonlyMap<number, number> {
  const wanted = new Set(positions)
  const found = new Map<number, number>()
  let [unit, counted] = [0, 0]
  while (unit <= raw.length) {
    if (wanted.has(counted)) found.set(counted, unit)
    if (unit === raw.length) break
    const { units, counts } = stepAt(raw, unit, counting)
    unit += units
    counted += counts
  }
  return found
}

interface Step {
  readonly units: number
  readonly counts: number
}

const ONE: Step = { units: 1, counts: 1 }

function stepAt(raw: string, at: number, { lineEnds, characters }: Counting): Step {
  const code = raw.charCodeAt(at)
  if (code === 13 && raw.charCodeAt(at + 1) === 10 && lineEnds === 'as-one') return { units: 2, counts: 1 }
  if (code === 10 && lineEnds === 'as-two' && raw.charCodeAt(at - 1) !== 13) return { units: 1, counts: 2 }
  if (code < 0xd800 || code > 0xdbff) return ONE
  const low = raw.charCodeAt(at + 1)
  if (!(low >= 0xdc00 && low <= 0xdfff)) return ONE
  return { units: 2, counts: characters === 'utf-16' ? 2 : 1 }
}
