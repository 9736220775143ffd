import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import type { Overlap } from '../overlap.ts'
import { overlaps, relabelled } from '../testing/overlaps.ts'
import { figureOf, overlapFrom, referenceFor, referenceTables } from '../testing/reference-tables.ts'
import { fitModel, workspaceFor } from './fit-model.ts'
import { closureOf } from './hierarchy.ts'
import { answerByAverage, answerByBestModel, answerByIndependence } from './log-linear-answers.ts'
import { bestModel, competingModels, modelTable, weighModels } from './model-table.ts'
import { profileInterval } from './profile-interval.ts'

const REFERENCE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const tables = referenceTables(existsSync(REFERENCE) ? readFileSync(REFERENCE, 'utf8') : null)

function within(found: number, known: number, relative: number): void {
  expect(Math.abs(found / known - 1)).toBeLessThan(relative)
}

/** "[123,14,34]" as terms. */
function termsOf(lists: number, name: unknown): readonly number[] {
  const masks = String(name)
    .slice(1, -1)
    .split(',')
    .map((digits) => Array.from(digits).reduce((mask, digit) => mask | (1 << (Number(digit) - 1)), 0))
  return closureOf(lists, masks)
}

describe('the profile interval agrees with Rcapture::closedpCI.t', () => {
  check.each(referenceFor(tables, 'rcapci').filter(({ table }) => table !== 'artificial3'))(
    'on $table',
    ({ overlap, entry }) => {
      const terms = termsOf(overlap.lists.length, entry.model)
      const model = valueOf(fitModel(overlap, terms, workspaceFor(overlap)))
      const profile = valueOf(profileInterval(overlap, model, { level: 0.95 }))
      within(model.estimate, figureOf(entry, 'glm_abundance'), 1e-6)
      within(model.standardError, figureOf(entry, 'glm_se'), 1e-4)
      within(profile.range.min, figureOf(entry, 'lo'), 1e-4)
      within(profile.range.max, figureOf(entry, 'hi'), 1e-4)
      // It uses Stirling's formula for the factorials of the unseen: 1/(12 unseen²) in the slope, times the variance.
      const unseen = model.estimate - overlap.observed
      const stirling = model.standardError ** 2 / (12 * unseen ** 2) / model.estimate
      within(profile.point, figureOf(entry, 'estimate'), 1e-6 + 2 * stirling)
    },
  )
})

describe('one model of two-way terms agrees with SparseMSE::estimatepopulation.0', () => {
  const kept = referenceFor(tables, 'sparse0').filter(
    ({ overlap, entry }) =>
      entry.empty === null && typeof entry.terms === 'string' && overlap.lists.length < 9,
  )
  check.each(kept)('on $table', ({ overlap, entry }) => {
    const pairs = String(entry.terms)
      .split(' + ')
      .slice(1)
      .map((pair) => pair.split(':').reduce((mask, list) => mask | (1 << overlap.lists.indexOf(list)), 0))
    const fit = valueOf(fitModel(overlap, closureOf(overlap.lists.length, pairs), workspaceFor(overlap)))
    within(fit.estimate, figureOf(entry, 'estimate'), 1e-6)
  })
})

const KOSOVO = referenceFor(tables, 'rcapfull').find(({ table }) => table === 'kosovo')?.overlap

