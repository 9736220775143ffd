import { exp, log, log1p, logGamma } from './elementary.ts'

/**
 * The value below which Student's t with `df` degrees of freedom falls with this probability; df need not be whole.
 * Found by halving on the distribution function, which the continued fraction of the incomplete beta function gives: relative error below
 * 1e-12 for df from 1 to 1e6, above which t and the normal differ by less than 1e-6.
 * @param probability between 0 and 1, both excluded
 * @see Abramowitz & Stegun 26.7.1 and 26.5.8 (continued fraction, evaluated by Lentz's method as modified by Thompson and Barnett 1986)
 */
export function studentQuantile(probability: number, df: number): number {
  if (probability < 0.5) return -studentQuantile(1 - probability, df)
  const tail = 1 - probability
  const freedom = Math.min(df, 1e6)
  let [low, high] = [0, 1]
  while (studentTail(high, freedom) > tail) {
    low = high
    high *= 2
  }
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (studentTail(middle, freedom) > tail) low = middle
    else high = middle
  }
}

/** The probability that t exceeds a value from 0 upward. */
function studentTail(t: number, df: number): number {
  return 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5)
}

/** The regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

const TINY = 1e-300
const CLOSE = 1e-15
const MOST_TERMS = 100_000

function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    const step = d * c
    fraction *= step
    if (Math.abs(step - 1) < CLOSE) return fraction
  }
  return fraction
}
