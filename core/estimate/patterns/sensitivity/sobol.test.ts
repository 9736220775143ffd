import { diceFrom, valueOf } from '@corroborate/base'
import { expect, test } from 'vitest'
import { readPeriods } from '../pattern-arithmetic.ts'
import { modelsOf } from '../simulation/period-models.ts'
import { SAYDNAYA, saydnaya, UNIFORM } from '../testing/saydnaya.ts'
import { sobolOfPattern } from './sobol-of-pattern.ts'
import { sobolIndices } from './sobol.ts'

/** Sobol's g-function: indices known in closed form (Saltelli & Sobol 1995). */
const A = [0, 1, 4.5, 9]
const PARTIAL = A.map((a) => 1 / (3 * (1 + a) ** 2))
const VARIANCE = PARTIAL.reduce((product, v) => product * (1 + v), 1) - 1

function g(columns: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, i) =>
    A.reduce((product, a, k) => (product * (Math.abs(4 * (columns[k]?.[i] ?? 0) - 2) + a)) / (1 + a), 1),
  )
}

test('agrees with the closed form of the g-function, to within its own stated error', () => {
  const found = sobolIndices({ dimensions: 4, evaluate: g }, { sample: 65_536, dice: diceFrom('g') })
  for (const [i, v] of PARTIAL.entries()) {
    const index = found?.indices[i]
    const total =
      (v * PARTIAL.reduce((product, w, k) => (k === i ? product : product * (1 + w)), 1)) / VARIANCE
    // Eight figures at once: 4 errors each.
    expect(Math.abs((index?.first.value ?? 9) - v / VARIANCE)).toBeLessThan(4 * (index?.first.error ?? 0))
    expect(Math.abs((index?.total.value ?? 9) - total)).toBeLessThan(4 * (index?.total.error ?? 0))
    expect(index?.first.error).toBeLessThan(0.02)
  }
})

test('a function that does not vary has no shares', () => {
  const evaluate = (columns: readonly Float64Array[]) => new Float64Array(columns[0]?.length ?? 0).fill(3)
  expect(sobolIndices({ dimensions: 2, evaluate }, { sample: 1_024, dice: diceFrom(1) })).toBeNull()
})

test('on the record’s claims, agrees with the closed form of a sum of products', () => {
  const parts = UNIFORM
  const request = { ...parts, occasions: 'as-reckoned' } as const
  const read = valueOf(readPeriods(saydnaya().periods, SAYDNAYA))
  const found = sobolOfPattern(read, valueOf(modelsOf(read, SAYDNAYA, request)), 7)
  // P1 is left aside: it has less than a thousandth of the variance. Occasions of P3 are 1126 ÷ U(3.5, 7); sizes U(20, 50).
  const mean = (1126 / 3.5) * Math.LN2
  const square = 1126 ** 2 / (3.5 * 7)
  const [often, size] = [square - mean ** 2, 75]
  const rate = often * 35 ** 2
  const sizes = (335 / 7 + mean) ** 2 * size
  const whole = rate + sizes + often * size
  const share = (part: 'rate' | 'size', code: string) =>
    found?.shares.find((one) => one.part === part && one.code === code)
  expect(Math.abs((share('rate', 'M3')?.first.value ?? 9) - rate / whole)).toBeLessThan(0.02)
  expect(Math.abs((share('size', 'F03')?.first.value ?? 9) - sizes / whole)).toBeLessThan(0.025)
  expect(Math.abs((share('size', 'F03')?.total.value ?? 9) - (sizes + often * size) / whole)).toBeLessThan(
    0.025,
  )
  expect(share('size', 'F03')?.periods).toEqual(['P2', 'P3'])
})
