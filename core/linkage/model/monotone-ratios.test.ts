import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { log2, powerOfTwo, probabilityOf, weightOf } from './binary-logarithm.ts'
import { monotoneShares } from './monotone-ratios.ts'

const levels = fc.array(
  fc.record({
    count: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    u: fc.double({ min: 1e-6, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 7 },
)

test.prop([levels])('shares sum to one and their ratios to u never fall', (rows) => {
  const u = rows.map((row) => row.u)
  const shares = monotoneShares(
    rows.map((row) => row.count),
    u,
  )
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  const ratios = shares.map((share, n) => share / (u[n] ?? 1))
  for (let n = 1; n < ratios.length; n++)
    expect(ratios[n]).toBeGreaterThanOrEqual((ratios[n - 1] ?? 0) * (1 - 1e-12))
})

test('counts whose ratios rise are left as they are', () => {
  const shares = monotoneShares([10, 20, 70], [0.9, 0.08, 0.02])
  for (const [n, share] of [0.1, 0.2, 0.7].entries()) expect(shares[n]).toBeCloseTo(share, 14)
})

test.prop([fc.double({ min: 1e-300, max: 1e300, noNaN: true })])(
  'the logarithm is that of the engine, but for its last digits',
  (x) => {
    expect(Math.abs(log2(x) - Math.log2(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log2(x))))
  },
)

test.prop([fc.double({ min: -1000, max: 1000, noNaN: true })])('the power undoes the logarithm', (w) => {
  expect(Math.abs(log2(powerOfTwo(w)) - w)).toBeLessThanOrEqual(1e-12)
})

test('a weight of nothing is an even chance', () => {
  expect(probabilityOf(0)).toBe(0.5)
  expect(weightOf(0.5)).toBe(0)
})
