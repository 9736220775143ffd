import { expect, test } from 'vitest'
import { binomialGrid } from './binomial.ts'
import { mixed, quantilesOf } from './quantile-function.ts'

/** scipy 1.x, `stats.beta(a, b, 20, 30).ppf` at 0.025, 0.25, 0.5, 0.75, 0.975. */
const SHARES = [0.025, 0.25, 0.5, 0.75, 0.975]

test.each([
  [30, [22.379178, 27.396671, 31.274375, 35.559901, 43.015992]],
  [20, [20.151523, 21.677375, 23.883483, 27.264252, 35.654713]],
])('PERT with its mode at %d agrees with the beta distribution of scipy', (mode, known) => {
  const pert = quantilesOf({ kind: 'pert', mode }, { min: 20, max: 50 })
  for (const [i, share] of SHARES.entries()) expect(pert.at(share)).toBeCloseTo(known[i] ?? 0, 4)
})

test('a triangular distribution halves its area where its formula says', () => {
  const triangular = quantilesOf({ kind: 'triangular', mode: 20 }, { min: 20, max: 50 })
  expect(triangular.at(0.5)).toBeCloseTo(50 - 30 / Math.SQRT2, 12)
})

test.each(['uniform', 'triangular', 'pert'] as const)('%s begins and ends with its range', (kind) => {
  const of = quantilesOf({ kind, mode: 31 }, { min: 20, max: 50 })
  expect([of.at(0), of.at(1)]).toEqual([20, 50])
})

test('of two claims with equal weights, half the draws are below where half the area is', () => {
  const parts = [
    { chance: 0.5, quantiles: quantilesOf({ kind: 'uniform' }, { min: 20, max: 50 }) },
    { chance: 0.5, quantiles: quantilesOf({ kind: 'uniform' }, { min: 20, max: 60 }) },
  ]
  // 0.5 × (x − 20) ÷ 30 + 0.5 × (x − 20) ÷ 40 = 0.5
  expect(mixed(parts).at(0.5)).toBeCloseTo(20 + 120 / 7, 12)
})

test('fixed numbers among the claims keep their whole chance', () => {
  const fixed = (value: number) => quantilesOf({ kind: 'uniform' }, { min: value, max: value })
  const pool = mixed([
    { chance: 0.25, quantiles: fixed(10) },
    { chance: 0.75, quantiles: fixed(30) },
  ])
  expect([0, 0.2, 0.26, 0.9].map(pool.at)).toEqual([10, 10, 30, 30])
})

test('binomial chances agree with scipy', () => {
  const { from, mass } = binomialGrid(40, 0.3)
  expect(mass[10 - from]).toBeCloseTo(0.11281730161487008, 12)
  expect(binomialGrid(1000, 0).mass).toEqual(Float64Array.of(1))
  expect(binomialGrid(1000, 1).from).toBe(1000)
})
