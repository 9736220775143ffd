/** Pairs of records of the blocks at hand, by their places there; filled and emptied again, so that no pair costs an object. */
export interface PairBatch {
  count: number
  readonly left: Int32Array
  readonly right: Int32Array
  /** Levels of the comparisons made so far, in mixed radix. */
  readonly patterns: Int32Array
}

/**
 * One comparison, told of a batch of pairs at a time, so that its loop runs over plain integers and is compiled for its kind alone. Which
 * kind it is costs one call per batch, not one per pair.
 */
export interface Comparer {
  /** Digits of a pattern that it writes: its levels and "says nothing". */
  readonly radix: number
  /** Makes place for this many records. */
  readonly makeRoom: (records: number) => void
  /** Copies what it compares of rows[from..to) to the places from `at`, close together for the processor's cache. */
  readonly gather: (rows: Int32Array, from: number, to: number, at: number) => void
  /** Multiplies every pattern by the radix and adds the level: 0 says nothing, 1 is the lowest level. */
  readonly compare: (batch: PairBatch) => void
}
