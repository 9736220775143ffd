import type { Range } from '@corroborate/base'

/** A number that was drawn for, with what another seed may move it by: one standard error. */
export interface Drawn {
  readonly value: number
  readonly error: number
}

/** What very many draws of a number of people say. */
export interface DrawnPeople {
  readonly mean: Drawn
  readonly median: Drawn
  /** Of the draws, 2.5 % are below the low and 2.5 % above the high. */
  readonly low: Drawn
  readonly high: Drawn
  /** How many draws fell into each of 60 equal parts of the bounds. */
  readonly counts: readonly number[]
}

const PARTS = 60
const BUCKETS_IN_PART = 256
const BUCKETS = PARTS * BUCKETS_IN_PART

/**
 * Mean and quantiles of draws without sorting them all: counted into buckets, and only the buckets that hold a wanted rank
 * are sorted. The standard error of a quantile is half the distance between the order statistics one binomial standard
 * deviation of the rank below and above it: no shape is assumed.
 * @param bounds every draw lies in them
 * @see David & Nagaraja, Order Statistics (2003), section 7.1
 */
export function peopleDrawn(values: Float64Array, bounds: Range): DrawnPeople {
  const scale = bounds.max > bounds.min ? BUCKETS / (bounds.max - bounds.min) : 0
  const counted = countedInto(values, bounds.min, scale)
  const ranks = [0.025, 0.5, 0.975].flatMap((share) => ranksAround(values.length, share))
  const at = atRanks(values, { ...counted, least: bounds.min, scale }, ranks)
  const drawn = (first: number): Drawn => {
    const [value = 0, below = 0, above = 0] = at.slice(first, first + 3)
    return { value, error: (above - below) / 2 }
  }
  return {
    mean: counted.mean,
    low: drawn(0),
    median: drawn(3),
    high: drawn(6),
    counts: Array.from({ length: PARTS }, (_, part) =>
      counted.counts
        .subarray(part * BUCKETS_IN_PART, (part + 1) * BUCKETS_IN_PART)
        .reduce((sum, count) => sum + count, 0),
    ),
  }
}

function ranksAround(n: number, share: number): readonly number[] {
  const spread = Math.sqrt(n * share * (1 - share))
  return [share * n, share * n - spread, share * n + spread].map((rank) =>
    Math.min(n - 1, Math.max(0, Math.ceil(rank) - 1)),
  )
}

function bucketOf(value: number, least: number, scale: number): number {
  return Math.min(BUCKETS - 1, Math.max(0, Math.floor((value - least) * scale)))
}

/** The mean is summed around the first value, so that no digits are lost. */
function countedInto(values: Float64Array, least: number, scale: number) {
  const counts = new Int32Array(BUCKETS)
  const around = values[0] ?? 0
  let [sum, squares] = [0, 0]
  for (const value of values) {
    const bucket = bucketOf(value, least, scale)
    counts[bucket] = (counts[bucket] ?? 0) + 1
    const apart = value - around
    sum += apart
    squares += apart * apart
  }
  const n = values.length
  const variance = Math.max(0, squares / n - (sum / n) * (sum / n))
  return { counts, mean: { value: around + sum / n, error: Math.sqrt(variance / n) } }
}

interface Buckets {
  readonly counts: Int32Array
  readonly least: number
  readonly scale: number
}

function atRanks(values: Float64Array, buckets: Buckets, ranks: readonly number[]): readonly number[] {
  const before = new Int32Array(BUCKETS + 1)
  for (let i = 0; i < BUCKETS; i++) before[i + 1] = (before[i] ?? 0) + (buckets.counts[i] ?? 0)
  const bucketOfRank = ranks.map((rank) => bucketHolding(before, rank))
  const sorted = sortedBuckets(values, buckets, new Set(bucketOfRank))
  return ranks.map((rank, i) => {
    const bucket = bucketOfRank[i] ?? 0
    return sorted.get(bucket)?.[rank - (before[bucket] ?? 0)] ?? 0
  })
}

function bucketHolding(before: Int32Array, rank: number): number {
  let [low, high] = [0, BUCKETS - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((before[middle] ?? 0) <= rank) low = middle
    else high = middle - 1
  }
  return low
}

function sortedBuckets(
  values: Float64Array,
  { counts, least, scale }: Buckets,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, Float64Array> {
  const held = new Map([...wanted].map((bucket) => [bucket, new Float64Array(counts[bucket] ?? 0)]))
  const filled = new Int32Array(BUCKETS).fill(-1)
  for (const bucket of wanted) filled[bucket] = 0
  for (const value of values) {
    const bucket = bucketOf(value, least, scale)
    const at = filled[bucket] ?? -1
    if (at < 0) continue
    const members = held.get(bucket)
    if (members !== undefined) members[at] = value
    filled[bucket] = at + 1
  }
  for (const members of held.values()) members.sort()
  return held
}
