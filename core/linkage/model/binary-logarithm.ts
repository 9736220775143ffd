/**
 * Logarithm and power of two from additions, multiplications and divisions alone: `Math.log2` may differ in its last digit between
 * two browsers, and a linkage must be the same to the byte wherever it is run again. Beside the natural logarithm of `core/estimate`,
 * because weights are bits: here the logarithm of a power of two is that whole number exactly, which a quotient of natural logarithms misses by a
 * digit, and `core/linkage` is of use without `core/estimate`.
 */

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)
/** Which of the two halves of a double holds its exponent: the second on a machine that writes the least byte first. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0
const LN2 = 0.6931471805599453
const HALF_ROOT = 1.4142135623730951

/** log2(x) of a normal positive number, within a few units in the last place. */
export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) throw new Error(`no logarithm of ${x}`)
  double[0] = x
  const high = halves[HIGH] ?? 0
  let k = (high >>> 20) - 1023
  halves[HIGH] = (high & 0x000fffff) | 0x3ff00000
  let f = double[0]
  if (f > HALF_ROOT) {
    f /= 2
    k += 1
  }
  const s = (f - 1) / (f + 1)
  const z = s * s
  let sum = 0
  for (let n = 23; n >= 1; n -= 2) sum = sum * z + 1 / n
  return k + (2 * s * sum) / LN2
}

/** 2^w; 0 below -1022 and the largest power above 1023. */
export function powerOfTwo(w: number): number {
  if (w < -1022) return 0
  const bounded = w > 1023 ? 1023 : w
  const k = Math.floor(bounded)
  const r = (bounded - k) * LN2
  let sum = 1
  for (let n = 18; n >= 1; n--) sum = 1 + (r / n) * sum
  double[0] = 0
  halves[HIGH] = (k + 1023) << 20
  return sum * double[0]
}

/** The probability that a weight in bits (log2 of the odds) says. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + powerOfTwo(-weight))
}

/** The weight in bits of a probability above 0 and below 1. */
export function weightOf(probability: number): number {
  return log2(probability / (1 - probability))
}
