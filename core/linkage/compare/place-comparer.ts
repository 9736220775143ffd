import type { Comparer, PairBatch } from './comparer.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { gatherColumn } from './plain-comparers.ts'
import type { TextPool } from './text-pool.ts'

/** How two places compare, each told by several columns, from the lowest to the highest. */
export const PLACE_LEVELS = [
  'else',
  /** Two places of one: two villages of a district. */
  'same-parent',
  /** One lies in the other: the list that is less precise names the district, the other its village. */
  'one-inside-the-other',
  /** Names alike, and nothing about where they lie speaks against it. */
  'near',
  'same',
] as const

/** Digits of a pattern: 0 says nothing, and then the levels. */
const [SILENT, ELSE, SAME_PARENT, INSIDE, NEAR, SAME] = [0, 1, 2, 3, 4, 5] as const
const RADIX = PLACE_LEVELS.length + 1

/** Places told by columns that lie one in the other, the narrowest first: village, district, governorate. */
export interface PlaceData {
  readonly kind: 'place'
  readonly steps: readonly PlaceStep[]
}

export interface PlaceStep {
  readonly ids: Int32Array
  readonly pool: TextPool
  /** By value, equal for names of one skeleton; -1 where it has too few consonants to tell. */
  readonly skeletons: Int32Array
  /** By value 1 for Arabic letters: skeletons are asked across scripts only, because one of them writes no short vowels. */
  readonly isArabic: Uint8Array
  /** Jaro-Winkler from which two names are near. */
  readonly near: number
}

export function placeComparer({ steps }: PlaceData): Comparer {
  let gathered = steps.map(() => new Int32Array(0))
  return {
    radix: RADIX,
    makeRoom: (records) => {
      gathered = steps.map(() => new Int32Array(records))
    },
    gather: (rows, from, to, at) => {
      for (const [n, { ids }] of steps.entries())
        gatherColumn(ids, gathered[n] ?? new Int32Array(0), rows, from, to, at)
    },
    compare: (batch) => comparePlaces(gathered, steps, batch),
  }
}

function comparePlaces(gathered: readonly Int32Array[], steps: readonly PlaceStep[], batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  for (let k = 0; k < count; k++) {
    const digit = placeDigit(gathered, steps, left[k] ?? 0, right[k] ?? 0)
    patterns[k] = (patterns[k] ?? 0) * RADIX + digit
  }
}

/** Which of two records name a step: both, one of them, neither. */
const [BOTH, NEITHER] = [0, 3] as const

/** From the widest step to the narrowest, as far as both name one; symmetric. */
function placeDigit(
  gathered: readonly Int32Array[],
  steps: readonly PlaceStep[],
  i: number,
  j: number,
): number {
  let digit: number = SILENT
  let goneOn = 0
  for (let n = steps.length - 1; n >= 0; n--) {
    const a = gathered[n]?.[i] ?? -1
    const b = gathered[n]?.[j] ?? -1
    const naming = (a < 0 ? 1 : 0) | (b < 0 ? 2 : 0)
    if (naming === NEITHER) continue
    if (naming === BOTH) {
      const met = digitOfStep(steps[n], a, b)
      if (met === ELSE) return digit === SILENT ? ELSE : SAME_PARENT
      digit = met
      continue
    }
    // Only one goes on to something narrower: it lies in what both have named so far. Where the other then does too, both do.
    goneOn |= naming
    if (digit !== SILENT) digit = goneOn === naming ? INSIDE : SAME_PARENT
  }
  return digit
}

function digitOfStep(step: PlaceStep | undefined, a: number, b: number): number {
  if (a === b) return SAME
  return step !== undefined && areNear(step, a, b) ? NEAR : ELSE
}

function areNear({ pool, skeletons, isArabic, near }: PlaceStep, a: number, b: number): boolean {
  if (isArabic[a] !== isArabic[b]) {
    const skeleton = skeletons[a] ?? -1
    return skeleton >= 0 && skeleton === skeletons[b]
  }
  return jaroWinkler(pool, a, b) >= near
}
