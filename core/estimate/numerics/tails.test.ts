import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import { log } from './elementary.ts'
import { normalQuantile } from './normal-quantile.ts'
import { normalShare } from './normal-share.ts'
import { logPoissonTail } from './poisson-tail.ts'

describe('normalShare', () => {
  // Abramowitz & Stegun, table 26.1, and R 4.2 pnorm for the tails.
  check.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.96, 0.024997895148220435],
    [3, 0.9986501019683699],
    [-6, 9.865876450376981e-10],
    [-10, 7.61985302416047e-24],
  ])('at %d', (x, share) => {
    expect(Math.abs(normalShare(x) / share - 1)).toBeLessThan(1e-11)
  })
  test.prop([fc.double({ min: 1e-8, max: 1 - 1e-8, noNaN: true })])('undoes the quantile', (share) => {
    expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 13)
  })
})

describe('logPoissonTail', () => {
  test.prop([fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 60, noNaN: true })])(
    'agrees with the sum of all probabilities on that side',
    (count, mean) => {
      let chance = Math.exp(-mean)
      let below = 0
      let upTo = 0
      for (let k = 0; k <= count; k++) {
        below = upTo
        upTo += chance
        chance *= mean / (k + 1)
      }
      const direct = count >= mean ? 1 - below : upTo
      // What 1 - below loses to rounding.
      expect(Math.abs(Math.exp(logPoissonTail(count, mean)) - direct)).toBeLessThan(1e-13)
    },
  )
  check('tells tiny probabilities from each other where their own size underflows', () => {
    expect(logPoissonTail(2000, 1)).toBeLessThan(logPoissonTail(1900, 1))
    expect(logPoissonTail(2000, 1)).toBeGreaterThan(-20000)
  })
  check('with mean 0 nobody is certain and somebody impossible', () => {
    expect(logPoissonTail(0, 0)).toBe(0)
    expect(logPoissonTail(1, 0)).toBe(-Infinity)
    expect(logPoissonTail(0, 2)).toBeCloseTo(log(Math.exp(-2)), 14)
  })
})
