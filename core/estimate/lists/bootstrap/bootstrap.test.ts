import { existsSync, readFileSync } from 'node:fs'
import { diceFrom } from '@corroborate/base'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import { modelTable } from '../loglinear/model-table.ts'
import { countsByMask, type Overlap } from '../overlap.ts'
import { reselectStepwise } from '../stepwise/reselect-stepwise.ts'
import { overlapOfCounts } from '../testing/overlaps.ts'
import { figureOf, referenceFor, referenceTables } from '../testing/reference-tables.ts'
import { accelerationOf, bcaShare } from './bca.ts'
import { bicModelsFor, bootstrapByBic } from './bootstrap-by-bic.ts'
import { jackknife, resample, type Reselecting } from './resample.ts'
import { reselectByBic } from './reselect-by-bic.ts'
import { deviationsFrom, ENDPOINTS } from '../testing/bootstrap-batches.ts'

const FILE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const reference = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)
const settings = { mostOrder: 2, competing: 8, replicates: 300, level: 0.95, seed: 'bic' }

const byBic = ({ overlap }: { overlap: Overlap }): Reselecting => {
  const lists = overlap.lists.length
  const { mostOrder, competing } = bicModelsFor(lists)
  const table = modelTable(overlap, { mostOrder })
  if (!table.ok) throw new Error(table.detail)
  const models = table.value.fitted.slice(0, competing).map((model) => model.terms)
  return reselectByBic(lists, countsByMask(overlap), models)
}
const byStep = ({ overlap }: { overlap: Overlap }): Reselecting =>
  reselectStepwise(overlap.lists.length, countsByMask(overlap), 0.02)

describe.skipIf(reference === null)('against SparseMSE and MultipleSystemsEstimation', () => {
  check.each(referenceFor(reference, 'sparseboot'))('$table: the same acceleration', (case_) => {
    const acceleration = accelerationOf(jackknife(countsByMask(case_.overlap), byStep(case_)))
    // The reference prints six decimals.
    expect(acceleration).toBeCloseTo(figureOf(case_.entry, 'ahat'), 5)
  })

  check(
    'every end of every interval lies within two standard errors of one bootstrap, but for what chance puts beyond',
    () => {
      // The long form, five lists too and 20,000 replicates: `npm run bench estimate/bootstrap`. sparseboot and msestep are one computation with one seed.
      const four = ({ overlap }: { overlap: Overlap }) => overlap.lists.length <= 4
      const cases = [
        ...referenceFor(reference, 'msestep')
          .filter(four)
          .map((case_) => ({ ...case_, reselecting: byStep(case_) })),
        ...referenceFor(reference, 'msebic')
          .filter(four)
          .map((case_) => ({ ...case_, reselecting: byBic(case_) })),
      ]
      const apart = cases.flatMap(({ table, overlap, entry, reselecting }) =>
        deviationsFrom(
          ENDPOINTS.map(({ name }) => figureOf(entry, name)),
          { overlap, reselecting, replicates: 4000 },
        ).map(({ deviations }, at) => ({
          table,
          method: entry.method,
          end: ENDPOINTS[at]?.name,
          deviations,
        })),
      )
      const beyond = apart.filter(({ deviations }) => Math.abs(deviations) > 2)
      // One end in twenty lies beyond two standard errors by chance; the four of one table share their resampled tables.
      expect(beyond.length).toBeLessThanOrEqual(Math.ceil(apart.length * 0.1))
      expect(apart.filter(({ deviations }) => !(Math.abs(deviations) < 4))).toEqual([])
    },
  )
})

