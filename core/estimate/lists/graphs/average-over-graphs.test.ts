import { fc, test } from '@fast-check/vitest'
import { diceFrom, valueOf } from '@corroborate/base'
import { describe, expect, test as check } from 'vitest'
import { cautionInWords } from '../caution-in-words.ts'
import { overlapOfCounts, overlaps, relabelled } from '../testing/overlaps.ts'
import { averageOverGraphs } from './average-over-graphs.ts'
import { posteriorOverGraphs } from './graph-posterior.ts'
import { GRAPH_SETTINGS, type GraphSettings } from './graph-settings.ts'
import { drawMissing, probabilityUpTo, quantileOf } from './missing-posterior.ts'

const any = overlaps({ fewest: 3, most: 4, largest: 60 })
const bounded: GraphSettings = {
  ...GRAPH_SETTINGS,
  bound: { kind: 'times-observed', times: 30, mostTimes: 30 },
}

describe('laws', () => {
  test.prop([any], { numRuns: 60 })(
    'never fewer than the observed, never more than the bound, in order',
    (overlap) => {
      const found = averageOverGraphs(overlap, GRAPH_SETTINGS)
      if (!found.ok) return
      for (const summary of [found.value.averaged, found.value.withComplete]) {
        const { lower, q10, median, q90, upper, mean, mode } = summary
        const line = [overlap.observed, lower, q10, median, q90, upper, found.value.range.max]
        expect(line).toEqual(line.toSorted((a, b) => a - b))
        expect(mean).toBeGreaterThan(overlap.observed)
        expect(mode).toBeGreaterThan(overlap.observed)
      }
    },
  )

  test.prop([any, fc.integer({ min: 0, max: 1000 })], { numRuns: 40 })(
    'the order of the lists does not matter',
    (overlap, seed) => {
      const order = diceFrom(seed).shuffle(overlap.lists.map((_, at) => at))
      const [one, other] = [
        averageOverGraphs(overlap, bounded),
        averageOverGraphs(relabelled(overlap, order), bounded),
      ]
      expect(one.ok).toBe(other.ok)
      if (!one.ok || !other.ok) return
      const { mean, ...whole } = one.value.averaged
      const { mean: otherMean, ...otherWhole } = other.value.averaged
      expect(otherWhole).toEqual(whole)
      expect(otherMean).toBeCloseTo(mean, 6)
      expect(other.value.complete).toBeCloseTo(one.value.complete, 9)
    },
  )

  test.prop([any], { numRuns: 20 })('the same question has the same answer, to the byte', (overlap) => {
    const [one, other] = [averageOverGraphs(overlap, bounded), averageOverGraphs(overlap, bounded)]
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  test.prop([any], { numRuns: 20 })('the sum over stretches is the sum over every number', (overlap) => {
    const found = posteriorOverGraphs(overlap, bounded)
    if (!found.ok) return
    const { averaged } = found.value
    const { blocks, stretches, within } = averaged
    let mean = 0
    for (let block = 0; block < blocks.count; block++) {
      const weights = within(block)
      const sum = weights.reduce((all, weight) => all + weight, 0)
      expect(Math.abs(sum - (stretches[block] ?? NaN))).toBeLessThan(1e-11)
      weights.forEach((weight, place) => (mean += weight * ((blocks.starts[block] ?? NaN) + place)))
    }
    expect(averaged.mean / mean).toBeCloseTo(1, 9)
  })
})

describe('draws', () => {
  // Three lists, 80 invented people.
  const overlap = overlapOfCounts(3, [20, 15, 10, 18, 8, 6, 3])

  check('have the quantiles of the posterior', () => {
    const { averaged } = valueOf(posteriorOverGraphs(overlap, GRAPH_SETTINGS))
    const draws = drawMissing(averaged, diceFrom('draws'), 4000)
    for (const share of [0.1, 0.5, 0.9]) {
      const missing = quantileOf(averaged, share)
      const exact = probabilityUpTo(averaged, missing)
      const found = draws.filter((draw) => draw <= missing).length / draws.length
      // Four standard errors of a share among 4,000.
      expect(Math.abs(found - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 4000))
    }
  })

  check('are the same from the same seed', () => {
    const { averaged } = valueOf(posteriorOverGraphs(overlap, GRAPH_SETTINGS))
    expect(drawMissing(averaged, diceFrom(7), 50)).toEqual(drawMissing(averaged, diceFrom(7), 50))
  })
})

describe('refusals', () => {
  const reasonOf = (outcome: ReturnType<typeof averageOverGraphs>) =>
    outcome.ok ? 'answered' : outcome.reason

  check.each([
    { what: 'two lists', overlap: overlapOfCounts(2, [10, 10, 5]), reason: 'needs-three-lists' },
    {
      what: 'nobody on two lists',
      overlap: overlapOfCounts(3, [10, 10, 0, 10, 0, 0, 0]),
      reason: 'no-overlap',
    },
  ])('$what: $reason', ({ overlap, reason }) => {
    expect(reasonOf(averageOverGraphs(overlap, GRAPH_SETTINGS))).toBe(reason)
  })

  check('nearly everybody on every list: all probability is on the fewest', () => {
    expect(
      reasonOf(averageOverGraphs(overlapOfCounts(3, [0, 0, 1000, 0, 1000, 1000, 5000]), GRAPH_SETTINGS)),
    ).toBe('all-mass-at-observed')
  })

  check('one person on two lists of many: the bound would decide', () => {
    expect(
      reasonOf(averageOverGraphs(overlapOfCounts(3, [4000, 3000, 1, 2000, 0, 0, 0]), GRAPH_SETTINGS)),
    ).toBe('posterior-reaches-bound')
  })

  check.each([
    { ...GRAPH_SETTINGS, cell: 0 },
    { ...GRAPH_SETTINGS, cell: NaN },
    { ...GRAPH_SETTINGS, level: 1 },
    { ...GRAPH_SETTINGS, bound: { kind: 'people', most: 10 } },
    { ...GRAPH_SETTINGS, bound: { kind: 'missing', most: 1.5 } },
    { ...GRAPH_SETTINGS, prior: { kind: 'poisson-gamma', shape: 0, scale: 1 } },
  ] satisfies GraphSettings[])('settings that cannot be used: %j', (settings) => {
    expect(reasonOf(averageOverGraphs(overlapOfCounts(3, [20, 15, 10, 18, 8, 6, 3]), settings))).toBe(
      'settings-unusable',
    )
  })
})

describe('cautions', () => {
  const codesOf = (counts: readonly number[], lists: number) => {
    const found = averageOverGraphs(overlapOfCounts(lists, counts), GRAPH_SETTINGS)
    return found.ok ? found.value.cautions.map(({ code }) => code) : [found.reason]
  }

  check('a list that meets no other', () => {
    // The artificial table of Chan, Silverman & Vincent 2021, table 2, with C alone.
    expect(codesOf([40, 30, 6, 20, 0, 0, 0], 3)).toContain('list-meets-no-other')
  })

  check('two groups of lists with nobody in both', () => {
    expect(codesOf([20, 20, 9, 20, 0, 0, 0, 20, 0, 0, 0, 9, 0, 0, 0], 4)).toContain('lists-disconnected')
  })

  check('are said in words, every one that there is', () => {
    // Sparse: a list alone, an enlarged range, the complete graph ahead.
    const found = valueOf(averageOverGraphs(overlapOfCounts(3, [400, 300, 1, 200, 0, 0, 0]), GRAPH_SETTINGS))
    expect(found.cautions.length).toBeGreaterThan(2)
    for (const caution of found.cautions)
      for (const locale of ['en', 'ar'] as const)
        expect(cautionInWords(locale, caution)).not.toBe(`${caution.code}.`)
  })

  check('a complete graph that takes the posterior', () => {
    // Hepatitis A, Taiwan 1995 (Chao et al. 1997), counts from the R package CARE1.
    expect(codesOf([69, 55, 21, 63, 17, 18, 28], 3)).toContain('complete-graph-dominates')
  })
})

check('a table of ten million is answered', () => {
  const found = valueOf(
    averageOverGraphs(overlapOfCounts(3, [3e6, 2e6, 1e6, 2e6, 1e6, 5e5, 5e5]), GRAPH_SETTINGS),
  )
  expect(found.interval.max - found.interval.min).toBeGreaterThan(1000)
  expect(found.point).toBeGreaterThan(1e7)
})
