/**
 * Elementary functions from additions, multiplications and divisions alone. ECMAScript leaves `Math.exp`, `Math.log` and their
 * like to each engine, so that a result could differ in its last digit between two browsers; IEEE 754 fixes the four
 * operations and the square root. Nothing else of `Math` may stand in this room (a lint rule says so): same input and seed, same bytes,
 * on every machine.
 * The reductions and polynomials are those of FreeBSD's msun: e_exp.c, e_log.c, s_log1p.c.
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

const LN2_HI = 6.9314718036912381649e-1
const LN2_LO = 1.90821492927058770002e-10
const INVERSE_LN2 = 1.442695040888963387

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)
/** Which of the two 32-bit halves of a double holds its exponent: the second on every little-endian machine. */
const HIGH = highHalf()

/** 2^k for k from -1074 to 1023; each is exact. */
const POWERS_OF_TWO = powersOfTwo()

/** e^x within one unit in the last place; 0 below -745.14, Infinity above 709.79. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019411) return 0
  if (x !== x) return NaN
  const k = Math.floor(INVERSE_LN2 * x + 0.5)
  const high = x - k * LN2_HI
  const low = k * LN2_LO
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  // Two factors, so that neither overflows before the product does, and a subnormal result is rounded once.
  if (k > -1022 && k < 1024) return y * (POWERS_OF_TWO[k + 1074] ?? NaN)
  return k > 0
    ? y * 2 * (POWERS_OF_TWO[k + 1073] ?? NaN)
    : y * (POWERS_OF_TWO[k + 1000 + 1074] ?? NaN) * (POWERS_OF_TWO[-1000 + 1074] ?? NaN)
}

/** The natural logarithm within one unit in the last place; -Infinity at 0, NaN below it. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  let k = 0
  double[0] = x
  if (x < 2.2250738585072014e-308) {
    double[0] = x * 18014398509481984
    k = -54
  }
  let hx = halves[HIGH] ?? NaN
  k += (hx >>> 20) - 1023
  hx &= 0x000fffff
  const i = (hx + 0x95f64) & 0x100000
  halves[HIGH] = hx | (i ^ 0x3ff00000)
  k += i >>> 20
  const f = double[0] - 1
  const s = f / (2 + f)
  return logOfMantissa(f, s, k, 0)
}

/** log(1 + x), exact where x is so small that 1 + x would lose it. */
export function log1p(x: number): number {
  if (x <= -1) return x === -1 ? -Infinity : NaN
  const u = 1 + x
  if (u === 1) return x
  if (u === Infinity) return Infinity
  // What was lost in 1 + x, brought back to first order (Goldberg 1991, theorem 4).
  return log(u) + (x - (u - 1)) / u
}

/** e^x - 1, exact where x is so small that e^x - 1 would lose it. */
export function expm1(x: number): number {
  if (x > -0.35 && x < 0.35) {
    // sinh-like: the series converges to full precision within 14 terms on this interval.
    let term = x
    let sum = x
    for (let n = 2; n < 18; n++) {
      term *= x / n
      sum += term
    }
    return sum
  }
  return exp(x) - 1
}

/** x^y for x above 0. */
export function power(x: number, y: number): number {
  return x === 0 ? (y === 0 ? 1 : 0) : exp(y * log(x))
}

/** base^exponent for a whole exponent of either sign, by multiplication alone. */
export function wholePower(base: number, exponent: number): number {
  let product = 1
  for (let left = Math.abs(exponent); left > 0; left--) product *= base
  return exponent < 0 ? 1 / product : product
}

export function square(x: number): number {
  return x * x
}

/** log(e^a + e^b) without overflow. */
export function logAddExp(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + log1p(exp(b - a)) : b + log1p(exp(a - b))
}

/** log of the sum of e^x over all x without overflow; -Infinity for none. */
export function logSumExp(values: Float64Array | readonly number[]): number {
  let most = -Infinity
  for (const value of values) most = Math.max(most, value)
  if (most === -Infinity) return -Infinity
  let sum = 0
  for (const value of values) sum += exp(value - most)
  return most + log(sum)
}

const HALF_LOG_TWO_PI = 0.9189385332046727
const FACTORIALS = logFactorials(257)

/**
 * log Γ(x) for x above 0: absolute error about 5e-15 below 10, relative error about 1e-15 above.
 * Stirling's series from 10 upward, reached by the recurrence; whole numbers up to 256 from a table.
 * @see Abramowitz & Stegun 6.1.41
 */
export function logGamma(x: number): number {
  if (x <= 256 && x >= 1 && x === Math.floor(x)) return FACTORIALS[x - 1] ?? NaN
  let product = 1
  let shifted = x
  while (shifted < 10) {
    product *= shifted
    shifted += 1
  }
  const inverse = 1 / shifted
  const square = inverse * inverse
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 -
              square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square * (1 / 156)))))))
  const stirling = (shifted - 0.5) * log(shifted) - shifted + HALF_LOG_TWO_PI + series
  return product === 1 ? stirling : stirling - log(product)
}

/** log of n!, for whole n from 0. */
export function logFactorial(n: number): number {
  return logGamma(n + 1)
}

function logOfMantissa(f: number, s: number, k: number, correction: number): number {
  const halfSquare = 0.5 * f * f
  const z = s * s
  const w = z * z
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const remainder = t1 + t2
  return k * LN2_HI - (halfSquare - (s * (halfSquare + remainder) + (k * LN2_LO + correction)) - f)
}

function highHalf(): 0 | 1 {
  double[0] = 1
  return halves[1] === 0 ? 0 : 1
}

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2098)
  let up = 1
  for (let k = 0; k <= 1023; k++, up *= 2) powers[k + 1074] = up
  let down = 0.5
  for (let k = -1; k >= -1074; k--, down /= 2) powers[k + 1074] = down
  return powers
}

function logFactorials(count: number): Float64Array {
  const logs = new Float64Array(count)
  // Products below 2^53 are exact; above, the sum of logarithms is kept with its lost part (Kahan).
  let sum = 0
  let lost = 0
  for (let n = 2; n < count; n++) {
    const term = log(n) - lost
    const next = sum + term
    lost = next - sum - term
    sum = next
    logs[n] = sum
  }
  return logs
}
