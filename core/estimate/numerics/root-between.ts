const CLOSE = 1e-13
const MOST_STEPS = 200

/**
 * Where a continuous function is 0, between two places at which its signs differ: false position that halves the weight of an end that
 * stays (Illinois), with a bisection at every third step so that it cannot creep. Without a change of sign, the end nearer to 0.
 * @returns a place within 1e-13 relative of a change of sign
 */
export function rootBetween(f: (x: number) => number, from: number, to: number): number {
  let low = from
  let high = to
  let atLow = f(low)
  let atHigh = f(high)
  if (atLow === 0 || atHigh === 0 || atLow > 0 === atHigh > 0)
    return Math.abs(atLow) <= Math.abs(atHigh) ? low : high
  for (let step = 1; step <= MOST_STEPS; step++) {
    if (high - low <= CLOSE * Math.max(Math.abs(low), Math.abs(high))) break
    const guess = step % 3 === 0 ? (low + high) / 2 : (low * atHigh - high * atLow) / (atHigh - atLow)
    const x = guess > low && guess < high ? guess : (low + high) / 2
    const value = f(x)
    if (value === 0) return x
    if (value > 0 === atHigh > 0) {
      high = x
      atHigh = value
      atLow /= 2
    } else {
      low = x
      atLow = value
      atHigh /= 2
    }
  }
  return (low + high) / 2
}
