import { expect, test } from 'vitest'
import { LOCALES } from '@corroborate/base'
import type { ReadingStudied } from '@corroborate/estimate'
import { simulationsChart } from './simulations.ts'
import { tornadoChart, tornadoTable } from './tornado.ts'
import { simulationsOf, sobolOf, tornadoOf } from './of-pattern-study.ts'

const NAMED = { code: 'E1', title: 'How many?', locale: 'en' } as const

/** Invented: no pattern was drawn from. */
function reading(more: Partial<ReadingStudied> = {}): ReadingStudied {
  return {
    ...{ alternative: null, words: { en: 'As asked' }, interval: { min: 100, max: 400 } },
    ...{ simulation: null, sobol: null, breakEven: [] },
    tornado: { middle: 220, bounds: { min: 100, max: 400 }, bars: [] },
    ...more,
  }
}

function drawn(low: number, high: number) {
  const exactly = (value: number) => ({ value, error: 1 })
  return { mean: exactly(220), median: exactly(215), low: exactly(low), high: exactly(high), counts: [] }
}

const SIMULATED = reading({
  simulation: {
    ...{ draws: 1000, seed: 1, level: 0.95, bounds: { min: 100, max: 400 } },
    correlation: { withinPeriod: 0.5, betweenPeriods: 0 },
    ...{ oneSizePerPeriod: drawn(120, 380), sizePerOccasion: drawn(200, 240) },
    ...{ correlatedSizes: drawn(160, 300), oneQuantileForAll: drawn(110, 390) },
  },
})

test('where nothing was drawn, nothing is', () => {
  expect(simulationsOf(reading(), { ...NAMED, published: null })).toBeNull()
  expect(tornadoOf(reading(), NAMED)).toBeNull()
  expect(sobolOf(reading(), NAMED)).toBeNull()
})

test('every dependence is a row beside what arithmetic allows; the narrowest is never alone', () => {
  const data = simulationsOf(SIMULATED, { ...NAMED, published: null })
  expect(data?.assumptions.map(({ interval }) => interval)).toEqual([
    { min: 110, max: 390 },
    { min: 120, max: 380 },
    { min: 160, max: 300 },
    { min: 200, max: 240 },
  ])
  expect(data?.bounds).toEqual({ min: 100, max: 400 })
})

test.each(LOCALES)('the longest interval between occasions stands at the low end, in %s', (locale) => {
  const input = {
    ...{ claim: 'c', code: 'F01', part: 'rate', range: { min: 10, max: 15 }, unit: 'days-between' },
    ...{ middle: 12.5, periods: ['P1'] },
  } as unknown as ReadingStudied['tornado']['bars'][number]['input']
  const bars = [{ input, moves: { min: 150, max: 300 }, ifKnown: { min: 180, max: 260 } }]
  const data = tornadoOf(reading({ tornado: { middle: 220, bounds: { min: 100, max: 400 }, bars } }), {
    ...NAMED,
    locale,
  })
  expect(data?.inputs[0]?.low.input).toMatch(/15|١٥/)
  expect(data && tornadoChart(data, locale)).toMatch(/^<svg/)
  expect(data && JSON.stringify(tornadoTable(data, locale))).toMatch(/F01/)
  const simulated = simulationsOf(SIMULATED, { ...NAMED, locale, published: { min: 100, max: 400 } })
  expect(simulated && simulationsChart(simulated, locale, 'narrow')).toMatch(/^<svg/)
})
