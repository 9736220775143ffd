import { diceFrom } from '@corroborate/base'
import { expect, test } from 'vitest'
import { DRAWS_OF_CLASSES, latentClassRanks } from '../../calibration/calibrate-latent-class.ts'

/**
 * Simulation-based calibration (Talts et al. 2018): a truth from the prior, a table from the truth, and the rank of the truth among draws of
 * the posterior. If the sampler's stationary distribution is the model's, ranks are uniform. More truths, of people only: `npm run calibration`.
 */
const REPEATS = 160
const BINS = 8

test('ranks of the truth are uniform: the sampler has the distribution of the model', () => {
  const all = Array.from({ length: REPEATS }, (_, at) =>
    latentClassRanks(diceFrom('calibration').fork(String(at))),
  )
  for (const what of ['people', 'missed', 'concentration', 'heaviest'] as const) {
    const bins = new Float64Array(BINS)
    for (const rank of all) {
      const bin = Math.floor((rank[what] * BINS) / (DRAWS_OF_CLASSES + 1))
      bins[bin] = (bins[bin] ?? NaN) + 1
    }
    const expected = REPEATS / BINS
    const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 24.3 is the 99.9 % point of chi-square with 7 degrees of freedom (Abramowitz & Stegun, table 26.8).
    expect(chiSquare, what).toBeLessThan(24.3)
  }
})
