import { fc, test } from '@fast-check/vitest'
import { expect, test as check } from 'vitest'
import { digamma } from './digamma.ts'
import { logGamma } from './elementary.ts'
import { rootBetween } from './root-between.ts'

check.each([
  // Abramowitz & Stegun 6.3.2, 6.3.3 and table 6.1.
  [1, -0.5772156649015329],
  [0.5, -1.9635100260214235],
  [2, 0.42278433509846713],
  [10, 2.251752589066721],
])('ψ(%d) is %d', (x, known) => {
  expect(Math.abs(digamma(x) - known)).toBeLessThan(2e-14)
})

test.prop([fc.double({ min: 0.01, max: 1e6, noNaN: true })])('ψ is the slope of log Γ', (x) => {
  const step = 1e-4 * x
  const slope = (logGamma(x + step) - logGamma(x - step)) / (2 * step)
  expect(Math.abs(slope - digamma(x))).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)))
})

test.prop([fc.double({ min: 1e-6, max: 1e6, noNaN: true })])(
  'finds where a cube is what was asked',
  (cube) => {
    const root = rootBetween((x) => x * x * x - cube, 0, 1e3)
    expect(Math.abs((root * root * root) / cube - 1)).toBeLessThan(1e-11)
  },
)

check('says the nearer end where no sign changes', () => {
  expect(rootBetween((x) => x + 1, 0, 5)).toBe(0)
})
