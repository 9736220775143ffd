import { weightOf } from '../model/binary-logarithm.ts'
import type { NormaliseStep } from '../names/letters.ts'
import type { Role } from '../names/name-part.ts'
import type { Particle } from '../names/particles.ts'
import { MOST_BY_NAMES } from '../run/bound-names.ts'
import type { RecordName } from '../scored.ts'
import { COMPARISONS_OF_NAMES, type ComparisonKind } from '../settings.ts'

/**
 * Why a pair of records has the weight it has: every addend of it, what was compared, and what would have to be otherwise. Plain data. It says how a
 * proposal of the machine came about; that two records are one person is for people to say.
 */
export interface PairExplanation {
  /** The earlier row of the table. */
  readonly left: RecordName
  readonly right: RecordName
  /** What is held of any two records before they are compared. */
  readonly prior: { readonly probability: number; readonly bits: number }
  /** In the order of the settings. */
  readonly comparisons: readonly ComparisonExplained[]
  /** Bits taken because other records of a clean list fit one of the two as well; 0 where nothing is taken, or no more than `names` takes. */
  readonly rivals: number
  /** What names say beyond the most that they may together with the prior; null where they say less. */
  readonly names: NamesBounded | null
  /** All of the above, as the run scored it; see `sumOfParts`. */
  readonly weight: number
  /** What the weight says by the model alone. */
  readonly probability: number
  /** What reviewed pairs say of such a weight; null where none were learned from. */
  readonly calibrated: { readonly probability: number; readonly reviewed: number } | null
  readonly verdict: PairVerdict
}

export interface NamesBounded {
  /** The most that prior and names together may make a pair. */
  readonly upTo: number
  /** Bits taken. What rivals took of these before cannot be told apart from them. */
  readonly bits: number
}

export interface ComparisonExplained {
  readonly name: string
  readonly by: ComparisonKind
  /** What was compared, column by column. */
  readonly columns: readonly ComparedColumn[]
  readonly answer: LevelExplained | Silence
  /** What the value's frequency added; null where frequency does not count, or the two do not agree entirely. */
  readonly frequency: FrequencyExplained | null
}

/** A level of the model, and its addend. */
export interface LevelExplained {
  readonly kind: 'level'
  readonly level: string
  /** How often records of one person agree so. */
  readonly m: number
  /** How often records of two people do. */
  readonly u: number
  /** log2(m / u): the addend of the weight. */
  readonly bits: number
  /** m / u: so many times more often among records of one person; under 1, less often. */
  readonly times: number
  /** Pairs that were seen at this level; at 0, m and u are only the least that are supposed. */
  readonly seen: number
}

/** Says nothing, weighs nothing. */
export interface Silence {
  readonly kind: 'says-nothing'
  /** One of the records has no value; or both have, and the comparison says nothing of them nevertheless (one name is no chain). */
  readonly why: 'not-said' | 'not-asked'
  readonly bits: 0
}

export interface FrequencyExplained {
  /** Rows that hold the value. */
  readonly count: number
  /** Rows that hold any. */
  readonly of: number
  /** What the value is counted as: its share of those, but never rarer than the rarest that is believed. */
  readonly share: number
  /** log2(u / share), added to the bits of the level: more for a rare value, less for a common one. */
  readonly bits: number
}

export interface ComparedColumn {
  /** The column of the table: `name/father`. */
  readonly column: string
  /** The field whose words it was read from: `name`. */
  readonly field: string
  /** Rows that have a value in it, of texts; null of days and numbers, which are not counted. */
  readonly of: number | null
  readonly left: ComparedValue
  readonly right: ComparedValue
}

/** What one record says in one column. */
export interface ComparedValue {
  /** The words of the list, of the whole field; null where the caller has none. */
  readonly words: string | null
  /** As it is compared; null where nothing is. */
  readonly value: string | null
  /** Rows that hold the same value; null as `of`. */
  readonly count: number | null
  /** What was done to the words before they were compared. */
  readonly steps: readonly NormaliseStep[]
  /** Of names, what small words say: kept, or left out. */
  readonly particles: readonly Particle[]
  /** Of names, whether lam and alef were turned back in it. */
  readonly repaired: boolean
  /** Of whole names, which place the part has in it. */
  readonly role: Role | null
}

export interface PairVerdict {
  readonly joinFrom: number
  /** `joinFrom` in bits. */
  readonly line: number
  /** Whether the pair reaches the line by its own weight. Clusters look at more than one pair. */
  readonly joins: boolean
  /**
   * Comparisons any of which alone, were its answer another and all else as it is, would move the pair over the line; the one that would move it least
   * first. Empty where no single one would.
   */
  readonly changes: readonly Change[]
}

export interface Change {
  readonly comparison: string
  /** Answers on the other side of the line, the one nearest to it first; null is "says nothing". */
  readonly answers: readonly { readonly level: string | null; readonly weight: number }[]
}

/**
 * The addends in the order in which the run adds them: prior, levels, then frequencies, and rivals taken off; but no more than `mostOfParts`. Floating
 * point knows no other order that gives the same last bit; where rivals took more than half of it, their own last bit may be lost.
 */
export function sumOfParts({ prior, comparisons, rivals }: Addends): number {
  return Math.min(addedParts({ prior, comparisons }) - rivals, mostOfParts({ comparisons }))
}

/** Prior, levels and frequencies, before anything is taken. */
export function addedParts({ prior, comparisons }: Omit<Addends, 'rivals'>): number {
  return added(prior.bits, comparisons)
}

/** The most that a pair may weigh: prior and names together at their most, and beside them levels and frequencies of what else was compared. */
export function mostOfParts({ comparisons }: Pick<Addends, 'comparisons'>): number {
  const others = comparisons.filter(({ by }) => !COMPARISONS_OF_NAMES.has(by))
  return added(weightOf(MOST_BY_NAMES), others)
}

function added(start: number, comparisons: Addends['comparisons']): number {
  let sum = start
  for (const { answer } of comparisons) sum += answer.bits
  for (const { frequency } of comparisons) sum += frequency?.bits ?? 0
  return sum
}

export interface Addends {
  readonly prior: { readonly bits: number }
  readonly comparisons: readonly {
    readonly by: ComparisonKind
    readonly answer: { readonly bits: number }
    readonly frequency: { readonly bits: number } | null
  }[]
  readonly rivals: number
}
