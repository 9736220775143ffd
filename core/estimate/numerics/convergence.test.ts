import { diceFrom } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import { convergenceOf, effectiveSize, quantileOfSorted } from './convergence.ts'
import { normal } from './samplers.ts'

/** Chains that remember: x' = φ x + noise, with variance 1; n (1 - φ) / (1 + φ) is what n of them are worth for the mean. */
function remembering(phi: number, length: number, chains: number, shift = 0): Float64Array[] {
  return Array.from({ length: chains }, (_, at) => {
    const dice = diceFrom('chains').fork(`${String(phi)}-${at}`)
    let x = normal(dice)
    return Float64Array.from({ length }, () => {
      x = phi * x + Math.sqrt(1 - phi * phi) * normal(dice)
      return x + (at === 0 ? shift : 0)
    })
  })
}

describe('effective size', () => {
  test.each([0, 0.5, 0.9, -0.5])('of chains with memory %d is what theory says', (phi) => {
    const chains = remembering(phi, 10_000, 4)
    const known = (40_000 * (1 - phi)) / (1 + phi)
    // The estimate has a spread of about 5 % at this length.
    expect(Math.abs(effectiveSize(chains) / known - 1)).toBeLessThan(0.15)
    expect(Math.abs(convergenceOf(chains).bulk / known - 1)).toBeLessThan(0.15)
  })
})

test('chains of one distribution agree', () => {
  expect(convergenceOf(remembering(0.3, 2000, 4)).rHat).toBeLessThan(1.01)
})

test('a chain that stands elsewhere is seen', () => {
  expect(convergenceOf(remembering(0.3, 2000, 4, 1)).rHat).toBeGreaterThan(1.05)
  expect(convergenceOf(remembering(0.3, 2000, 4, 5)).rHat).toBeGreaterThan(1.4)
})

test('a chain of the same mean and another width is seen, by folding', () => {
  const chains = remembering(0.3, 2000, 4).map((chain, at) => (at === 0 ? chain.map((x) => 4 * x) : chain))
  expect(convergenceOf(chains).rHat).toBeGreaterThan(1.1)
})

test('a drift within the chains is seen, by splitting', () => {
  const chains = remembering(0, 1000, 4).map((chain) => chain.map((x, i) => x + i / 250))
  expect(convergenceOf(chains).rHat).toBeGreaterThan(1.1)
})

test('chains that all stand on one value agree, and on two values do not', () => {
  const still = (value: number) => new Float64Array(100).fill(value)
  expect(convergenceOf([still(3), still(3)])).toEqual({ rHat: 1, bulk: 200, tail: 200, meanError: 0 })
  expect(convergenceOf([still(3), still(4)]).rHat).toBeGreaterThan(1e6)
})

test('the error of the mean is its spread over the root of the effective size', () => {
  const { meanError } = convergenceOf(remembering(0.5, 10_000, 4))
  expect(Math.abs(meanError / Math.sqrt(3 / 40_000) - 1)).toBeLessThan(0.1)
})

test('a quantile between two values lies between them', () => {
  expect(quantileOfSorted(Float64Array.of(1, 2, 4), 0.75)).toBe(3)
})
