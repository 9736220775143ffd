import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import { overlapFrom, referenceTables } from '../testing/reference-tables.ts'
import { answerByIndependence } from './log-linear-answers.ts'
import { varyHighestOrder, varyPairs } from './sensitivity.ts'

const REFERENCE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const tables = referenceTables(existsSync(REFERENCE) ? readFileSync(REFERENCE, 'utf8') : null)
const KOSOVO = tables?.get('kosovo')

describe.skipIf(KOSOVO === undefined)('Kosovo', () => {
  const overlap = overlapFrom(KOSOVO ?? { lists: ['A', 'B'], cells: { '11': 1 } })
  test('the highest-order interaction moves the answer as the reference says', () => {
    // reference.json, rcapture_single_models.kosovo.NHOI_sensitivity_xi.
    const answers = valueOf(varyHighestOrder(overlap, [0.5, 1, 1.5, 2]))
    expect(answers.map(({ estimate }) => Number(estimate.toFixed(2)))).toEqual([
      29483.76, 16941.88, 12761.25, 10670.94,
    ])
  })
  test('at an odds ratio of 1 every pair says what independence says; above it, more people', () => {
    const point = valueOf(answerByIndependence(overlap, { level: 0.95 })).point ?? NaN
    const rows = valueOf(varyPairs(overlap, [0.5, 1, 2]))
    expect(rows).toHaveLength(6)
    for (const { answers } of rows) {
      const [below = NaN, same = NaN, above = NaN] = answers.map(({ estimate }) => estimate)
      expect(Math.abs(same / point - 1)).toBeLessThan(1e-9)
      expect(below).toBeLessThan(same)
      expect(above).toBeGreaterThan(same)
    }
  })
})

test('with two lists the odds ratio multiplies the unseen', () => {
  const two = overlapFrom({ lists: ['A', 'B'], cells: { '10': 30, '01': 20, '11': 10 } })
  const [row] = valueOf(varyPairs(two, [2]))
  expect(row?.answers[0]?.estimate).toBeCloseTo(60 + 120, 9)
})

test('refusals', () => {
  const sparse = overlapFrom({ lists: ['A', 'B', 'C'], cells: { '100': 3, '110': 2, '011': 1 } })
  expect(varyHighestOrder(sparse, [1])).toMatchObject({ reason: 'no-maximum' })
  expect(varyHighestOrder(sparse, [0])).toMatchObject({ reason: 'settings-unusable' })
})
