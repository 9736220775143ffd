import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { existenceOf } from '../loglinear/existence.ts'
import { closureOf } from '../loglinear/hierarchy.ts'
import { fitPoisson, loadCounts, poissonWorkspace } from '../loglinear/poisson-fit.ts'
import { countsByMask } from '../overlap.ts'
import { overlaps } from '../testing/overlaps.ts'
import { energyAt, modeOf, termPosterior } from './term-posterior.ts'

const tables = overlaps({ fewest: 3, most: 4, largest: 200 })

test.prop([tables, fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 11, maxLength: 11 })])(
  'the slope is that of the energy',
  (overlap, numbers) => {
    const lists = overlap.lists.length
    const terms = closureOf(lists, [3, 5])
    const posterior = termPosterior({ lists, counts: countsByMask(overlap) }, terms, (term) => ({
      mean: 0.3,
      precision: term,
    }))
    const at = Float64Array.from({ length: terms.length + 1 }, (_, i) => numbers[i] ?? 0)
    const slope = new Float64Array(at.length)
    energyAt(posterior, at, slope)
    const energy = (index: number, by: number) =>
      energyAt(
        posterior,
        at.map((x, i) => (i === index ? x + by : x)),
        new Float64Array(at.length),
      )
    for (const [index, value] of slope.entries()) {
      const difference = (energy(index, 1e-4) - energy(index, -1e-4)) / 2e-4
      // Central differences are wrong by their third derivative × 1e-8 / 6, and by rounding of energies up to about 1e4.
      expect(Math.abs(value - difference)).toBeLessThan(1e-5 * (1 + Math.abs(value)))
    }
  },
)

test.prop([tables])('with flat priors the mode is the maximum of the likelihood', (overlap) => {
  const lists = overlap.lists.length
  const terms = closureOf(lists, [])
  fc.pre(existenceOf(overlap, terms) === 'exists')
  const counts = countsByMask(overlap)
  const w = poissonWorkspace(lists)
  loadCounts(w, counts, { complete: false })
  const fit = fitPoisson(w, terms, { warm: false })
  fc.pre(fit.end === 'converged' && fit.empty.length === 0)
  const mode = modeOf(termPosterior({ lists, counts }, terms, () => ({ mean: 0, precision: 0 })))
  expect(mode).not.toBeNull()
  const [intercept = NaN] = mode?.coefficients ?? []
  // Both stop where a step promises a gain of 1e-10 at the most: that is 1e-5 standard errors, of at most ten here.
  expect(Math.abs(intercept - fit.intercept)).toBeLessThan(1e-4)
})

test('without priors and without anybody on two lists there is no mode', () => {
  const counts = Float64Array.of(0, 10, 10, 0, 10, 0, 0, 0)
  const posterior = termPosterior({ lists: 3, counts }, closureOf(3, []), () => ({ mean: 0, precision: 0 }))
  expect(modeOf(posterior)).toBeNull()
})
