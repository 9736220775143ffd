import { expect, test } from 'vitest'
import { LOCALES } from '@corroborate/base'
import type { ListStudy, MethodAnswered } from '@corroborate/estimate'
import { inventedListStudy } from '../testing/invented-list-study.ts'
import { densityChart, densityTable } from './density-with-interval.ts'
import { methodsDotsChart, methodsDotsTable } from './methods-dots.ts'
import { modelDotsTable } from './model-dots.ts'
import { densityOf, methodsDotsOf, modelDotsOf, tracesOf, upSetOf } from './of-list-study.ts'
import { tracesChart } from './traces.ts'
import { upSetTable } from './up-set.ts'

const NAMED = { code: 'L1', title: 'How many?', locale: 'en' } as const
const STUDY = inventedListStudy()

function methodIn({ methods }: ListStudy, name: MethodAnswered['method']): MethodAnswered {
  const found = methods.find(({ method }) => method === name)
  if (found === undefined) throw new Error(`no ${name} in the study`)
  return found
}

test('every person of the overlap is in its picture', () => {
  const { lists, cells } = upSetOf(STUDY.overlap, NAMED)
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(STUDY.overlap.observed)
  expect(lists.map(({ name }) => name)).toEqual(STUDY.overlap.lists)
  expect(upSetTable(upSetOf(STUDY.overlap, NAMED), 'en').rows.length).toBeGreaterThan(cells.length)
})

test('a verdict without an upper end puts no interval behind the methods', () => {
  expect(methodsDotsOf(STUDY, NAMED).recommended).toBeNull()
  const interval = { min: 2365, max: 4720 }
  const verdict = { kind: 'interval', interval, point: 2900, level: 0.95, reasons: [] } as const
  expect(methodsDotsOf(inventedListStudy({ verdict }), NAMED).recommended).toEqual(interval)
})

test('a lower bound is drawn as one, and a method that cannot say is a row with its reason', () => {
  const { methods } = methodsDotsOf(STUDY, NAMED)
  expect(methods.map(({ answer }) => answer.kind)).toEqual([
    'estimate',
    'estimate',
    'estimate',
    'at-least',
    'cannot-say',
  ])
  expect(methods.at(-1)?.answer).toEqual({ kind: 'cannot-say', reason: 'The counts determine no tail.' })
})

test('in Arabic a refusal is said in Arabic', () => {
  const { methods } = methodsDotsOf(STUDY, { ...NAMED, locale: 'ar' })
  expect(methods.at(-1)?.answer).toMatchObject({ reason: expect.stringMatching(/^[^A-Za-z]+$/) as string })
})

test('the numbers of the tables are those of the study', () => {
  const table = methodsDotsTable(methodsDotsOf(STUDY, NAMED), 'en')
  expect(JSON.stringify(table)).toContain('2,365 to 3,420')
  const density = densityOf(methodIn(STUDY, 'latent-class'), { ...NAMED, observed: STUDY.overlap.observed })
  expect(density?.modes).toHaveLength(2)
  expect(density && JSON.stringify(densityTable(density, 'en'))).toContain('3,105')
  const models = modelDotsOf(methodIn(STUDY, 'decomposable-graphs'), NAMED)
  expect(models && modelDotsTable(models, 'en').rows).toHaveLength(4)
})

test('a method without pictures has none', () => {
  const plain = methodIn(STUDY, 'independence')
  expect(densityOf(plain, { ...NAMED, observed: 1 })).toBeNull()
  expect(modelDotsOf(plain, NAMED)).toBeNull()
  expect(tracesOf(plain, NAMED)).toBeNull()
})

test('chains that stay apart are told by their R-hat', () => {
  expect(tracesOf(methodIn(STUDY, 'latent-class'), NAMED)?.rHat).toBeGreaterThan(1.1)
})

test.each(LOCALES)('all of it can be drawn in %s', (locale) => {
  const named = { ...NAMED, locale }
  const traces = tracesOf(methodIn(STUDY, 'latent-class'), named)
  const density = densityOf(methodIn(STUDY, 'latent-class'), { ...named, observed: 10 })
  const drawn = [
    methodsDotsChart(methodsDotsOf(STUDY, named), locale),
    traces === null ? '' : tracesChart(traces, locale, 'narrow'),
    density === null ? '' : densityChart(density, locale),
  ]
  for (const svg of drawn) expect(svg).toMatch(/^<svg/)
})
