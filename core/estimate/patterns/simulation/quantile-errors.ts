/** A number that was drawn for, with what another seed may move it by: one standard error. */
export interface Drawn {
  readonly value: number
  readonly error: number
}

const BUCKETS = 1 << 14

/**
 * Quantiles of very many numbers without sorting them all: counted into buckets, and only the buckets that hold a wanted
 * rank are sorted. The standard error of a quantile is half the distance between the order statistics one binomial standard
 * deviation of the rank below and above it: no shape is assumed.
 * @see David & Nagaraja, Order Statistics (2003), section 7.1
 */
export function quantilesWithErrors(values: Float64Array, shares: readonly number[]): readonly Drawn[] {
  const n = values.length
  const ranks = shares.flatMap((share) => {
    const spread = Math.sqrt(n * share * (1 - share))
    return [share * n, share * n - spread, share * n + spread].map((rank) =>
      Math.min(n - 1, Math.max(0, Math.ceil(rank) - 1)),
    )
  })
  const found = atRanks(values, ranks)
  return shares.map((_, i) => {
    const [value = 0, below = 0, above = 0] = found.slice(3 * i, 3 * i + 3)
    return { value, error: (above - below) / 2 }
  })
}

/** The mean and its standard error, summed around a value in the middle so that no digits are lost. */
export function meanWithError(values: Float64Array): Drawn {
  const around = values[0] ?? 0
  let [sum, squares] = [0, 0]
  for (const value of values) {
    const apart = value - around
    sum += apart
    squares += apart * apart
  }
  const n = values.length
  const mean = sum / n
  const variance = Math.max(0, squares / n - mean * mean)
  return { value: around + mean, error: Math.sqrt(variance / n) }
}

/** How many of the numbers fall into each of equally wide parts of the range. */
export function countsIn(values: Float64Array, range: { min: number; max: number }, parts: number): readonly number[] {
  const counts = new Int32Array(parts)
  const scale = range.max > range.min ? parts / (range.max - range.min) : 0
  for (const value of values) {
    const part = Math.min(parts - 1, Math.max(0, Math.floor((value - range.min) * scale)))
    counts[part] = (counts[part] ?? 0) + 1
  }
  return [...counts]
}

function atRanks(values: Float64Array, ranks: readonly number[]): readonly number[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  if (least === most) return ranks.map(() => least)
  const scale = (BUCKETS - 1) / (most - least)
  const bucketOf = (value: number) => Math.floor((value - least) * scale)
  const counts = new Int32Array(BUCKETS)
  for (const value of values) {
    const bucket = bucketOf(value)
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  const before = new Int32Array(BUCKETS + 1)
  for (let i = 0; i < BUCKETS; i++) before[i + 1] = (before[i] ?? 0) + (counts[i] ?? 0)
  const bucketOfRank = ranks.map((rank) => bucketHolding(before, rank))
  const sorted = sortedBuckets(values, bucketOf, new Set(bucketOfRank))
  return ranks.map((rank, i) => {
    const bucket = bucketOfRank[i] ?? 0
    return sorted.get(bucket)?.[rank - (before[bucket] ?? 0)] ?? Number.NaN
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
  bucketOf: (value: number) => number,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, Float64Array> {
  const marked = new Uint8Array(BUCKETS)
  const members = new Map<number, number[]>()
  for (const bucket of wanted) {
    marked[bucket] = 1
    members.set(bucket, [])
  }
  for (const value of values) {
    const bucket = bucketOf(value)
    if (marked[bucket] === 1) members.get(bucket)?.push(value)
  }
  return new Map([...members].map(([bucket, held]) => [bucket, Float64Array.from(held).sort()]))
}
