/** Positions by the number that each has: those with number n stand at [starts[n], starts[n + 1]), in their order. */
export interface ByNumber {
  /** One more than there are numbers. */
  readonly starts: Int32Array
  readonly positions: Int32Array
}

/**
 * Sorts positions by counting: a pass over the numbers to count them and one to put each position into its place.
 * @param numbers for every position its number, under `count`; a position with a negative one is left out
 */
export function byNumber(numbers: Int32Array, count: number): ByNumber {
  const starts = new Int32Array(count + 1)
  for (const number of numbers) if (number >= 0) starts[number + 1] = (starts[number + 1] ?? 0) + 1
  for (let n = 0; n < count; n++) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0)
  const positions = new Int32Array(starts[count] ?? 0)
  const next = starts.slice(0, count)
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? -1
    if (number < 0) continue
    const place = next[number] ?? 0
    positions[place] = at
    next[number] = place + 1
  }
  return { starts, positions }
}

/** The positions that have a number. */
export function positionsOf({ starts, positions }: ByNumber, number: number): Int32Array {
  return positions.subarray(starts[number] ?? 0, starts[number + 1] ?? 0)
}
