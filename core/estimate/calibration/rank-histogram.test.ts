import { diceFrom } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import { placesOf } from './calibration.ts'
import { CALIBRATIONS } from './calibrations.ts'
import { chiSquareTail, placeAmong, rankHistogram } from './rank-histogram.ts'

test.each([
  // Abramowitz & Stegun, table 26.7.
  { x: 3.84146, degrees: 1, tail: 0.05 },
  { x: 16.919, degrees: 9, tail: 0.05 },
  { x: 36.1909, degrees: 19, tail: 0.01 },
  { x: 45.3147, degrees: 20, tail: 0.001 },
])('a chi-square of $x with $degrees degrees is exceeded with $tail', ({ x, degrees, tail }) => {
  expect(chiSquareTail(x, degrees)).toBeCloseTo(tail, 5)
})

test('a truth among draws that equal it takes its share of their room', () => {
  expect(placeAmong([1, 2, 3, 4], 2.5, 0.5)).toBe(0.5)
  expect(placeAmong([2, 2, 2], 2, 0)).toBe(0)
  expect(placeAmong([1, 1], 2, 0)).toBe(2 / 3)
})

test('posteriors that are too narrow are found out', () => {
  const dice = diceFrom('narrow')
  // A truth twice as wide as the posterior says falls outside it too often.
  const places = Array.from({ length: 500 }, () =>
    Math.min(0.999, Math.max(0, 0.5 + (dice.next() - 0.5) * 1.6)),
  )
  expect(rankHistogram(places, 20).probability).toBeLessThan(1e-6)
})

describe('each Bayesian method puts truths from its prior evenly into its posteriors', () => {
  // The seed is fixed, so that this passes always or never; the long run is `npm run calibration`.
  test.each(CALIBRATIONS.filter(({ truths }) => truths >= 1000))('$name', (calibration) => {
    const { places } = placesOf(calibration, diceFrom('calibration'), 300)
    expect(places.length).toBeGreaterThan(100)
    expect(rankHistogram(places, 10).probability).toBeGreaterThan(0.001)
  })
})
