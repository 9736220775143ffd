import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import { exp, expm1, log, log1p, logAddExp, logFactorial, logGamma, logSumExp, power } from './elementary.ts'

/** Units in the last place between two doubles of one sign: what "agrees" means here. */
function apart(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(Math.abs(b) * 2 ** -52, 2 ** -1074)
}

const ordinary = fc.double({ min: 1e-300, max: 1e300, noNaN: true })

test.prop([fc.double({ min: -708, max: 709, noNaN: true })])(
  'exp agrees with the engine within one unit in the last place',
  (x) => {
    expect(apart(exp(x), Math.exp(x))).toBeLessThanOrEqual(1)
  },
)

test.prop([ordinary])('log agrees with the engine within one unit in the last place', (x) => {
  expect(apart(log(x), Math.log(x))).toBeLessThanOrEqual(1)
})

test.prop([fc.double({ min: -0.999, max: 1e6, noNaN: true })])('log1p agrees within two units', (x) => {
  expect(apart(log1p(x), Math.log1p(x))).toBeLessThanOrEqual(2)
})

test.prop([fc.double({ min: -5, max: 5, noNaN: true })])('expm1 agrees within eight units', (x) => {
  expect(apart(expm1(x), Math.expm1(x))).toBeLessThanOrEqual(8)
})

test.prop([ordinary])('log of a subnormal or ordinary number is undone by exp', (x) => {
  expect(exp(log(x)) / x).toBeCloseTo(1, 10)
})

test.prop([fc.double({ min: 1e-3, max: 1e6, noNaN: true })])('Γ(x + 1) = x Γ(x)', (x) => {
  const gap = logGamma(x + 1) - logGamma(x) - log(x)
  expect(Math.abs(gap)).toBeLessThan(1e-13 * Math.max(1, Math.abs(logGamma(x + 1))))
})

describe('values from tables', () => {
  // Abramowitz & Stegun, tables 4.2, 4.4 and 6.1; log Γ(1/2) = log √π.
  check.each([
    [exp(1), 2.718281828459045],
    [exp(-1), 0.36787944117144233],
    [log(10), 2.302585092994046],
    [log1p(1e-10), 9.9999999995e-11],
    [expm1(1e-10), 1.00000000005e-10],
    [logGamma(0.5), 0.5723649429247001],
    [logGamma(1 / 3), 0.9854206469277671],
    [logFactorial(10), 15.104412573075516],
    [logFactorial(300), 1414.905849945068],
    [power(2, 10), 1024],
    [logAddExp(1000, 1000), 1000.6931471805599],
    [logSumExp([-1000, -1000]), -999.3068528194401],
  ])('%d is %d', (found, known) => {
    expect(Math.abs(found - known)).toBeLessThanOrEqual(Math.abs(known) * 1e-14)
  })
})

check('the ends of the range are the ends of the doubles', () => {
  expect([exp(710), exp(-746), exp(-745)]).toEqual([Infinity, 0, 5e-324])
  expect([log(0), log(5e-324), log(Infinity)]).toEqual([-Infinity, -744.4400719213812, Infinity])
  expect([log(-1), log1p(-2), exp(NaN)].every(Number.isNaN)).toBe(true)
  expect([logSumExp([]), logAddExp(-Infinity, 3), power(0, 0), power(0, 2)]).toEqual([-Infinity, 3, 1, 0])
})
