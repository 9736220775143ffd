import { existsSync, readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { describe, expect, test as check } from 'vitest'
import { logFactorial, logGamma, logSumExp } from '../../numerics/elementary.ts'
import { sizeOfList, type Overlap } from '../overlap.ts'
import { overlapOfCounts, overlaps, relabelled, relabelledMask } from '../testing/overlaps.ts'
import { figureOf, referenceFor, referenceTables } from '../testing/reference-tables.ts'
import { bayesianThreshold } from './bayesian-threshold.ts'
import type { ThresholdAnswer } from './threshold-answer.ts'
import { THRESHOLD_SETTINGS } from './threshold-settings.ts'

const FILE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const reference = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)

/** Chains that are short, for what does not depend on their length. */
const SHORT = { ...THRESHOLD_SETTINGS, chains: 2, warmUp: 100, effective: 200, mostDraws: 1000 }
/** An invented table: 3 lists, 95 people. */
const small = overlapOfCounts(3, [24, 21, 9, 18, 8, 11, 4])

/** Shares of the reference's five figures, and their standard normal densities. */
const FIGURES = [
  { name: 'lo', share: 0.025, density: 0.058445, ours: 'q025' },
  { name: 'q10', share: 0.1, density: 0.175498, ours: 'q10' },
  { name: 'estimate', share: 0.5, density: 0.398942, ours: 'q50' },
  { name: 'q90', share: 0.9, density: 0.175498, ours: 'q90' },
  { name: 'hi', share: 0.975, density: 0.058445, ours: 'q975' },
] as const

/**
 * The reference's 10,000 draws are of a random-walk Metropolis chain, and their effective size is not told. In d dimensions the best such chain is
 * worth 0.331 / d of its draws (Roberts, Gelman & Gilks 1997; Gelman, Roberts & Gilks 1996, table 1): this is taken for it.
 */
const effectiveOfTheirs = (dimensions: number) => (10_000 * 0.331) / dimensions

const deviationsOf = (share: number, distance: number, sizes: readonly number[]) =>
  distance / Math.sqrt(share * (1 - share) * sizes.reduce((sum, size) => sum + 1 / size, 0))

const pairsOf = (retained: unknown) =>
  (typeof retained === 'string' ? [retained] : ((retained ?? []) as readonly string[])).map((pair) =>
    pair.replace(':', '+'),
  )

describe.skipIf(reference === null)('against MultipleSystemsEstimation 1.2.0 (bayesthresh)', () => {
  const known = referenceFor(reference, 'bayesthresh')

  check.each(known.filter(({ table }) => table !== 'ned6'))(
    '$table: the same pairs, and every figure within four Monte Carlo errors of both',
    ({ overlap, entry }) => {
      const answer = valueOf(bayesianThreshold(overlap, 'reference'))
      expect(answer.retained).toEqual(pairsOf(entry.retained))
      expect(answer.convergence.rHat).toBeLessThan(1.01)
      const theirs = effectiveOfTheirs(1 + overlap.lists.length + answer.retained.length)
      const ours = Math.min(answer.draws.length, answer.convergence.tail)
      for (const { name, share } of FIGURES) {
        const figure = figureOf(entry, name)
        const under = answer.draws.filter((draw) => draw <= figure).length / answer.draws.length
        expect(Math.abs(deviationsOf(share, under - share, [theirs, ours])), name).toBeLessThan(4)
      }
    },
  )

  check(
    'ned6: P+R lies so near the threshold that their chain kept it and ours do not, and we say so',
    () => {
      const [ned6] = known.filter(({ table }) => table === 'ned6')
      if (!ned6) throw new Error('no table ned6')
      const answer = valueOf(bayesianThreshold(ned6.overlap, 'reference'))
      const theirs = pairsOf(ned6.entry.retained)
      expect(theirs.filter((pair) => !answer.retained.includes(pair))).toEqual(['P+R'])
      const { ratio = NaN } = answer.pairs.find(({ pair }) => pair === 'P+R') ?? {}
      const size = effectiveOfTheirs(1 + 6 + 15)
      // A mean over a standard deviation has this error, were draws normal.
      expect(Math.abs(ratio - 2)).toBeLessThan(2 * Math.sqrt((1 + (ratio * ratio) / 2) / size))
      expect(answer.cautions.map(({ code }) => code)).toContain('decided-narrowly')
      expect(answer.otherwise?.pair).toBe('P+R')
      // With P+R the figures are theirs: on the log scale of the unseen, where the posterior is near normal.
      const unseen = (people: number) => Math.log(people - ned6.overlap.observed)
      const { quantiles } = answer.otherwise ?? answer
      const spread = (unseen(quantiles.q90) - unseen(quantiles.q10)) / 2.563
      for (const { name, share, density, ours } of FIGURES) {
        const distance = ((unseen(figureOf(ned6.entry, name)) - unseen(quantiles[ours])) / spread) * density
        const error = deviationsOf(share, distance, [effectiveOfTheirs(18), answer.convergence.tail])
        expect(Math.abs(error), name).toBeLessThan(4)
      }
    },
  )
})