describe.skipIf(KOSOVO === undefined)('Kosovo', () => {
  const overlap = KOSOVO ?? NOBODY_ON_TWO
  const table = valueOf(modelTable(overlap, { mostOrder: 4 }))
  check('its best models by BIC are those of Rcapture, and differ by 0.93', () => {
    // reference.json, rcapture_single_models.kosovo.top_BIC.
    expect(
      table.fitted
        .slice(0, 5)
        .map((model) => [
          model.name,
          round(model.estimate, 3),
          round(model.standardError, 4),
          round(model.bic, 4),
        ]),
    ).toEqual([
      ['[123,14,34]', 10356.519, 785.9022, 203.0296],
      ['[123,134]', 12740.968, 1600.7132, 203.1134],
      ['[134,12,23]', 18393.306, 1738.8296, 203.9573],
      ['[123,14,24,34]', 9824.17, 801.6579, 209.1429],
      ['[134,12,23,24]', 19233.478, 1921.8854, 210.1923],
    ])
    expect(competingModels(table, { criterion: 'bic', within: 2 })).toHaveLength(3)
  })
  check('the answer of the best model says that others compete, and that its interval ignores them', () => {
    const answer = valueOf(answerByBestModel(table, { level: 0.95, criterion: 'bic' }))
    expect(answer.interval).toEqual({ min: 8994, max: 12111 })
    expect(answer.cautions).toEqual([
      { code: 'interval-ignores-selection', args: { model: '[123,14,34]' } },
      { code: 'models-compete', args: { count: 3, least: 10357, most: 18393 } },
    ])
  })
  check('the average is wider than the best model and holds its rivals', () => {
    const answer = valueOf(answerByAverage(table, { level: 0.95, criterion: 'bic' }))
    // The figures of docs/methods/log-linear-models.md.
    expect(Math.round(answer.point)).toBe(12673)
    expect(answer.interval).toEqual({ min: 8604, max: 20682 })
    const weights = answer.models.slice(0, 3).map(({ weight }) => Math.round(1000 * weight))
    expect(weights).toEqual([371, 356, 233])
    expect(answer.models.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(answer.dots.reduce((sum, { weight }) => sum + weight, 0)).toBeGreaterThan(0.99)
  })
})

const NOBODY_ON_TWO = overlapFrom({ lists: ['A', 'B', 'C'], cells: { '100': 5, '010': 7, '001': 9 } })
const ARTIFICIAL = overlapFrom({
  lists: ['A', 'B', 'C'],
  cells: { '100': 40, '010': 30, '001': 20, '110': 6 },
})

describe('refusals', () => {
  check('nobody is on two lists', () => {
    expect(answerByIndependence(NOBODY_ON_TWO, { level: 0.95 })).toMatchObject({ reason: 'no-overlap' })
    expect(modelTable(NOBODY_ON_TWO, { mostOrder: 2 })).toMatchObject({ reason: 'no-overlap' })
  })
  check('a model without a maximum is set aside, where Rcapture ranks it first and prints 1.4e13', () => {
    const table = valueOf(modelTable(ARTIFICIAL, { mostOrder: 3 }))
    expect(table.setAside).toEqual([
      { name: '[12,3]', reason: 'no-maximum' },
      { name: '[12,13]', reason: 'no-maximum' },
      { name: '[12,23]', reason: 'no-maximum' },
      { name: '[12,13,23]', reason: 'not-identified' },
    ])
    expect(bestModel(table, 'bic').name).toBe('[1,2,3]')
  })
  check('six lists have too many models for a table', () => {
    const six = overlapFrom({ lists: ['A', 'B', 'C', 'D', 'E', 'F'], cells: { '110000': 5, '001111': 9 } })
    expect(modelTable(six, { mostOrder: 2 })).toMatchObject({ reason: 'too-many-lists-for-method' })
  })
  check('a level or an order that is none', () => {
    expect(answerByIndependence(ARTIFICIAL, { level: 95 })).toMatchObject({ reason: 'settings-unusable' })
    expect(modelTable(ARTIFICIAL, { mostOrder: 1.5 })).toMatchObject({ reason: 'settings-unusable' })
  })
})

const any = overlaps({ fewest: 2, most: 4, largest: 60 })

/** Every answer that the table gives. */
function answersOf(overlap: Overlap) {
  const table = modelTable(overlap, { mostOrder: 4 })
  return [
    answerByIndependence(overlap, { level: 0.95 }),
    ...(table.ok
      ? [
          answerByBestModel(table.value, { level: 0.95, criterion: 'bic' }),
          answerByAverage(table.value, { level: 0.95, criterion: 'aic' }),
        ]
      : []),
  ]
}

test.prop([any], { numRuns: 60 })(
  'never fewer than are known, and the point stands in its interval',
  (overlap) => {
    for (const answer of answersOf(overlap)) {
      if (!answer.ok) continue
      const { point, interval } = answer.value
      expect(interval.min).toBeGreaterThanOrEqual(overlap.observed)
      expect(point).toBeGreaterThanOrEqual(interval.min)
      expect(point).toBeLessThanOrEqual(interval.max)
      expect([interval.min, interval.max].every(Number.isInteger)).toBe(true)
    }
  },
)

test.prop(
  [overlaps({ fewest: 4, most: 4, largest: 60 }), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })],
  {
    numRuns: 40,
  },
)('lists in another order give the same answers', (overlap, order) => {
  const table = modelTable(overlap, { mostOrder: 4 })
  const moved = modelTable(relabelled(overlap, order), { mostOrder: 4 })
  expect(moved.ok).toBe(table.ok)
  if (!table.ok || !moved.ok) return
  expect(moved.value.fitted).toHaveLength(table.value.fitted.length)
  within(bestModel(moved.value, 'bic').bic, bestModel(table.value, 'bic').bic, 1e-9)
  const means = [table.value, moved.value].map((each) =>
    weighModels(each, 'bic').reduce((sum, { model, weight }) => sum + weight * model.logUnseen, 0),
  )
  expect(Math.abs((means[0] ?? NaN) - (means[1] ?? NaN))).toBeLessThan(1e-6)
})

check('with a hundred times the people the same model answers a hundred times as many', () => {
  const cells = { '110': 40, '101': 30, '011': 25, '100': 90, '010': 80, '001': 70, '111': 12 }
  const many = Object.fromEntries(Object.entries(cells).map(([pattern, count]) => [pattern, 100 * count]))
  const lists = ['A', 'B', 'C']
  const [few, lots] = [cells, many].map((each) =>
    valueOf(answerByIndependence(overlapFrom({ lists, cells: each }), { level: 0.95 })),
  )
  within(lots?.point ?? NaN, 100 * (few?.point ?? NaN), 1e-9)
})

function round(x: number, digits: number): number {
  return Number(x.toFixed(digits))
}