describe('BCa', () => {
  check('reads the percentile itself without bias and acceleration', () => {
    for (const share of [0.025, 0.1, 0.5, 0.975])
      expect(bcaShare(share, { bias: 0, acceleration: 0 })).toBeCloseTo(share, 13)
  })
  check('without acceleration moves the share by twice the bias', () => {
    // Φ(2 × 0.1 - 1.96) = Φ(-1.76) = 0.0392, Abramowitz & Stegun, table 26.1.
    expect(bcaShare(0.025, { bias: 0.1, acceleration: 0 })).toBeCloseTo(0.0392, 4)
  })
  check('does not correct where the expansion fails', () => {
    expect(bcaShare(0.025, { bias: -1.2, acceleration: 0 })).toBe(null)
    expect(bcaShare(0.025, { bias: 0, acceleration: 0.3 })).toBe(null)
    expect(bcaShare(0.025, { bias: NaN, acceleration: 0 })).toBe(null)
  })
  check('the acceleration of a mean is a sixth of the skewness over the root of the number', () => {
    // Efron 1987, section 6: for means. Nine people with 0, one with 1: skewness (1-2p)/sqrt(p(1-p)), p = 0.1.
    const mean = (people: number, sum: number) => sum / people
    const without = [
      { estimate: mean(9, 1), count: 9 },
      { estimate: mean(9, 0), count: 1 },
    ]
    expect(accelerationOf(without)).toBeCloseTo(0.8 / Math.sqrt(0.09) / 6 / Math.sqrt(10), 12)
  })
  check('knows no acceleration where one person decides whether there is an estimate', () => {
    expect(
      accelerationOf([
        { estimate: Infinity, count: 1 },
        { estimate: 5, count: 3 },
      ]),
    ).toBe(null)
  })
})

describe('resampling', () => {
  const counts = countsByMask(overlapOfCounts(3, [60, 49, 4, 247, 112, 142, 12]))
  check('draws as many people as were observed, from the cells where they were', () => {
    const seen: number[] = []
    const watching: Reselecting = {
      estimate: (table) => {
        seen.push(table.reduce((sum, count) => sum + count, 0))
        return { people: table[3] ?? NaN, terms: [] }
      },
    }
    const { draws } = resample(counts, watching, {
      cells: [1, 2, 3, 4, 5, 6, 7],
      replicates: 2000,
      dice: diceFrom('r'),
    })
    expect(new Set(seen)).toEqual(new Set([626]))
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
    // Binomial with mean 4: standard error of the mean 0.045.
    expect(Math.abs(mean - 4)).toBeLessThan(0.2)
  })
  check('the models chosen add up to the tables drawn', () => {
    const reselecting = reselectStepwise(3, counts, 0.02)
    const { models } = resample(counts, reselecting, {
      cells: [1, 2, 3, 4, 5, 6, 7],
      replicates: 300,
      dice: diceFrom('m'),
    })
    expect(models.reduce((sum, model) => sum + model.times, 0)).toBe(300)
  })
})

describe('by BIC', () => {
  check('says that there are two hills, and that another model might as well have been chosen', () => {
    // Hepatitis A in Taiwan (Chao et al. 1997), as in the reference: main effects say 388, all pairs 1,313.
    const answer = bootstrapByBic(overlapOfCounts(3, [69, 55, 21, 63, 17, 18, 28]), settings)
    if (!answer.ok) throw new Error(answer.detail)
    expect(answer.value.modes.length).toBe(2)
    expect(answer.value.cautions.map((caution) => caution.code)).toContain('resampled-modes')
    expect(answer.value.density.shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.95)
  })
  check('counts resampled tables without an estimate as larger than any number', () => {
    const answer = bootstrapByBic(overlapOfCounts(3, [40, 30, 2, 20, 0, 0, 0]), settings)
    expect(answer.ok).toBe(false)
    if (!answer.ok) expect(answer.reason).toBe('no-maximum')
  })
  test.prop([fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 7, maxLength: 7 })], { numRuns: 20 })(
    'never answers with fewer than were observed, and repeats itself to the byte',
    (counts) => {
      const overlap = overlapOfCounts(3, counts)
      const answer = bootstrapByBic(overlap, { ...settings, replicates: 200 })
      expect(JSON.stringify(bootstrapByBic(overlap, { ...settings, replicates: 200 }))).toBe(
        JSON.stringify(answer),
      )
      if (answer.ok) expect(answer.value.interval.min).toBeGreaterThanOrEqual(overlap.observed)
    },
  )
  check('refuses more than five lists', () => {
    const answer = bootstrapByBic(overlapOfCounts(6, [5, 5, 5, 5]), settings)
    expect(answer.ok ? null : answer.reason).toBe('too-many-lists-for-method')
  })
})
