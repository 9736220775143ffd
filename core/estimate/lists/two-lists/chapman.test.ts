import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import { overlaps, relabelled } from '../testing/overlaps.ts'
import { overlapFrom, referenceTables } from '../testing/reference-tables.ts'
import { answerByChapman, pairEstimates } from './chapman.ts'

const REFERENCE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const tables = referenceTables(existsSync(REFERENCE) ? readFileSync(REFERENCE, 'utf8') : null)
const KOSOVO = tables?.get('kosovo')

check.skipIf(KOSOVO === undefined)('pairs of Kosovo agree with the reference', () => {
  const pairs = KOSOVO === undefined ? [] : pairEstimates(overlapFrom(KOSOVO))
  // reference.json, rcapture_single_models.kosovo: lincoln_petersen and chapman, printed to one decimal.
  expect(pairs.map(({ lists, lincolnPetersen }) => [lists.join('-'), lincolnPetersen?.toFixed(1)])).toEqual([
    ['EXH-ABA', '7241.9'],
    ['EXH-OSCE', '7136.5'],
    ['EXH-HRW', '6779.0'],
    ['ABA-OSCE', '5971.6'],
    ['ABA-HRW', '9691.5'],
    ['OSCE-HRW', '5461.7'],
  ])
  expect(pairs.map(({ chapman }) => chapman.toFixed(1))).toEqual([
    '7231.5',
    '7128.3',
    '6756.5',
    '5964.8',
    '9621.9',
    '5447.4',
  ])
})

check('two lists, by hand', () => {
  // Invented: 200 and 150 people, 50 on both. 201 × 151 / 51 - 1; variance 201 × 151 × 150 × 100 / (51² × 52).
  const overlap = overlapFrom({ lists: ['A', 'B'], cells: { '10': 150, '01': 100, '11': 50 } })
  const answer = valueOf(answerByChapman(overlap, { level: 0.95 }))
  expect(answer.point).toBeCloseTo((201 * 151) / 51 - 1, 9)
  expect(answer.standardError).toBeCloseTo(Math.sqrt((201 * 151 * 150 * 100) / (51 ** 2 * 52)), 9)
  // Burnham et al. 1987: 294.118 unseen, C = exp(1.96 × √log(1 + 3366.05/294.118²)) = 1.46658: 500.5 to 731.3.
  expect(answer.interval).toEqual({ min: 500, max: 732 })
})

describe('refusals', () => {
  const refusal = (cells: Readonly<Record<string, number>>, lists = ['A', 'B']) =>
    answerByChapman(overlapFrom({ lists, cells }), { level: 0.95 })
  check.each([
    ['nobody on both', { '10': 5, '01': 4 }, 'no-overlap'],
    ['one list inside the other', { '10': 5, '11': 4 }, 'all-mass-at-observed'],
    ['the same list twice', { '11': 4 }, 'all-mass-at-observed'],
  ])('%s', (_, cells, reason) => {
    expect(refusal(cells)).toMatchObject({ ok: false, reason })
  })
  check('three lists', () => {
    expect(refusal({ '110': 1 }, ['A', 'B', 'C'])).toMatchObject({ reason: 'needs-two-lists' })
  })
  check('few on both are said', () => {
    expect(valueOf(refusal({ '10': 5, '01': 4, '11': 3 })).cautions).toContainEqual({
      code: 'few-on-both',
      args: { count: 3, enough: 7 },
    })
  })
})

test.prop([overlaps({ fewest: 2, most: 2, largest: 1000 })])(
  'never fewer than are known, and the lists may change places',
  (overlap) => {
    const answer = answerByChapman(overlap, { level: 0.9 })
    const moved = answerByChapman(relabelled(overlap, [1, 0]), { level: 0.9 })
    expect(moved.ok).toBe(answer.ok)
    if (!answer.ok || !moved.ok) return
    expect(moved.value.interval).toEqual(answer.value.interval)
    expect(answer.value.interval.min).toBeGreaterThanOrEqual(overlap.observed)
    expect(answer.value.point).toBeGreaterThanOrEqual(answer.value.interval.min)
    expect(answer.value.point).toBeLessThanOrEqual(answer.value.interval.max)
  },
)