/** Mean unseen under independence: given N the rates integrate out, and p(N) ∝ (N - 1)! / (N - n)! ∏ B(n_j, N - n_j). */
function exactMeanUnseen(overlap: Overlap, most: number): number {
  const { observed, lists } = overlap
  const logs = Array.from({ length: most }, (_, unseen) => {
    const people = observed + unseen
    return lists.reduce(
      (sum, _list, at) => {
        const on = sizeOfList(overlap, at)
        return sum + logGamma(on) + logGamma(people - on) - logGamma(people)
      },
      logFactorial(people - 1) - logFactorial(unseen),
    )
  })
  const total = logSumExp(Float64Array.from(logs))
  return logs.reduce((sum, value, unseen) => sum + unseen * Math.exp(value - total), 0)
}

check('without pairs it is the Bayesian model of independent lists, summed exactly', () => {
  const answer = valueOf(
    bayesianThreshold(small, 'independent', { ...THRESHOLD_SETTINGS, threshold: 100, effective: 8000 }),
  )
  expect(answer.model).toBe('[1,2,3]')
  const exact = small.observed + exactMeanUnseen(small, 20_000)
  expect(Math.abs(answer.mean - exact)).toBeLessThan(4 * answer.convergence.meanError)
})

check('the same seed gives the same bytes, another seed others', () => {
  const text = (seed: string) => JSON.stringify(bayesianThreshold(small, seed, SHORT))
  expect(text('one')).toBe(text('one'))
  expect(text('one')).not.toBe(text('two'))
})

test.prop([overlaps({ fewest: 3, most: 4, largest: 40 })], { numRuns: 40 })(
  'never estimates fewer people than are known, and says a refusal where it gives no number',
  (overlap) => {
    const answer = bayesianThreshold(overlap, 'any', SHORT)
    if (!answer.ok) {
      expect(['no-overlap', 'no-maximum', 'did-not-converge', 'chains-disagree']).toContain(answer.reason)
      return
    }
    const { point, interval, draws, chains } = answer.value
    for (const number of [point, interval.min, interval.max, ...draws, ...chains.flatMap((c) => c.trace)]) {
      expect(Number.isFinite(number)).toBe(true)
      expect(number).toBeGreaterThanOrEqual(overlap.observed)
    }
    expect(interval.min).toBeLessThanOrEqual(point)
    expect(interval.max).toBeGreaterThanOrEqual(point)
  },
)

test.prop([fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })], { numRuns: 5 })(
  'lists in another order give the same pairs, and the same figures within Monte Carlo error',
  (order) => {
    // Invented: the first two lists know of each other.
    const overlap = overlapOfCounts(4, [60, 50, 70, 45, 8, 7, 12, 40, 9, 8, 10, 6, 2, 1, 3])
    const one = valueOf(bayesianThreshold(overlap, 'order', THRESHOLD_SETTINGS))
    const other = valueOf(bayesianThreshold(relabelled(overlap, order), 'order', THRESHOLD_SETTINGS))
    const kept = (answer: ThresholdAnswer) =>
      answer.pairs.filter(({ retained }) => retained).map(({ mask }) => mask)
    expect(new Set(kept(other))).toEqual(new Set(kept(one).map((mask) => relabelledMask(mask, order))))
    for (const { share, ours } of FIGURES) {
      const figure = other.quantiles[ours]
      const under = one.draws.filter((draw) => draw <= figure).length / one.draws.length
      const sizes = [one, other].map(({ draws, convergence }) => Math.min(draws.length, convergence.tail))
      expect(Math.abs(deviationsOf(share, under - share, sizes))).toBeLessThan(4)
    }
  },
)

check('a threshold of 0 keeps every pair and the answer of the model with all pairs', () => {
  const answer = valueOf(bayesianThreshold(small, 'all', { ...SHORT, threshold: 0 }))
  expect(answer.retained).toEqual(['A+B', 'A+C', 'B+C'])
  expect(answer.quantiles).toEqual(answer.allPairs)
  expect(answer.cautions.map(({ code }) => code)).not.toContain('interval-ignores-selection')
})

check('pairs that were dropped are a caution that names the model', () => {
  const answer = valueOf(bayesianThreshold(small, 'none', { ...SHORT, threshold: 50 }))
  expect(answer.cautions).toContainEqual({ code: 'interval-ignores-selection', args: { model: '[1,2,3]' } })
})

check.each([
  { what: 'two lists', overlap: overlapOfCounts(2, [10, 10, 5]), reason: 'needs-three-lists' },
  { what: 'a list with nobody', overlap: overlapOfCounts(3, [10, 10, 5, 0, 0, 0, 0]), reason: 'no-maximum' },
  { what: 'nobody on two lists', overlap: overlapOfCounts(3, [10, 10, 0, 9, 0, 0, 0]), reason: 'no-overlap' },
  {
    what: 'everybody on one list',
    overlap: overlapOfCounts(3, [30, 0, 5, 0, 9, 0, 2]),
    reason: 'no-maximum',
  },
])('$what: refused as $reason', ({ overlap, reason }) => {
  expect(bayesianThreshold(overlap, 'refused', SHORT)).toMatchObject({ ok: false, reason })
})

check.each([
  { threshold: -1 },
  { threshold: NaN },
  { priorDeviation: 0 },
  { chains: 1 },
  { warmUp: 10 },
  { effective: 1.5 },
  { mostDraws: 10 },
  { level: 1 },
])('settings %o are refused', (wrong) => {
  expect(bayesianThreshold(small, 'settings', { ...SHORT, ...wrong })).toMatchObject({
    ok: false,
    reason: 'settings-unusable',
  })
})
