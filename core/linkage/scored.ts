/**
 * What is known of how agreement speaks: for each comparison and level, how often people agree with themselves (m) and with others (u).
 * Fellegi and Sunter 1969.
 */
export interface LinkageModel {
  /** Of all pairs there are, the share held to be one person, before anything is compared; above 0, below 1. */
  readonly prior: number
  readonly comparisons: readonly ComparisonModel[]
  readonly convergence: Convergence
}

export type Convergence =
  | { readonly kind: 'converged'; readonly rounds: number }
  /** Said wherever the numbers are shown. */
  | { readonly kind: 'not-converged'; readonly rounds: number; readonly change: number }

export interface ComparisonModel {
  readonly name: string
  /** From the lowest ("else") to the highest ("the same"). "Says nothing" is no level: it weighs nothing, always. */
  readonly levels: readonly LevelModel[]
}

export interface LevelModel {
  /** A term with words in both languages: `same`, `near`, `same-skeleton`, `else`, … */
  readonly level: string
  readonly m: number
  readonly u: number
  /** log2(m / u). */
  readonly weight: number
  /** Candidate pairs seen at this level; 0 is said, because then m and u are only floors. */
  readonly seen: number
}

/** Pairs that were kept, in the order of their rows; columns of equal length. */
export interface ScoredPairs {
  readonly left: Int32Array
  /** Always a later row than `left`. */
  readonly right: Int32Array
  /** Levels of all comparisons as one number in mixed radix: first comparison highest, digit 0 "says nothing", digit k level k - 1. */
  readonly pattern: Int32Array
  /**
   * Sum of weights in bits, prior and frequency of values included, less what rivals take: other records of a clean list that fit one of the two as well,
   * of which at most one can be the same person.
   */
  readonly weight: Float64Array
}

/** What a person said of two records; only people judge. Nothing is struck out: whoever takes a word back says so later. */
export interface Judgement {
  readonly left: RecordName
  readonly right: RecordName
  readonly verdict: Verdict | 'taken-back'
  readonly by: string
  /** An instant, UTC. */
  readonly at: string
  readonly why: string | null
}

export type Verdict = 'same' | 'different' | 'unsure'

/** A record by the code of its list and its row there, from 1. */
export interface RecordName {
  readonly list: string
  readonly row: number
}
